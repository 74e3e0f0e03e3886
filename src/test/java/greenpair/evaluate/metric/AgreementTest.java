package greenpair.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.evaluate.trec.Qrels;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static Qrels grades(int a, int b, int c, int d) {
    return new Qrels(Map.of("t", Map.of("a", a, "b", b, "c", c, "d", d)));
  }

  @Test
  void agreement_ofTheSameGrades_isOne() {
    assertEquals(new Agreement(4, 1, 1, 1), Agreement.of(grades(0, 1, 2, 3), grades(0, 1, 2, 3)));
    assertEquals(1, Agreement.of(grades(2, 2, 2, 2), grades(2, 2, 2, 2)).kappa());
  }

  @Test
  void agreement_ofOppositeGrades_isBelowChance() {
    // Squares of the pairs: 9 + 1 + 1 + 9 = 20; by chance: 40 over 16 combinations, so 10 for 4.
    assertEquals(-1, Agreement.of(grades(0, 1, 2, 3), grades(3, 2, 1, 0)).kappa(), 1e-9);
  }

  @Test
  void agreement_looksAtPairsOfBothAlone() {
    Qrels more = new Qrels(Map.of("t", Map.of("a", 0, "b", 2, "x", 3), "u", Map.of("a", 3)));
    assertEquals(2, Agreement.of(grades(0, 3, 2, 1), more).pairs());
    assertThrows(
        IllegalArgumentException.class,
        () -> Agreement.of(grades(0, 0, 0, 0), new Qrels(Map.of("v", Map.of("a", 1)))));
  }
}
