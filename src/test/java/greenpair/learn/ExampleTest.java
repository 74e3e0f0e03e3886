package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Text;
import greenpair.match.rank.Explanation;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import greenpair.program.introduction.Introduction.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExampleTest {
  private static final Text LABEL = new Text("x", "x");

  /// A change of each weight by 2 % of itself, of the score as ranking makes it.
  @Test
  void effects_areTheSlopesOfTheScore() {
    Random random = new Random(1);
    for (int run = 0; run < 50; run++) {
      double[] values = random.doubles(5).toArray();
      double[] experts = {0.5, 0.3, 0.2, 0.6, 0.4};
      Example example =
          Example.of(Cases.outcome(1, "a", Stage.MET, true), explanation(values, experts));
      for (int j = 0; j < 5; j++) {
        double[] more = experts.clone();
        double[] less = experts.clone();
        more[j] *= 1.02;
        less[j] *= 0.98;
        double slope =
            (explanation(values, more).value() - explanation(values, less).value()) / 0.04;
        assertEquals(slope, example.effects()[j], 2e-3);
      }
    }
  }

  private static Explanation explanation(double[] values, double[] weights) {
    return Explanation.fuse(
        parts(Side.CITY, values, weights, 0, 3), parts(Side.PARTNER, values, weights, 3, 5));
  }

  private static List<Explanation.Part> parts(
      Side side, double[] values, double[] weights, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += weights[j];
    }
    List<Explanation.Part> parts = new ArrayList<>();
    for (int j = from; j < to; j++) {
      parts.add(
          Explanation.part(
              "s" + j, LABEL, side, weights[j] / sum, Signal.SignalValue.of(values[j])));
    }
    return parts;
  }
}
