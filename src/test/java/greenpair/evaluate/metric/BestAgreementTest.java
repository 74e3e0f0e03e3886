package greenpair.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.evaluate.trec.Qrels;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestAgreementTest {
  private static final Qrels ONE =
      new Qrels(
          Map.of(
              "t", Map.of("a", 3, "b", 2),
              "u", Map.of("a", 3),
              "v", Map.of("b", 3),
              "w", Map.of("b", 3)));

  @Test
  void agreement_ofTheSameJudgements_isOne() {
    assertEquals(new BestAgreement(4, 1, 1, 1), BestAgreement.of(ONE, ONE));
  }

  @Test
  void agreement_isComputedFromTheBestDocument() {
    Qrels other =
        new Qrels(
            Map.of(
                "t", Map.of("b", 3, "a", 2),
                "u", Map.of("a", 3, "c", 0),
                "v", Map.of("b", 3, "c", 2),
                "x", Map.of("a", 3)));
    // The same for u and v, two of three; by chance (2 * 1 + 1 * 2) / 9; Jaccard 1, 1 and 1/2.
    BestAgreement agreement = BestAgreement.of(ONE, other);
    assertEquals(3, agreement.topics());
    assertEquals(2.0 / 3, agreement.same(), 1e-9);
    assertEquals((2.0 / 3 - 4.0 / 9) / (1 - 4.0 / 9), agreement.kappa(), 1e-9);
    assertEquals(2.5 / 3, agreement.common(), 1e-9);
  }

  @Test
  void agreement_needsATopicOfBoth() {
    Qrels other = new Qrels(Map.of("z", Map.of("a", 3)));
    assertThrows(IllegalArgumentException.class, () -> BestAgreement.of(ONE, other));
  }
}
