package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.settings.Side;
import greenpair.program.introduction.Introduction.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Examples with a truth that a test knows.
final class Cases {
  static final List<KindLearner.SignalWeight> SIGNALS =
      List.of(
          signal(Side.CITY, "technology", 0.5),
          signal(Side.CITY, "evidence", 0.3),
          signal(Side.CITY, "text", 0.2),
          signal(Side.PARTNER, "market", 0.6),
          signal(Side.PARTNER, "presence", 0.4));

  private Cases() {}

  static KindLearner learner(double limit) {
    return new KindLearner(Kind.FIRM, SIGNALS, limit, Cases::name);
  }

  static Text name(EntryId city) {
    return new Text("City of " + city, "城市" + city);
  }

  private static KindLearner.SignalWeight signal(Side side, String name, double share) {
    return new KindLearner.SignalWeight(side, name, new Text(name, "指标" + name), share);
  }

  static Outcome outcome(int number, String city, Stage reached, boolean ended) {
    String id = String.format("i%06d", number);
    return new Outcome(
        id, new EntryId(city), null, Kind.FIRM, new EntryId("f" + number), reached, ended);
  }

  /// Outcomes that "evidence" alone decides: the experts gave it too little.
  static List<Example> decidedByEvidence(int count, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] x = random.doubles(SIGNALS.size()).toArray();
      double latent = 10 * (x[1] - 0.5) + random.nextGaussian();
      Stage reached =
          latent < -2
              ? Stage.INTRODUCED
              : latent < 0 ? Stage.MET : latent < 2 ? Stage.PILOT : Stage.CONTRACT;
      examples.add(example(outcome(i, "city-" + i % 7, reached, true), x));
    }
    return examples;
  }

  static Example example(Outcome outcome, double[] x) {
    double city = 0.5 * x[0] + 0.3 * x[1] + 0.2 * x[2];
    double partner = 0.6 * x[3] + 0.4 * x[4];
    double[] effects = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      double own = j < 3 ? city : partner;
      double other = j < 3 ? partner : city;
      double weight = SIGNALS.get(j).share() * other / (own + other);
      effects[j] = Example.effect(weight, x[j], own, other);
    }
    return new Example(outcome, 2 * city * partner / (city + partner), effects);
  }
}
