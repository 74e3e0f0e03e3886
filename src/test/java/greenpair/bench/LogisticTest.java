package greenpair.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTest {
  @Test
  void answersDrawnFromACurve_giveTheCurveBack() {
    double[] curve = {-1, 2, 0.5};
    Random random = new Random(7);
    Logistic logistic = new Logistic();
    for (int i = 0; i < 50_000; i++) {
      double[] x = {1, random.nextGaussian(), random.nextGaussian()};
      logistic.add(x, random.nextDouble() < Logistic.probability(curve, x), 1);
    }
    assertArrayEquals(curve, logistic.fit(), 0.06);
  }

  @Test
  void weights_countLikeRepetitions() {
    Logistic weighted = new Logistic();
    weighted.add(new double[] {1}, true, 3);
    weighted.add(new double[] {1}, false, 1);
    assertEquals(0.75, Logistic.probability(weighted.fit(), new double[] {1}), 0.001);
  }
}
