package greenpair.search.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.config.Problems;
import greenpair.config.Settings;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoMatchThresholdTest {
  private final Problems problems = new Problems();

  private NoMatchThreshold read(Map<String, ?> english) {
    Map<String, ?> chinese = Map.of("constant", 3, "share", 4, "length", 0);
    return NoMatchThreshold.read(
        new Settings(
            "search.yaml.silence",
            Map.of(
                "least",
                Map.of("en", 0.2, "zh", 0.5),
                "technology",
                0.2,
                "words",
                Map.of("en", english, "zh", chinese),
                "meaning",
                Map.of("en", english, "zh", chinese)),
            problems));
  }

  @Test
  void probability_isTheLogisticFunctionOfShareAndLength() {
    NoMatchThreshold silence = read(Map.of("constant", 1, "share", 2, "length", 3));
    NoMatchThreshold.Curve curve = Objects.requireNonNull(silence.words().get(Language.EN));
    double sum = 1 + 2 * Math.log(0.5) + 3 * Math.log(4);
    assertEquals(1 / (1 + Math.exp(-sum)), curve.probability(0.5, 4), 1e-12);
    assertEquals(curve.probability(0.01, 1), curve.probability(0, 0));
    problems.throwIfAny("settings");
  }

  @Test
  void smallerShare_isEnoughOfALongerQuery() {
    NoMatchThreshold silence = read(Map.of("constant", 1, "share", 6, "length", 3));
    assertFalse(silence.isAnswered(Language.EN, 0.3, 2));
    assertTrue(silence.isAnswered(Language.EN, 0.3, 8));
    assertTrue(silence.isMeant(Language.EN, 0.3, 8));
    assertEquals(silence.isAnswered(Language.ZH, 0.4, 2), silence.isAnswered(Language.ZH, 0.4, 8));
  }

  @Test
  void wrongValues_areReported() {
    read(Map.of("constant", 1, "share", 0, "length", 3));
    assertTrue(
        problems.list().toString().contains("search.yaml.silence.words.en"),
        problems.list()::toString);
  }
}
