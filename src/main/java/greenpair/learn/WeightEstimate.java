package greenpair.learn;

import greenpair.learn.CumulativeLogit.Fit;
import greenpair.learn.CumulativeLogit.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The relative change of each weight, with its uncertainty.
///
/// First the slope k is estimated: the change in log odds per unit of the experts' score. Then the
/// moves d in η = k (score + Σ effect · d) are estimated, with a normal prior of mean 0: weights on
/// which the outcomes give no information stay as the experts set them.
///
/// @param pulls for each example, what it adds to each move
@SuppressWarnings("ArrayRecordComponent") // never compared, and not changed after it is made
record WeightEstimate(double[] moves, double[][] covariance, double[][] pulls) {
  /// Prior of the log odds per unit of score: a pair that scores 0.1 more has e times the odds of a
  /// further step, with half of that as deviation.
  private static final double SLOPE = 10;

  private static final double SLOPE_DEVIATION = 5;

  /// Below this slope, noise would move the weights if scores are uninformative.
  private static final double LEAST_SLOPE = 2;

  /// Prior deviations of the experts' weights, as relative changes. The estimates for all of them
  /// are averaged by marginal likelihood.
  static final double[] DEVIATIONS = {0.1, 0.2, 0.4, 0.8};

  static WeightEstimate of(
      List<Example> examples, double[] weights, StageClasses stages, double... deviations) {
    List<Observation> scores = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      scores.add(observation(each, stages, new double[] {each.score()}, 0, weights[i]));
    }
    double slope =
        Math.max(
            LEAST_SLOPE,
            new CumulativeLogit(stages.count(), SLOPE, SLOPE_DEVIATION, scores)
                .fit()
                .coefficients()[0]);
    List<Observation> moves = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example each = examples.get(i);
      double[] x = each.effects().clone();
      for (int j = 0; j < x.length; j++) {
        x[j] *= slope;
      }
      moves.add(observation(each, stages, x, slope * each.score(), weights[i]));
    }
    return average(
        Arrays.stream(deviations)
            .mapToObj(each -> new CumulativeLogit(stages.count(), 0, each, moves).fit())
            .toList(),
        deviations);
  }

  /// Bayesian model averaging (Hoeting et al., Statistical Science 14, 1999), every deviation half
  /// as likely beforehand as one half as wide. The covariance is that of the mixture.
  private static WeightEstimate average(List<Fit> fits, double[] deviations) {
    double best = fits.stream().mapToDouble(Fit::evidence).max().orElseThrow();
    double[] chances = new double[deviations.length];
    for (int f = 0; f < chances.length; f++) {
      chances[f] = Math.exp(fits.get(f).evidence() - best) / deviations[f];
    }
    double sum = Arrays.stream(chances).sum();
    int size = fits.getFirst().coefficients().length;
    double[] moves = new double[size];
    double[][] covariance = new double[size][size];
    double[][] pulls = new double[fits.getFirst().pulls().length][size];
    for (int f = 0; f < chances.length; f++) {
      Fit fit = fits.get(f);
      double chance = chances[f] / sum;
      double[] at = fit.coefficients();
      add(moves, at, chance);
      for (int j = 0; j < size; j++) {
        add(covariance[j], fit.covariance()[j], chance);
        add(covariance[j], at, chance * at[j]);
      }
      for (int i = 0; i < pulls.length; i++) {
        add(pulls[i], fit.pulls()[i], chance);
      }
    }
    for (int j = 0; j < size; j++) {
      add(covariance[j], moves, -moves[j]);
    }
    return new WeightEstimate(moves, covariance, pulls);
  }

  private static void add(double[] to, double[] what, double times) {
    for (int j = 0; j < to.length; j++) {
      to[j] += times * what[j];
    }
  }

  private static Observation observation(
      Example each, StageClasses stages, double[] x, double offset, double weight) {
    Outcome outcome = each.outcome();
    return new Observation(x, offset, stages.classOf(outcome.reached()), outcome.ended(), weight);
  }
}
