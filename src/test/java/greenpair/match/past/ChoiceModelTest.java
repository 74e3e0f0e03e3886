package greenpair.match.past;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import org.junit.jupiter.api.Test;

class ChoiceModelTest {
  @Test
  void noChoices_giveThePrior() {
    double[] prior = {1, 2};
    assertArrayEquals(prior, new ChoiceModel(List.of(), prior, 3).fit());
  }

  /// One of two candidates that differ by 1 is chosen: b = σ² (1 − F(b)) by hand.
  @Test
  void oneChoice_movesThePriorAsComputedByHand() {
    double[][] choice = {{1}, {0}};
    double fitted = new ChoiceModel(List.<double[][]>of(choice), new double[] {0}, 1).fit()[0];
    assertEquals(1 / (1 + Math.exp(fitted)), fitted, 1e-6);
  }

  @Seeded
  void choicesByKnownWeights_giveThemBack(Random random) {
    double[] truth = {2, 0, -1};
    List<double[][]> choices = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      choices.add(choice(truth, random));
    }
    double[] fitted = new ChoiceModel(choices, new double[3], 100).fit();
    for (int j = 0; j < truth.length; j++) {
      // Six standard errors: a feature varies by 1/12, so that of 3,000 choices is 0.063.
      assertEquals(truth[j], fitted[j], 0.4);
    }
  }

  /// The candidate with the greatest utility plus a Gumbel draw is chosen (McFadden 1974).
  private static double[][] choice(double[] truth, Random random) {
    double[][] candidates = new double[10][truth.length];
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < candidates.length; i++) {
      double utility = -Math.log(-Math.log(random.nextDouble()));
      for (int j = 0; j < truth.length; j++) {
        candidates[i][j] = random.nextDouble();
        utility += truth[j] * candidates[i][j];
      }
      best = utility > most ? i : best;
      most = Math.max(most, utility);
    }
    double[] chosen = candidates[best];
    candidates[best] = candidates[0];
    candidates[0] = chosen;
    return candidates;
  }

  @Test
  void separableChoices_stayFinite() {
    double[][] choice = {{1}, {0}};
    double fitted =
        new ChoiceModel(java.util.Collections.nCopies(1000, choice), new double[] {0}, 3).fit()[0];
    assertTrue(fitted > 5 && fitted < 50, "fitted " + fitted);
  }
}
