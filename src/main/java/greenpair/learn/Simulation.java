package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.evaluate.statistics.Draws;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Evaluates learning with known true weights: outcomes are drawn from a score with true weights
/// that deviate from the experts' weights, weights are learnt from them, and the result is measured
/// on new pairs by the area under the ROC curve for "reached a pilot or further".
///
/// Signals are independent and uniform on [0, 1]; the weights are those of firms. A true weight is
/// the experts' times exp(s z), z standard normal, scaled to sum to 1. The latent result is 12 ×
/// true score + a logistic error; four in ten stop at the introduction, a quarter after meeting, a
/// fifth after a pilot, the others reach a contract. Half of the pairs are observed only up to a
/// stage drawn at random, and are open if they came to it.
public final class Simulation {
  private static final Kind KIND = Kind.FIRM;

  private final List<KindLearner.SignalWeight> signals;
  private final long seed;
  private final int draws;

  /// A simulation with the weights of these settings as those of the experts.
  public Simulation(RankingSettings ranking, long seed, int draws) {
    this.signals = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Map.Entry<String, Double> each : ranking.weights(KIND, side).entrySet()) {
        Text label = new Text(each.getKey(), null);
        signals.add(new KindLearner.SignalWeight(side, each.getKey(), label, each.getValue()));
      }
    }
    this.seed = seed;
    this.draws = draws;
  }

  /// One row of the table.
  ///
  /// @param error s, how wrong the experts are
  /// @param labels introductions with a known end
  /// @param truth mean AUC of the true weights
  /// @param prior mean AUC of the experts' weights
  /// @param ceiling mean gain of the true weights, moved at most 20 %
  /// @param limited gain of weights that move at most 20 %
  /// @param free gain of weights that may move as far as the outcomes call for
  /// @param likelihood gain of plain maximum likelihood
  public record Row(
      double error,
      int labels,
      double truth,
      double prior,
      double ceiling,
      Gain limited,
      Gain free,
      Gain likelihood) {}

  /// AUC after less AUC before.
  ///
  /// @param low 5 % quantile over the draws: 95 of 100 are at least this
  public record Gain(double mean, double low) {
    private static Gain of(double[] gains) {
      double[] sorted = gains.clone();
      Arrays.sort(sorted);
      return new Gain(
          Arrays.stream(gains).average().orElse(0), sorted[(int) (0.05 * sorted.length)]);
    }
  }

  public Row row(double error, int labels) {
    RandomGenerator random = Draws.from(seed);
    double[] truth = new double[draws];
    double[] prior = new double[draws];
    double[] ceiling = new double[draws];
    double[] limited = new double[draws];
    double[] free = new double[draws];
    double[] likelihood = new double[draws];
    for (int i = 0; i < draws; i++) {
      SimulatedWorld world = new SimulatedWorld(signals, error, random);
      List<Example> seen = world.seen(labels);
      List<SimulatedWorld.Drawn> fresh = world.fresh();
      truth[i] = world.auc(fresh, world.truth());
      prior[i] = world.auc(fresh, world.experts());
      ceiling[i] = world.auc(fresh, world.truthWithin(WeightLearning.DEFAULT_LIMIT)) - prior[i];
      limited[i] = world.auc(fresh, learnt(seen, WeightLearning.DEFAULT_LIMIT)) - prior[i];
      free[i] = world.auc(fresh, learnt(seen, 1)) - prior[i];
      likelihood[i] = world.auc(fresh, mostLikely(seen, world)) - prior[i];
    }
    return new Row(
        error,
        labels,
        Arrays.stream(truth).average().orElse(0),
        Arrays.stream(prior).average().orElse(0),
        Arrays.stream(ceiling).average().orElse(0),
        Gain.of(limited),
        Gain.of(free),
        Gain.of(likelihood));
  }

  private double[] learnt(List<Example> seen, double limit) {
    return new KindLearner(KIND, signals, limit, id -> new Text(id.value(), id.value()))
        .learn(seen, List.of(), List.of()).weights().stream()
            .mapToDouble(LearningResult.Weight::after)
            .toArray();
  }

  /// Weights of the highest likelihood: as learnt, with a prior that holds nothing.
  private double[] mostLikely(List<Example> seen, SimulatedWorld world) {
    StageClasses stages = StageClasses.of(seen.stream().map(Example::outcome).toList());
    if (stages.count() < 2) {
      return world.experts();
    }
    double[] counts = new double[seen.size()];
    Arrays.fill(counts, 1);
    WeightEstimate estimate = WeightEstimate.of(seen, counts, stages, WeightEstimate.FREE);
    double[] weights = world.experts();
    for (int j = 0; j < weights.length; j++) {
      weights[j] *= Math.max(0, 1 + estimate.moves()[j]);
    }
    world.scale(weights);
    return weights;
  }
}
