package greenpair.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.evaluate.Seeds;
import greenpair.evaluate.trec.TrecRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static final TrecRun RUN =
      TrecRun.ranked(
          "x", Map.of("t1", List.of("a", "b"), "t2", List.of("a"), "t3", List.of("a", "c")));

  /// By hand, k = 2, catalog a, b, c, d: counts 3, 1, 1, 0. In rising order 0, 1, 1, 3 with weights
  /// 2i - n - 1 = -3, -1, 1, 3: sum = 0 - 1 + 1 + 9 = 9, over n * 5 = 20: Gini = 0.45. Shown are
  /// three of four.
  @Test
  void exposure_workedByHand() {
    Exposure exposure = Exposure.of(RUN, 2, Set.of("a", "b", "c", "d"));

    assertEquals(Map.of("a", 3, "b", 1, "c", 1, "d", 0), exposure.counts());
    assertEquals(0.45, exposure.gini(), 1e-12);
    assertEquals(0.75, exposure.coverage());
  }

  /// By hand, k = 1: only a is shown, so Gini is at its most, 1 - 1/4.
  @Test
  void exposure_ofOneEntryOnly_isAtItsMost() {
    Exposure exposure = Exposure.of(RUN, 1, Set.of("a", "b", "c", "d"));

    assertEquals(0.75, exposure.gini(), 1e-12);
    assertEquals(0.25, exposure.coverage());
  }

  @Test
  void exposure_thatIsEven_isZero() {
    assertEquals(0, new Exposure(1, Map.of("a", 2, "b", 2)).gini());
    assertEquals(0, new Exposure(1, Map.of("a", 0, "b", 0)).gini());
    assertEquals(0, new Exposure(1, Map.of("a", 5)).gini());
  }

  @Test
  void exposure_ofADocOutsideTheCatalog_isRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Exposure.of(
                        TrecRun.ranked("x", Map.of("t", List.of("siemans"))), 1, Set.of("siemens")))
            .toString();

    assertTrue(message.contains("\"siemans\" in topic \"t\" (did you mean \"siemens\"?)"), message);
  }

  /// Gini is also half the mean absolute difference of all pairs over the mean.
  @Test
  void gini_ofDrawnCounts_isHalfTheRelativeMeanDifference() {
    Seeds.each(
        500,
        random -> {
          Map<String, Integer> counts = new TreeMap<>();
          counts.put("d0", 1 + random.nextInt(20));
          for (int doc = 1; doc <= random.nextInt(15); doc++) {
            counts.put("d" + doc, random.nextInt(20));
          }
          double apart = 0;
          double sum = 0;
          for (int one : counts.values()) {
            sum += one;
            for (int other : counts.values()) {
              apart += Math.abs(one - other);
            }
          }
          int n = counts.size();
          double gini = new Exposure(1, counts).gini();

          assertEquals(apart / (2 * n * sum), gini, 1e-12);
          assertTrue(gini >= 0 && gini <= 1 - 1.0 / n + 1e-12, "gini is " + gini);
        });
  }
}
