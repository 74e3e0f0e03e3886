package greenpair.evaluate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;

class RandomisationTest {
  private static final Randomisation TEST = Randomisation.of(11);

  private static List<Double> drawn(Random random, int size, double shift) {
    List<Double> differences = new ArrayList<>();
    for (int topic = 0; topic < size; topic++) {
      differences.add(random.nextGaussian() + shift);
    }
    return differences;
  }

  /// By hand: 0.3, 0.2 and -0.1 sum to 0.4. The 8 flips sum to 0.6, 0.4, 0.2, 0.0, 0.0, -0.2, -0.4,
  /// -0.6; four of them are at least 0.4 away from 0. So p = 4/8. (0.3 + 0.2 - 0.1 is not exactly
  /// 0.4 in binary; rounding must not lose it.)
  @Test
  void test_ofThreeTopics_workedByHand() {
    assertEquals(0.5, TEST.test(List.of(0.3, 0.2, -0.1)));
  }

  /// By hand: when all of n differences point the same way only two flips reach the sum: 2/2^n.
  @Test
  void test_ofTopicsThatAllAgree_workedByHand() {
    assertEquals(0.25, TEST.test(List.of(0.1, 0.2, 0.3)));
    assertEquals(2.0 / (1 << 20), TEST.test(Collections.nCopies(20, -0.1)));
  }

  @Test
  void test_withTies_leavesThemOut() {
    List<Double> differences = new ArrayList<>(Collections.nCopies(100, 0.0));
    differences.addAll(List.of(0.3, 0.2, -0.1));

    assertEquals(0.5, TEST.test(differences));
    assertEquals(1, TEST.test(List.of(0.0, 0.0)));
    assertEquals(1, TEST.test(List.of()));
  }

  /// 21 times 0.1 against 5 times -0.1 of 26 topics: the sums are those of 26 coins, and
  /// P(at least 21 or at most 5 heads) = 2 * (65780 + 14950 + 2600 + 325 + 26 + 1) / 2^26
  /// = 0.0024939.
  @Test
  void test_ofManyTopics_isNearTheBinomialSum() {
    List<Double> differences = new ArrayList<>(Collections.nCopies(21, 0.1));
    differences.addAll(Collections.nCopies(5, -0.1));
    double p = TEST.test(differences);

    assertEquals(0.0024939, p, 0.0006);
    assertEquals(p, TEST.test(differences));
  }

  /// When there is no difference in truth, p is below 0.05 about 5 % of the time.
  @Test
  void test_withoutATrueDifference_seldomFindsOne() {
    Random random = new Random(5);
    int found = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      if (TEST.test(drawn(random, 10, 0)) <= 0.05) {
        found++;
      }
    }
    assertTrue(found >= 30 && found <= 70, "found " + found + " of 1000");
  }
}
