package greenpair.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.SiteCondition;
import greenpair.message.Message;
import org.junit.jupiter.api.Test;

/// [Settings] and [Problems].
class SettingsTest {
  private final Problems problems = new Problems();

  private Settings settings(Map<String, ?> values) {
    return new Settings("x.yaml", values, problems);
  }

  record Part(double share, @Rule.Range(min = 1, max = 9) int mostWords) {}

  record Whole(Set<String> words, Part part, @Rule.Range(max = 5) double weight, String other) {}

  @Test
  void record_isReadByItsComponents() {
    Settings settings =
        settings(
            Map.of(
                "words", List.of("b", "a"),
                "part", Map.of("share", 0.5, "most_words", 9),
                "weight", 5));
    assertEquals(
        new Whole(Set.of("a", "b"), new Part(0.5, 9), 5, "given"),
        settings.record(Whole.class, Map.of("other", "given")));
    settings.finish();
    assertTrue(problems.isEmpty());
  }

  @Test
  void record_ofWrongValues_saysAllOfThem() {
    Settings settings = settings(Map.of("part", Map.of("share", 2, "most", 1), "weight", 6));
    settings.record(Whole.class, Map.of("other", "given"));
    settings.finish();
    assertEquals(
        List.of(
            "x.yaml.part.share must be a number from 0 to 1, but was 2",
            "x.yaml.part.most_words must be an integer from 1 to 9, but was null",
            "x.yaml.weight must be a number from 0 to 5, but was 6",
            "x.yaml.part: unknown key \"most\""),
        problems.list());
  }

  @Test
  void values_thatAreWrong_areAllSaid_andDefaultsStandIn() {
    Settings settings =
        settings(Map.of("a", 2, "b", "1", "c", " ", "d", Map.of(), "e", 1, "f", 1.5));
    assertEquals(0, settings.number("a", 0, 1));
    assertEquals(0.5, settings.number("b", 0.5, 1));
    assertEquals("?", settings.text("c"));
    assertEquals(List.of(), settings.texts("d"));
    assertEquals(Set.of(), settings.child("e").keys());
    settings.whole("f", 1, 2);
    settings.number("h", 0, 1);
    settings.finish();
    assertEquals(
        List.of(
            "x.yaml.a must be a number from 0 to 1, but was 2",
            "x.yaml.b must be a number from 0.5 to 1, but was 1",
            "x.yaml.c must be text, but was  ",
            "x.yaml.d must be text or a list of texts, but was {}",
            "x.yaml.e must be a map, but was 1",
            "x.yaml.f must be an integer from 1 to 2, but was 1.5",
            "x.yaml.h must be a number from 0 to 1, but was null"),
        problems.list());
  }

  @Test
  void keysThatNobodyRead_areReportedWithTheNearest() {
    Settings settings = settings(Map.of("wieght", 1, "weights", Map.of("a", 1)));
    settings.child("weights");
    settings.texts("weight");
    settings.finish();
    assertEquals(
        List.of(
            "x.yaml.weights: unknown key \"a\"",
            "x.yaml: unknown key \"wieght\" (did you mean \"weight\"?)"),
        problems.list());
  }

  /// As a catalog file has it: `severe-cold`, not `severe_cold`.
  @Test
  void choice_isReadByItsOwnWord() {
    Settings settings = settings(Map.of("climate", "severe-cold"));
    assertEquals(SiteCondition.SEVERE_COLD, settings.choice("climate", SiteCondition.class));
    assertTrue(problems.isEmpty(), () -> problems.list().toString());
  }

  @Test
  void problems_areThrownTogetherOrNotAtAll() {
    assertDoesNotThrow(() -> problems.throwIfAny("x.yaml"));
    problems.add("one", Message.of("check.required"), "");
    problems.add("two", Message.of("check.required"), "");
    assertFalse(problems.isEmpty());
    assertEquals(
        "errors in x.yaml:\n  - one is required\n  - two is required",
        assertThrows(IllegalArgumentException.class, () -> problems.throwIfAny("x.yaml"))
            .getMessage());
  }

  @Test
  void problems_ofEachLineOfALongFile_areSaidUpToFifty_andTheRestCounted() {
    for (int line = 1; line <= 100_000; line++) {
      problems.add("line " + line, Message.of("check.required"), "");
    }
    for (Language language : Language.values()) {
      List<String> said = problems.lines().in(language).lines().toList();
      assertEquals(51, said.size());
      assertTrue(said.get(49).contains("line 50"), said.get(49));
      assertTrue(said.getLast().contains("99,950"), said.getLast());
    }
  }
}
