package greenpair.registry.source.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.config.Problems;
import greenpair.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  private final Problems problems = new Problems();
  private final Settings keys = new Settings("a.yaml", Map.of(), problems);

  private Regex regex(String text) {
    return Regex.read(keys, "remove", text);
  }

  @Test
  void regex_doesWhatItSays() {
    assertEquals("b-a", regex("(a)(b)").replace("ab", "$2-$1"));
    assertEquals(List.of("a", "", "b", ""), regex("[;,]").split("a;,b;"));
    assertEquals("2019", regex("(\\d{4})").extract("in 2019"));
    assertEquals("2019", regex("\\d{4}").extract("in 2019"));
    assertNull(regex("(x)?y").extract("y"));
    assertNull(regex("x").extract("y"));
  }

  /// With a backtracking engine, each would run for years or overflow the stack.
  @ParameterizedTest
  @ValueSource(
      strings = {"(?:a|a?)+?(?:a|a?)+?(?:a|a?)+?c", "(.*)*(.*)*[,;]z", "(?:.|\\n)*?z", "(a+)+$"})
  void regex_thatCouldGoBack_takesTimeInProportion(String text) {
    String long1 = "a".repeat(100_000) + "!";
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertEquals(long1, regex(text).replace(long1, "")));
    assertEquals(List.of(), problems.list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a(?!b)", "(?<=a)b", "(a)\\1", "(?x)a b"})
  void regex_thatRe2DoesNotHave_isAProblemThatReportsIt(String text) {
    assertFalse(regex(text).finds("ab"));
    assertTrue(
        problems.list().getFirst().contains("of RE2, which does not support"),
        problems.list()::toString);
  }

  @Test
  void replacement_ofAGroupThatIsInvalid_isAProblem() {
    regex("(a)").checkReplacement(keys, "replace", "$1 and \\$");
    assertEquals(List.of(), problems.list());
    for (String with : List.of("$2", "${x}")) {
      regex("(a)").checkReplacement(keys, "replace", with);
    }
    assertEquals(2, problems.list().size(), problems.list()::toString);
  }
}
