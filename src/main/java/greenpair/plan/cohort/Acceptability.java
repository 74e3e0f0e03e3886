package greenpair.plan.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// How a cohort depends on weights that are unknown (stochastic multicriteria acceptability
/// analysis: Lahdelma, Hokkanen and Salminen, European Journal of Operational Research 106, 1998;
/// SMAA-2: Lahdelma and Salminen, Operations Research 49, 2001).
///
/// Weights are drawn from the uniform distribution over all that are from 0 and sum to 1. In each
/// draw, a cohort is chosen again under the same conditions, by the greedy rule. The acceptability
/// of a city is the share of the draws in which it is in; its central weights are the mean of the
/// weights of those draws, the typical view by which it belongs in.
final class Acceptability {
  /// An explicit algorithm, not the default of the JDK, so that a new JDK does not change published
  /// numbers.
  private static final String ALGORITHM = "L64X128MixRandom";

  /// A cohort is robust when this share of it ...
  private static final double MEMBERS = 0.8;

  /// ... is in this share of the draws.
  private static final double DRAWS = 0.8;

  private final double[] shares;
  private final double[][] centralWeights;

  private Acceptability(double[] shares, double[][] centralWeights) {
    this.shares = shares;
    this.centralWeights = centralWeights;
  }

  /// The share of the draws in which a city is in, in [0, 1].
  double share(int city) {
    return shares[city];
  }

  /// By indicator; all NaN for a city that is in no draw.
  double[] centralWeights(int city) {
    return centralWeights[city].clone();
  }

  static Acceptability of(
      CompositeIndex index,
      CohortSearch search,
      CohortObjective objective,
      Conditions conditions,
      int draws,
      long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException(
          "draws must be an integer of at least 1, but was " + draws);
    }
    RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
    int size = conditions.places().values().stream().mapToInt(each -> each).sum();
    int indicators = index.indicators().size();
    int[] counts = new int[objective.size()];
    double[][] sums = new double[objective.size()][indicators];
    for (int draw = 0; draw < draws; draw++) {
      double[] weights = weights(indicators, random);
      double[] scores = CohortReport.known(index.scores(weights));
      CohortObjective drawn = objective.with(scores, size, conditions.difference());
      for (int city : search.greedy(drawn).cities()) {
        counts[city]++;
        for (int i = 0; i < indicators; i++) {
          sums[city][i] += weights[i];
        }
      }
    }
    double[] shares = Arrays.stream(counts).mapToDouble(each -> (double) each / draws).toArray();
    for (int c = 0; c < counts.length; c++) {
      for (int i = 0; i < indicators; i++) {
        sums[c][i] = counts[c] == 0 ? Double.NaN : sums[c][i] / counts[c];
      }
    }
    return new Acceptability(shares, sums);
  }

  /// A point of the simplex, all equally likely: exponential numbers divided by their sum.
  static double[] weights(int count, RandomGenerator random) {
    double[] weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = random.nextExponential();
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /// Whether at least 8 of 10 cities of a cohort are in at least 80 % of the draws.
  boolean isRobust(List<Integer> cohort) {
    List<Integer> sure = new ArrayList<>(cohort);
    sure.removeIf(city -> shares[city] < DRAWS);
    return sure.size() >= MEMBERS * cohort.size();
  }
}
