package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  private final Problems problems = new Problems();
  private final Keys keys = new Keys("a.yaml", Map.of(), problems);

  private Regex regex(String text) {
    return Regex.read(keys, "remove", text);
  }

  @Test
  void regex_doesWhatItSays() throws ValueFault {
    assertEquals("b-a", regex("(a)(b)").replace("ab", "$2-$1"));
    assertEquals(List.of("a", "", "b", ""), regex("[;,]").split("a;,b;"));
    assertEquals("2019", regex("(\\d{4})").extract("in 2019"));
    assertEquals("2019", regex("\\d{4}").extract("in 2019"));
    assertNull(regex("(x)?y").extract("y"));
    assertNull(regex("x").extract("y"));
  }

  /// Each would run for years, or fill the stack, on the text of its kind.
  @ParameterizedTest
  @ValueSource(
      strings = {"(a*)*\\1b", "(?:a|a?)+?(?:a|a?)+?(?:a|a?)+?c", "(.*)*(.*)*[,;]z", "(?:.|\\n)*?z"})
  void regex_thatTriesTooMuch_isAFault(String text) {
    ValueFault fault =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () ->
                assertThrows(
                    ValueFault.class, () -> regex(text).replace("a".repeat(100_000) + "!", "")));
    assertTrue(fault.rule().contains("takes too long"), fault::toString);
  }

  @Test
  void replacement_ofAGroupThatIsNone_isAProblem() {
    regex("(a)").checkReplacement(keys, "replace", "$1 and \\$");
    assertEquals(List.of(), problems.list());
    for (String with : List.of("$2", "${x}", "$", "a\\")) {
      regex("(a)").checkReplacement(keys, "replace", with);
    }
    assertEquals(4, problems.list().size(), problems.list()::toString);
  }
}
