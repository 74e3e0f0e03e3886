package greenpair.search.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.search.settings.NoMatchThreshold.Evidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoMatchThresholdTest {
  private final Problems problems = new Problems();

  private NoMatchThreshold read(double share) {
    Map<String, ?> weights =
        Map.of(
            "share",
            share,
            "information",
            2,
            "named",
            3,
            "asked",
            1.5,
            "guessed",
            4,
            "entry",
            5,
            "rest",
            6,
            "told",
            7);
    return NoMatchThreshold.read(
        new Settings(
            "search.yaml.silence",
            Map.of(
                "least",
                0.5,
                "constant",
                -10,
                "chance",
                0.2,
                "unknown",
                0.3,
                "plain",
                0.6,
                "uncoded",
                Map.of("constant", -4, "share", 3, "information", 1, "entry", 2),
                "weights",
                weights),
            problems));
  }

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
    assertEquals(1 / (1 + Math.exp(-sum)), read(7).probability(evidence, 1), 1e-12);
    problems.throwIfAny("settings");
  }

  @Test
  void smallerShare_isEnoughOfMoreInformation() {
    assertFalse(read(7).isAnswered(new Evidence(0.5, 10, 0, 0, 0, 0, 0, 0), 1));
    assertTrue(read(7).isAnswered(new Evidence(0.5, 40, 0, 0, 0, 0, 0, 0), 1));
  }

  @Test
  void otherSubject_countsAgainstAMatch() {
    assertTrue(read(7).isAnswered(new Evidence(0.5, 30, 0, 0, 0, 0, 0, 0), 1));
    assertFalse(read(7).isAnswered(new Evidence(0.5, 30, 0, 0, 0, -1, 0, 0), 1));
    assertFalse(read(7).isAnswered(new Evidence(0.5, 30, 0, 0, 0, 0, -1, 0), 1));
  }

  @Test
  void meaning_countsByTheShareOfEntriesWithTechnologies() {
    Evidence far = new Evidence(0.5, 20, 0, 0, 0, -0.5, -0.5, 0);
    Evidence near = new Evidence(0.5, 20, 1, 1, 1, 0.5, 0.5, 0.5);
    assertTrue(read(7).probability(far, 1) < read(7).probability(far, 0.5));
    assertTrue(read(7).probability(far, 0) < read(7).probability(near, 0));
    double sum = -4 + (3 * (0.5 - 0.2) + 1) * Math.log(1 + 20) + 2 * 0.5;
    assertEquals(1 / (1 + Math.exp(-sum)), read(7).probability(near, 0), 1e-12);
  }

  @Test
  void wrongValues_areReported() {
    read(-1);
    assertTrue(
        problems.list().toString().contains("search.yaml.silence.weights.share"),
        problems.list()::toString);
  }
}
