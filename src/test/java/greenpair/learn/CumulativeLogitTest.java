package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.learn.CumulativeLogit.Fit;
import greenpair.learn.CumulativeLogit.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CumulativeLogitTest {
  private static final double[] TRUE = {1.5, -2};
  private static final double[] CUTS = {-1, 0.5, 2};

  /// Of 100 each with x = 1 and x = −1, 75 and 25 came to class 1: the odds are 3 and 1/3, so the
  /// coefficient is ln 3 and the cutpoint 0.
  @Test
  void twoGroups_haveTheLogOddsOfTheirCounts() {
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      seen.add(seen(1, i < 75 ? 1 : 0));
      seen.add(seen(-1, i < 25 ? 1 : 0));
    }
    Fit fit = new CumulativeLogit(2, 0, 1e4, seen).fit();
    assertEquals(Math.log(3), fit.coefficients()[0], 1e-6);
    assertEquals(0, fit.cutpoints()[0], 1e-6);
    // The information of n binary observations of chance p is n p (1 − p) for each group.
    assertEquals(1 / (200 * 0.75 * 0.25), fit.covariance()[0][0], 1e-6);
  }

  private static Observation seen(double x, int stage) {
    return new Observation(new double[] {x}, 0, stage, true, 1);
  }

  @Test
  void coefficientsAndCutpoints_ofManyDraws_areTheTrueOnes() {
    Fit fit = new CumulativeLogit(4, 0, 100, drawn(20_000, 0)).fit();
    assertArrayEquals(TRUE, fit.coefficients(), 0.08);
    assertArrayEquals(CUTS, fit.cutpoints(), 0.08);
  }

  /// Half is followed only so far; counted as what it is, that costs precision and no bias.
  @Test
  void openOnes_areNoFailures() {
    List<Observation> censored = drawn(20_000, 0.5);
    Fit fit = new CumulativeLogit(4, 0, 100, censored).fit();
    assertArrayEquals(TRUE, fit.coefficients(), 0.1);
    assertArrayEquals(CUTS, fit.cutpoints(), 0.1);
    List<Observation> asEnded =
        censored.stream().map(each -> new Observation(each.x(), 0, each.from(), true, 1)).toList();
    Fit wrong = new CumulativeLogit(4, 0, 100, asEnded).fit();
    assertTrue(wrong.cutpoints()[2] > CUTS[2] + 0.4, "contracts look rarer than they are");
  }

  private static List<Observation> drawn(int count, double open) {
    Random random = new Random(1);
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] x = {random.nextGaussian(), random.nextGaussian()};
      double u = random.nextDouble();
      double latent = TRUE[0] * x[0] + TRUE[1] * x[1] + Math.log(u / (1 - u));
      int stage = 0;
      for (double cut : CUTS) {
        stage += latent >= cut ? 1 : 0;
      }
      // Some are followed only so far, however they will end.
      int followed = random.nextDouble() < open ? random.nextInt(3) : 3;
      boolean isOpen = followed < 3 && stage >= followed;
      int shown = Math.min(stage, followed);
      seen.add(new Observation(x, 0, shown, !isOpen, 1));
    }
    return seen;
  }

  @Test
  void strongPrior_staysWhereItIs_andAWeakOneGivesWay() {
    List<Observation> seen = drawn(60, 0);
    assertEquals(0.7, new CumulativeLogit(4, 0.7, 1e-4, seen).fit().coefficients()[1], 1e-3);
    assertTrue(new CumulativeLogit(4, 0.7, 10, seen).fit().coefficients()[1] < -1);
  }

  @Test
  void pull_isWhatRemovingAnObservationTakesAway() {
    List<Observation> seen = new ArrayList<>(drawn(400, 0.3));
    Fit all = new CumulativeLogit(4, 0, 1, seen).fit();
    double[] pull = all.pulls()[7];
    seen.remove(7);
    Fit without = new CumulativeLogit(4, 0, 1, seen).fit();
    for (int j = 0; j < pull.length; j++) {
      assertEquals(all.coefficients()[j] - without.coefficients()[j], pull[j], 0.002);
    }
  }

  /// Perfectly separated outcomes have no maximum likelihood; with a prior there is one.
  @Test
  void separatedOutcomes_haveAFiniteEstimate() {
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      seen.add(seen(i - 19.5, i < 20 ? 0 : 1));
    }
    double coefficient = new CumulativeLogit(2, 0, 1, seen).fit().coefficients()[0];
    assertTrue(coefficient > 0.5 && coefficient < 10, "" + coefficient);
  }
}
