package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdCalibrationTest {
  private static ThresholdCalibration.Judged judged(String topic, double score, boolean good) {
    return new ThresholdCalibration.Judged(topic, topic, score, good);
  }

  @Test
  void threshold_isTheLowestScoreWithTheChance() {
    List<ThresholdCalibration.Judged> all =
        List.of(
            judged("a", 0.1, false),
            judged("a", 0.2, false),
            judged("b", 0.416, true),
            judged("b", 0.5, false),
            judged("b", 0.6, true),
            judged("c", 0.7, true));
    // 0.416 and 0.5 are pooled: one of two is good.
    assertEquals(0.41, ThresholdCalibration.threshold(all, 0.5));
    assertEquals(0.6, ThresholdCalibration.threshold(all, 0.6));
  }

  @Test
  void noGoodEntry_letsNothingThrough() {
    assertEquals(1, ThresholdCalibration.threshold(List.of(judged("a", 0.9, false)), 0.5));
    assertEquals(1, ThresholdCalibration.threshold(List.of(), 0.5));
  }

  @Test
  void equalScores_countTogether() {
    List<ThresholdCalibration.Judged> all =
        List.of(judged("a", 0.5, true), judged("a", 0.5, false), judged("a", 0.5, false));
    assertEquals(Map.of(0.5, 1.0 / 3), ThresholdCalibration.chances(all));
  }

  @Test
  void effect_countsFalseRecommendationsAndFalseSilence() {
    List<ThresholdCalibration.Judged> all =
        List.of(
            judged("a", 0.9, true),
            judged("a", 0.8, false),
            judged("b", 0.3, true),
            judged("c", 0.9, false));
    assertEquals(
        new ThresholdCalibration.Effect(4, 3, 2, 1, 2, 1), ThresholdCalibration.effect(all, 0.5));
    assertEquals(
        new ThresholdCalibration.Effect(4, 0, 0, 2, 2, 2), ThresholdCalibration.effect(all, 1));
  }

  @Test
  void withoutEach_leavesOneCityOut() {
    List<ThresholdCalibration.Judged> all =
        List.of(judged("a", 0.4, true), judged("b", 0.6, true), judged("b", 0.2, false));
    assertEquals(Map.of("a", 0.6, "b", 0.4), ThresholdCalibration.withoutEach(all, 0.5));
  }

  @Seeded
  void chances_neverFallAndKeepTheMean(Random random) {
    List<ThresholdCalibration.Judged> all = new ArrayList<>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      all.add(judged("t", random.nextInt(20) / 20.0, random.nextBoolean()));
    }
    double before = -1;
    for (double chance : ThresholdCalibration.chances(all).values()) {
      assertTrue(chance > before && chance <= 1, () -> "fell to " + chance);
      before = chance;
    }
    double low = ThresholdCalibration.threshold(all, 0.3);
    assertTrue(ThresholdCalibration.threshold(all, 0.6) >= low);
  }
}
