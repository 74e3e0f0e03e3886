package greenpair.match.rank;

import org.jspecify.annotations.Nullable;

/// The score of values under weights. Each value counts weight times value, rounded to whole
/// millionths, and integers add without error. If rounding raises the sum above 1, what counts most
/// is reduced by the excess: six sixths, each rounded up, are two millionths more.
///
/// If there are two sides, with the scores a of the city's side and b of the partner's, each the
/// sum of its weights times values, the score is their harmonic mean 2ab / (a + b) (RECON: Pizzato
/// et al., RecSys 2010): a strong side does not compensate for a weak one. As a sum it is a x
/// b/(a+b) + b x a/(a+b), so a value of the city's side has the weight w b/(a+b), and one of the
/// partner's side w a/(a+b).
///
/// @param weights that the values have in this score
/// @param counted by each value, in millionths
/// @param city score of the city's side alone, in [0, 1]
/// @param partner score of the partner's side alone; null if it has none
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Score(double[] weights, long[] counted, double city, @Nullable Double partner) {
  static final double MILLION = 1_000_000;

  /// @param weights of the values in their sides
  /// @param ofCity number of values of the city's side, which are the first
  static Score of(double[] weights, double[] values, int ofCity) {
    double a = Math.min(1, sum(weights, values, 0, ofCity));
    double b = Math.min(1, sum(weights, values, ofCity, values.length));
    boolean isOneSided = ofCity == values.length;
    double[] shares = weights.clone();
    long[] counted = new long[values.length];
    long sum = 0;
    int most = 0;
    for (int i = 0; i < values.length; i++) {
      if (!isOneSided) {
        shares[i] *= a + b == 0 ? 0 : (i < ofCity ? b : a) / (a + b);
      }
      counted[i] = Math.round(shares[i] * values[i] * MILLION);
      sum += counted[i];
      most = counted[i] > counted[most] ? i : most;
    }
    counted[most] -= Math.max(0, sum - (long) MILLION);
    return new Score(shares, counted, a, isOneSided ? null : (Double) b);
  }

  private static double sum(double[] weights, double[] values, int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      sum += Math.round(weights[i] * values[i] * MILLION);
    }
    return sum / MILLION;
  }

  double value() {
    long sum = 0;
    for (long each : counted) {
      sum += each;
    }
    return sum / MILLION;
  }
}
