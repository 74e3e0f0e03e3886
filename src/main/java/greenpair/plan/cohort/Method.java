package greenpair.plan.cohort;

import java.util.Arrays;

/// How a composite index is made (OECD and JRC, Handbook on Constructing Composite Indicators,
/// 2008, steps 5 and 6): indicators on a scale from worst to best, and their weighted mean.
///
/// @param leastKnown share of the weight that must rest on known values for a city to be scored at
///     all, in [0, 1]
public record Method(double leastKnown) {
  private static final double MIDDLE = 0.5;

  public Method {
    if (!(leastKnown >= 0 && leastKnown <= 1)) {
      throw new IllegalArgumentException(
          "least_known must be a share from 0 to 1, but was " + leastKnown);
    }
  }

  /// `(x - min) / (max - min)`, in [0, 1], turned so that more is better; 0.5 where all are equal.
  /// A missing value is NaN, stays so, and has no part in the scale.
  static double[] scaled(double[] values, Indicator.Direction direction) {
    double sign = direction == Indicator.Direction.HIGHER ? 1 : -1;
    double[] known =
        Arrays.stream(values).filter(x -> !Double.isNaN(x)).map(x -> sign * x).toArray();
    double min = Arrays.stream(known).min().orElse(0);
    double range = Arrays.stream(known).max().orElse(0) - min;
    return Arrays.stream(values)
        .map(x -> Double.isNaN(x) ? x : range == 0 ? MIDDLE : (sign * x - min) / range)
        .toArray();
  }

  /// The weighted mean of the known values, which share the weight of the others; NaN when no value
  /// with a weight is known.
  static double mean(double[] values, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        sum += weights[i] * values[i];
        all += weights[i];
      }
    }
    return all == 0 ? Double.NaN : sum / all;
  }
}
