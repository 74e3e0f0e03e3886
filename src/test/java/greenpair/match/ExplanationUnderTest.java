package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.Seeded;
import greenpair.match.rank.Explanation;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class ExplanationUnderTest {

  @Seeded
  void under_anyWeights_isTheScoreOfFusingAnew(Random random) {
    int partners = random.nextInt(4);
    double[] values = random.doubles(1 + random.nextInt(7) + partners).toArray();
    double[] weights =
        random.doubles(values.length).map(each -> random.nextBoolean() ? each : 0).toArray();
    Explanation before = fused(values, random.doubles(values.length).toArray(), partners);

    assertEquals(fused(values, weights, partners).value(), before.under(weights));
  }

  /// The last ones are of the partner's side.
  private static Explanation fused(double[] values, double[] weights, int partners) {
    List<Explanation.Part> city = new ArrayList<>();
    List<Explanation.Part> partner = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      boolean own = i < values.length - partners;
      Signal.SignalValue reading = Signal.SignalValue.of(values[i]);
      Side side = own ? Side.CITY : Side.PARTNER;
      (own ? city : partner).add(Explanation.part("s" + i, side, weights[i], reading));
    }
    return Explanation.fuse(city, partner);
  }
}
