package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.settings.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The data of a [Simulation]: pairs and their outcomes, drawn from true weights.
final class SimulatedWorld {
  private static final double SLOPE = 12;
  private static final double[] STOPPED = {0.40, 0.65, 0.85};
  private static final double FOLLOWED_SO_FAR = 0.5;
  private static final int SAMPLE = 2000;

  private final List<KindLearner.SignalWeight> signals;
  private final double[] experts;
  private final double[] truth;
  private final double[] cuts;
  private final RandomGenerator random;

  /// @param stage place in [StageClasses#ALL]
  @SuppressWarnings("ArrayRecordComponent") // never compared, and not changed after it is made
  record Drawn(double[] values, int stage) {}

  SimulatedWorld(List<KindLearner.SignalWeight> signals, double error, RandomGenerator random) {
    this.signals = signals;
    this.random = random;
    this.experts = signals.stream().mapToDouble(KindLearner.SignalWeight::share).toArray();
    this.truth = experts.clone();
    for (int j = 0; j < truth.length; j++) {
      truth[j] *= Math.exp(error * random.nextGaussian());
    }
    scale(truth);
    double[] latent = new double[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      latent[i] = latent(values());
    }
    Arrays.sort(latent);
    this.cuts = Arrays.stream(STOPPED).map(share -> latent[(int) (share * SAMPLE)]).toArray();
  }

  double[] experts() {
    return experts.clone();
  }

  double[] truth() {
    return truth.clone();
  }

  /// The weights nearest to the true ones that an estimate without error would propose.
  double[] truthWithin(double limit) {
    double[] moves = new double[truth.length];
    for (int j = 0; j < moves.length; j++) {
      moves[j] = experts[j] > 0 ? truth[j] / experts[j] - 1 : 0;
    }
    double[] within = experts.clone();
    for (Side side : Side.values()) {
      List<Integer> of =
          IntStream.range(0, moves.length)
              .filter(j -> signals.get(j).side() == side)
              .boxed()
              .toList();
      LimitedShares shift = LimitedShares.of(of, experts, moves, new double[0][], limit);
      of.forEach(j -> within[j] *= 1 + shift.limited(j));
    }
    return within;
  }

  private double latent(double[] values) {
    double u = Math.max(random.nextDouble(), 1e-12);
    return SLOPE * score(values, truth) + Math.log(u / (1 - u));
  }

  private Drawn draw() {
    double[] values = values();
    double latent = latent(values);
    return new Drawn(values, (int) Arrays.stream(cuts).filter(cut -> latent >= cut).count());
  }

  /// Test pairs with known outcomes that were not used for learning.
  List<Drawn> fresh() {
    List<Drawn> fresh = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      fresh.add(draw());
    }
    return fresh;
  }

  /// Pairs to learn from, until this many have a known outcome.
  List<Example> seen(int labels) {
    List<Example> seen = new ArrayList<>();
    int ended = 0;
    while (ended < labels) {
      Drawn drawn = draw();
      int followed = random.nextDouble() < FOLLOWED_SO_FAR ? random.nextInt(3) : 3;
      boolean open = followed < 3 && drawn.stage >= followed;
      ended += open ? 0 : 1;
      String id = String.format("%06d", seen.size());
      Outcome outcome =
          new Outcome(
              id,
              new EntryId("city-" + seen.size() % 10),
              null,
              Kind.FIRM,
              new EntryId("firm-" + id),
              StageClasses.ALL.get(Math.min(drawn.stage, followed)),
              !open);
      seen.add(new Example(outcome, score(drawn.values, experts), effects(drawn.values)));
    }
    return seen;
  }

  private double[] values() {
    return random.doubles(experts.length).toArray();
  }

  private double side(Side side, double[] values, double[] weights) {
    double sum = 0;
    for (int j = 0; j < values.length; j++) {
      sum += signals.get(j).side() == side ? weights[j] * values[j] : 0;
    }
    return sum;
  }

  private double score(double[] values, double[] weights) {
    double a = side(Side.CITY, values, weights);
    double b = side(Side.PARTNER, values, weights);
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private double[] effects(double[] values) {
    double a = side(Side.CITY, values, experts);
    double b = side(Side.PARTNER, values, experts);
    double[] effects = new double[values.length];
    for (int j = 0; j < effects.length; j++) {
      boolean isCity = signals.get(j).side() == Side.CITY;
      double own = isCity ? a : b;
      double other = isCity ? b : a;
      effects[j] = Example.effect(experts[j] * other / (own + other), values[j], own, other);
    }
    return effects;
  }

  /// Makes the weights of each side sum to 1.
  void scale(double[] weights) {
    for (Side side : Side.values()) {
      double sum = 0;
      for (int j = 0; j < weights.length; j++) {
        sum += signals.get(j).side() == side ? weights[j] : 0;
      }
      for (int j = 0; j < weights.length; j++) {
        weights[j] /= signals.get(j).side() == side && sum > 0 ? sum : 1;
      }
    }
  }

  /// Share of pairs of one that came to a pilot and one that did not in which the first scores
  /// higher (Mann and Whitney); real scores do not tie.
  double auc(List<Drawn> drawn, double[] weights) {
    record Scored(double score, boolean good) {}
    List<Scored> scored =
        drawn.stream()
            .map(each -> new Scored(score(each.values, weights), each.stage >= 2))
            .sorted(Comparator.comparingDouble(Scored::score))
            .toList();
    double ranks = 0;
    long good = 0;
    for (int i = 0; i < scored.size(); i++) {
      if (scored.get(i).good) {
        ranks += i + 1;
        good++;
      }
    }
    long bad = scored.size() - good;
    return (ranks - good * (good + 1) / 2.0) / (good * (double) bad);
  }
}
