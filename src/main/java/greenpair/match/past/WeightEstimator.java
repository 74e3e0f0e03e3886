package greenpair.match.past;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;

/// The weights of the signals of a kind under which choices are most probable.
///
/// A weight is its value before times exp(d), d with the prior N(0, σ²), σ [#DEVIATION], and a
/// candidate with the score s is chosen with probability exp(κ s) / Σ exp(κ s′). Coordinate ascent
/// over d and κ finds the most probable weights. They count if weights found on the known part of
/// each fold make its other part more probable by [#MARGIN] and raise its nDCG; otherwise, the
/// weights before stay.
///
/// @param before the weights that stay if nothing is better
/// @param moved signals whose weights may change
public record WeightEstimator(Kind kind, RankingSettings before, Set<String> moved) {
  /// σ, chosen on five registries and checked on five others.
  private static final double DEVIATION = 0.4;

  private static final double[] MOVES = {-0.5, -0.1, -0.02, 0.02, 0.1, 0.5};
  private static final double[] SHARPNESS = {5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 60};
  private static final int ROUNDS = 30;

  /// Gain of log probability from which a change counts: what chance gains is less.
  public static final double MARGIN = 2;

  /// Gain of log probability below which the ascent ends.
  private static final double CLOSE = 0.01;

  /// Choices on which weights are found, and those that they have to predict.
  public record Fold(List<Choice> known, List<Choice> asked) {}

  /// What the choices say of the weights.
  ///
  /// @param factors of the weights before by signal; empty if they stay
  /// @param asked choices that were predicted
  /// @param rank mean of 1 / rank of the chosen of those choices, under the weights found on the
  ///     known part of its fold, or under those before if they stay
  /// @param rightBefore share of pairs of a chosen and another candidate in the right order
  public record Estimate(
      RankingSettings settings,
      Map<String, Double> factors,
      int asked,
      double rank,
      double rightBefore,
      double rightAfter) {
    /// Whether weights were found that predict better.
    public boolean isFound() {
      return !factors.isEmpty();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Point(double[] weights, double[] moves, double sharpness) {}

  private record Trial(double likelihood, double gain, double ranks, double right) {}

  private record Split(Readings known, Readings asked, int count) {}

  /// Finds weights on all choices, if those found in the folds predict better.
  public Estimate estimate(List<Fold> folds, List<Choice> all) {
    List<Split> splits =
        folds.stream()
            .filter(each -> !each.known.isEmpty() && !each.asked.isEmpty())
            .map(each -> new Split(read(each.known), read(each.asked), each.asked.size()))
            .toList();
    int asked = splits.stream().mapToInt(Split::count).sum();
    double count = Math.max(1, asked);
    Trial unchanged = trial(splits, this::start);
    Trial found = trial(splits, this::climb);
    boolean isBetter =
        found.likelihood > unchanged.likelihood + MARGIN && found.gain > unchanged.gain;
    Trial best = isBetter ? found : unchanged;
    Map<String, Double> factors = isBetter ? factors(read(all)) : Map.of();
    return new Estimate(
        isBetter ? before.times(kind, factors) : before,
        factors,
        asked,
        best.ranks / count,
        unchanged.right / count,
        best.right / count);
  }

  private Map<String, Double> factors(Readings all) {
    Map<String, Double> factors = new LinkedHashMap<>();
    double[] moves = climb(all).moves;
    for (int j = 0; j < moves.length; j++) {
      String signal = all.signals().get(j);
      if (moved.contains(signal)) {
        factors.put(signal, Math.exp(moves[j]));
      }
    }
    return factors;
  }

  /// What weights that were found on the known part of each fold predict of its other part.
  private static Trial trial(List<Split> splits, Function<Readings, Point> finder) {
    double likelihood = 0;
    double gain = 0;
    double ranks = 0;
    double right = 0;
    for (Split each : splits) {
      Point found = finder.apply(each.known);
      likelihood += each.asked.likelihood(found.weights, found.sharpness);
      gain += each.asked.gains(found.weights);
      ranks += each.asked.reciprocalRanks(found.weights);
      right += each.count * each.asked.rightPairs(found.weights);
    }
    return new Trial(likelihood, gain, ranks, right);
  }

  /// The logarithm of the probability of choices, with the κ under which it is highest.
  static double likelihood(Kind kind, RankingSettings settings, List<Choice> choices) {
    WeightEstimator still = new WeightEstimator(kind, settings, Set.of());
    Readings known = still.read(choices);
    Point start = still.start(known);
    return known.likelihood(start.weights, start.sharpness);
  }

  private Readings read(List<Choice> choices) {
    return new Readings(kind, before, choices);
  }

  /// The weights before, with the κ under which the choices are most probable.
  private Point start(Readings known) {
    double[] weights = vector(before);
    return sharpest(known, weights, new double[weights.length]);
  }

  private static Point sharpest(Readings known, double[] weights, double[] moves) {
    double best = SHARPNESS[0];
    for (double each : SHARPNESS) {
      best = known.likelihood(weights, each) > known.likelihood(weights, best) ? each : best;
    }
    return new Point(weights, moves, best);
  }

  private Point climb(Readings known) {
    double[] base = vector(before);
    Point at = start(known);
    double value = value(known, at);
    for (int round = 0; round < ROUNDS; round++) {
      double last = value;
      for (int j = 0; j < base.length; j++) {
        if (moved.contains(known.signals().get(j))) {
          for (double move : MOVES) {
            double[] moves = at.moves.clone();
            moves[j] += move;
            Point next = new Point(weights(known, base, moves), moves, at.sharpness);
            double reached = value(known, next);
            if (reached > value) {
              value = reached;
              at = next;
            }
          }
        }
      }
      at = sharpest(known, at.weights, at.moves);
      value = value(known, at);
      if (value - last < CLOSE) {
        break;
      }
    }
    return at;
  }

  private static double value(Readings known, Point at) {
    double squares = Arrays.stream(at.moves).map(each -> each * each).sum();
    return known.likelihood(at.weights, at.sharpness) - squares / (2 * DEVIATION * DEVIATION);
  }

  private double[] vector(RankingSettings of) {
    return Arrays.stream(Side.values())
        .flatMap(side -> of.weights(kind, side).values().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double[] weights(Readings of, double[] base, double[] moves) {
    double[] weights = new double[base.length];
    double city = 0;
    double partner = 0;
    for (int j = 0; j < base.length; j++) {
      weights[j] = base[j] * Math.exp(moves[j]);
      city += of.isOfCity(j) ? weights[j] : 0;
      partner += of.isOfCity(j) ? 0 : weights[j];
    }
    for (int j = 0; j < base.length; j++) {
      weights[j] /= of.isOfCity(j) ? city : partner;
    }
    return weights;
  }
}
