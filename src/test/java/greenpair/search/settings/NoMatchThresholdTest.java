package greenpair.search.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.config.Problems;
import greenpair.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoMatchThresholdTest {
  private static final Map<String, ?> CURVE =
      Map.of("constant", 8.64, "score", 6.25, "length", 2.87);

  private static final Map<String, ?> NONE = Map.of("score", 0.0, "words", 0);
  private static final Map<String, ?> FLOORS =
      Map.of("en", NONE, "zh", Map.of("score", 0.4, "words", 5));

  private final Problems problems = new Problems();

  private static final Map<String, ?> BOTH = Map.of("en", CURVE, "zh", CURVE);

  private NoMatchThreshold read(Map<String, ?> values) {
    return NoMatchThreshold.read(new Settings("search.yaml.silence", values, problems));
  }

  @Test
  void minimum_isTheScoreOfTheLeastProbability() {
    NoMatchThreshold silence =
        read(Map.of("least", 0.05, "floor", FLOORS, "en", CURVE, "zh", CURVE, "rendered", BOTH));
    problems.throwIfAny("settings");
    for (int words : new int[] {1, 4, 20, 300}) {
      double minimum = silence.minimum(Language.EN, false, words);
      assertEquals(0.05, silence.curve(Language.EN, false).probability(minimum, words), 1e-9);
    }
  }

  @Test
  void longerQuery_reachesALowerScore_andAHigherScoreIsABetterSign() {
    NoMatchThreshold silence =
        read(Map.of("least", 0.05, "floor", FLOORS, "en", CURVE, "zh", CURVE, "rendered", BOTH));
    assertTrue(silence.minimum(Language.ZH, true, 20) < silence.minimum(Language.ZH, true, 3));
    NoMatchThreshold.Curve curve = silence.curve(Language.EN, false);
    assertTrue(curve.probability(0.3, 5) > curve.probability(0.1, 5));
  }

  @Test
  void shortQuery_mustReachTheFloor_inItsOwnLanguage() {
    NoMatchThreshold silence =
        read(Map.of("least", 0.05, "floor", FLOORS, "en", CURVE, "zh", CURVE, "rendered", BOTH));
    assertEquals(0.4, silence.minimum(Language.ZH, false, 5));
    double likely = silence.minimum(Language.ZH, true, 5);
    assertTrue(likely < 0.4);
    assertEquals(likely, silence.minimum(Language.EN, false, 5));
    assertTrue(silence.minimum(Language.ZH, false, 6) < likely);
  }

  @Test
  void missingLanguage_isAFault_thatNamesIt() {
    read(Map.of("least", 0.05, "floor", FLOORS, "en", CURVE, "rendered", Map.of("zh", CURVE)));
    assertTrue(
        problems.list().toString().contains("search.yaml.silence.zh"), problems.list()::toString);
    assertTrue(
        problems.list().toString().contains("search.yaml.silence.rendered.en"),
        problems.list()::toString);
  }
}
