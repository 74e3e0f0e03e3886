package greenpair.match.past;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.match.past.Choice.Reading;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;

/// Choices, with fast scores under other weights. A vector of weights has those of the city's side
/// first; those of each side sum to 1.
final class Readings {
  private final List<Reading[]> choices;
  private final List<String> signals = new ArrayList<>();
  private final int city;
  private final Map<Side, Integer> comparing = new EnumMap<>(Side.class);

  Readings(Kind kind, RankingSettings settings, List<Choice> all) {
    signals.addAll(settings.weights(kind, Side.CITY).keySet());
    city = signals.size();
    signals.addAll(settings.weights(kind, Side.PARTNER).keySet());
    for (Side side : Side.values()) {
      comparing.put(side, signals.indexOf(RankingSettings.comparing(side)));
    }
    choices = all.stream().map(each -> each.candidates().toArray(Reading[]::new)).toList();
  }

  List<String> signals() {
    return signals;
  }

  /// Whether a signal is of the city's side.
  boolean isOfCity(int signal) {
    return signal < city;
  }

  /// As [greenpair.match.rank.Ranker] has it, but for rounding.
  double score(double[] weights, Reading of) {
    double a = side(Side.CITY, weights, of);
    if (city == weights.length) {
      return of.share() * a;
    }
    double b =
        (1 - of.preferences()) * side(Side.PARTNER, weights, of)
            + of.preferences() * of.preferred();
    return a + b == 0 ? 0 : of.share() * 2 * a * b / (a + b);
  }

  /// As [RankingSettings#weights(Kind, Side, greenpair.match.settings.MatchQuery)] has it.
  private double side(Side side, double[] weights, Reading of) {
    double sum = 0;
    int end = side == Side.CITY ? city : weights.length;
    for (int j = side == Side.CITY ? 0 : city; j < end; j++) {
      sum += weights[j] * of.values()[j];
    }
    int left = comparing.getOrDefault(side, -1);
    return left < 0 || of.compares().contains(side) || weights[left] >= 1
        ? sum
        : (sum - weights[left] * of.values()[left]) / (1 - weights[left]);
  }

  /// The logarithm of the probability of the choices, if a candidate with the score s is chosen
  /// with probability exp(κ s) / Σ exp(κ s′).
  ///
  /// @param sharpness κ
  double likelihood(double[] weights, double sharpness) {
    double value = 0;
    for (Reading[] each : choices) {
      double chosen = score(weights, each[0]);
      double all = 1;
      for (int i = 1; i < each.length; i++) {
        all += Math.exp(sharpness * (score(weights, each[i]) - chosen));
      }
      value -= Math.log(all);
    }
    return value;
  }

  /// The sum over the choices of nDCG, 1 / log2(1 + rank of the chosen).
  double gains(double[] weights) {
    return choices.stream()
        .mapToDouble(each -> Math.log(2) / Math.log1p(rank(each, weights)))
        .sum();
  }

  /// The sum over the choices of 1 / rank of the chosen.
  double reciprocalRanks(double[] weights) {
    return choices.stream().mapToDouble(each -> 1 / rank(each, weights)).sum();
  }

  private double rank(Reading[] of, double[] weights) {
    return rank(Arrays.stream(of).mapToDouble(each -> score(weights, each)).toArray());
  }

  /// The rank of the first value among all, the highest being 1; among equals the middle rank.
  static double rank(double[] values) {
    double rank = 1;
    for (int i = 1; i < values.length; i++) {
      rank += values[i] > values[0] ? 1 : values[i] == values[0] ? 0.5 : 0;
    }
    return rank;
  }

  /// The share of the pairs of a chosen candidate and another of its choice that are in the right
  /// order.
  double rightPairs(double[] weights) {
    double right = 0;
    int pairs = 0;
    for (Reading[] each : choices) {
      right += each.length - rank(each, weights);
      pairs += each.length - 1;
    }
    return pairs == 0 ? 0 : right / pairs;
  }
}
