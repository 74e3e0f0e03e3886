package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Text;
import greenpair.match.rank.Explanation;
import java.math.BigDecimal;

/// Invariants of the scores and sentences of every answer.
final class Soundness {
  private Soundness() {}

  static void assertExact(Explanation explanation, double score) {
    BigDecimal sum =
        explanation.parts().stream()
            .map(each -> BigDecimal.valueOf(each.contribution()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(BigDecimal.valueOf(score)), () -> sum + " and " + score);
    assertEquals(score, explanation.value());
  }

  static void assertWhole(Text text) {
    assertBoth(text);
    assertTrue(String.valueOf(text.en()).endsWith("."), text::toString);
    assertTrue(String.valueOf(text.zh()).endsWith("。"), text::toString);
  }

  static void assertBoth(Text text) {
    String en = String.valueOf(text.en());
    String zh = String.valueOf(text.zh());
    assertTrue(text.en() != null && !en.contains("{") && !en.contains("null"), text::toString);
    assertTrue(text.zh() != null && !zh.contains("{") && !zh.contains("null"), text::toString);
    assertTrue(zh.codePoints().anyMatch(Character::isIdeographic), text::toString);
  }
}
