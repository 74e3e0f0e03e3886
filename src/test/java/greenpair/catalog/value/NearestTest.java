package greenpair.catalog.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS =
      List.of("minimum_fit", "market", "firm", "in", "a", "--port");

  @ParameterizedTest
  @CsvSource({
    "markt, market",
    "markets, market",
    "mraket, market",
    "mrakte, market",
    "frim, firm",
    "firms, firm",
    "ni, in",
    "minimumfit, minimum_fit",
    "b, a",
    "A, a",
    "--prt, --port",
  })
  void slip_findsTheWord(String slip, String word) {
    assertEquals(Optional.of(word), Nearest.to(slip, WORDS));
    assertEquals(Optional.of(word), Nearest.to(slip, WORDS));
  }

  @ParameterizedTest
  @CsvSource({"--pirk", "solution", "mart_ke", "fi__", "minamumfat_"})
  void farWord_findsNone(String word) {
    assertEquals(Optional.empty(), Nearest.to(word, WORDS));
    assertEquals(Optional.empty(), Nearest.to(word, WORDS));
  }

  @Test
  void swapOfNeighbours_isOneEdit() {
    assertEquals(Optional.of("abcd"), Nearest.to("bacd", List.of("abcd", "bxcx")));
    assertEquals(Optional.of("ab"), Nearest.to("ba", List.of("ab")));
  }

  @Test
  void words_thatAreSkippedForTheirLength_areNeverTheNearest() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      List<String> words = new ArrayList<>();
      for (int each = 0; each < 20; each++) {
        words.add(word(random));
      }
      String word = word(random);
      Optional<String> nearest =
          words.stream()
              .filter(
                  each -> Nearest.distance(word, each, 60) <= Math.clamp(each.length() / 3, 1, 3))
              .min(
                  Comparator.comparingInt((String each) -> Nearest.distance(word, each, 60))
                      .thenComparing(Comparator.naturalOrder()));
      assertEquals(nearest, Nearest.to(word, words));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int left = 1 + random.nextInt(12); left > 0; left--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  @Test
  void longValue_isCutWithoutHalfOfAPair() {
    assertEquals("x".repeat(60), Nearest.shorten("x".repeat(60)));
    assertEquals("x".repeat(60) + "…", Nearest.shorten("x".repeat(61)));
    assertEquals("x".repeat(59) + "…", Nearest.shorten("x".repeat(59) + "🚌🚌"));
    assertEquals("x".repeat(58) + "🚌…", Nearest.shorten("x".repeat(58) + "🚌🚌"));
  }
}
