package greenpair.search.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.search.settings.NoMatchThreshold.Evidence;
import org.junit.jupiter.api.Test;

class NoMatchThresholdTest {
  private static final NoMatchThreshold THRESHOLD =
      new NoMatchThreshold(
          0.5,
          -10,
          0.2,
          0.3,
          0.6,
          new NoMatchThreshold.Uncoded(-4, 3, 1, 2),
          new Evidence(7, 2, 3, 1.5, 4, 5, 6, 7));

  @Test
  void probability_isTheLogisticFunctionOfTheEvidence() {
    double sum =
        -10
            + (7 * (0.5 - 0.2) + 2) * Math.log(1 + 9)
            + 3 * 1
            + 1.5 * 1
            + 4 * 0.25
            + 5 * 0.1
            + 6 * 0.2
            + 7 * 0.3;
    Evidence evidence = new Evidence(0.5, 9, 1, 1, 0.25, 0.1, 0.2, 0.3);
    assertEquals(1 / (1 + Math.exp(-sum)), THRESHOLD.probability(evidence, 1), 1e-12);
  }

  @Test
  void smallerShare_isEnoughOfMoreInformation() {
    assertFalse(THRESHOLD.isAnswered(new Evidence(0.5, 10, 0, 0, 0, 0, 0, 0), 1));
    assertTrue(THRESHOLD.isAnswered(new Evidence(0.5, 40, 0, 0, 0, 0, 0, 0), 1));
  }

  @Test
  void otherSubject_countsAgainstAMatch() {
    assertTrue(THRESHOLD.isAnswered(new Evidence(0.5, 30, 0, 0, 0, 0, 0, 0), 1));
    assertFalse(THRESHOLD.isAnswered(new Evidence(0.5, 30, 0, 0, 0, -1, 0, 0), 1));
    assertFalse(THRESHOLD.isAnswered(new Evidence(0.5, 30, 0, 0, 0, 0, -1, 0), 1));
  }

  @Test
  void meaning_countsByTheShareOfEntriesWithTechnologies() {
    Evidence far = new Evidence(0.5, 20, 0, 0, 0, -0.5, -0.5, 0);
    Evidence near = new Evidence(0.5, 20, 1, 1, 1, 0.5, 0.5, 0.5);
    assertTrue(THRESHOLD.probability(far, 1) < THRESHOLD.probability(far, 0.5));
    assertTrue(THRESHOLD.probability(far, 0) < THRESHOLD.probability(near, 0));
    double sum = -4 + (3 * (0.5 - 0.2) + 1) * Math.log(1 + 20) + 2 * 0.5;
    assertEquals(1 / (1 + Math.exp(-sum)), THRESHOLD.probability(near, 0), 1e-12);
  }
}
