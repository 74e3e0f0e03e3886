package greenpair;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every text of every answer about the demonstration cohort, in both languages.
abstract class TextFacts {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  /// Gives every text in a document with the path to it.
  private static void texts(Object document, BiConsumer<String, Text> out) {
    texts("", document, out);
  }

  private static void texts(String path, Object value, BiConsumer<String, Text> out) {
    switch (value) {
      case Text text -> out.accept(path, text);
      case List<?> list -> list.forEach(each -> texts(path, each, out));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          try {
            Object part = component.getAccessor().invoke(record);
            if (part != null) {
              texts(path + "." + component.getName(), part, out);
            }
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(path, e);
          }
        }
      }
      default -> {}
    }
  }

  private static boolean hasHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /// Names of firms and financiers that their source gives in one language only.
  private static final Set<String> OWN_NAMES =
      Set.of(
          ".recommendations.name",
          ".incumbents.name",
          ".belowThreshold.name",
          ".unproven.name",
          ".peers.name",
          ".excluded.name");

  @Test
  void everyText_ofEveryAnswer_isThereInBothLanguages() {
    Set<String> paths = new TreeSet<>();
    cohort.asked.forEach(
        each ->
            texts(
                each.answer(),
                (path, text) -> {
                  paths.add(path);
                  String place = path + " of " + each.place() + ": " + text;
                  String english = text.en();
                  String chinese = text.zh();
                  boolean isOwnName = OWN_NAMES.contains(path) || path.endsWith(".firms.name");
                  if (isOwnName && (english == null || chinese == null)) {
                    return;
                  }
                  assertNotNull(english, place);
                  assertNotNull(chinese, place);
                  assertTrue(english.equals(chinese) || hasHan(chinese), place);
                  assertFalse(hasHan(english), place);
                  for (String broken : List.of("{", "}", "null", "  ", "。。", "..")) {
                    assertFalse(english.contains(broken), place);
                    assertFalse(chinese.contains(broken), place);
                  }
                }));
    assertTrue(paths.contains(".recommendations.reason"), paths::toString);
    assertTrue(paths.contains(".recommendations.gates.because"), paths::toString);
    assertTrue(paths.contains(".nearest.outcome"), paths::toString);
    assertTrue(paths.size() > 20, paths::toString);
  }

  @Test
  void menloPark_isNeverMentionedForPaloAlto() {
    cohort.asked.stream()
        .filter(each -> each.city().id().value().equals("us-ca-paloalto"))
        .forEach(
            each ->
                texts(
                    each.answer(),
                    (path, text) ->
                        assertFalse(
                            String.valueOf(text.en()).contains("Menlo Park")
                                || String.valueOf(text.zh()).contains("门洛帕克"),
                            path)));
  }
}
