package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.source.convert.RowResults;
import org.junit.jupiter.api.Test;

/// Errors of readers are reported in both languages.
class ProblemLanguagesTest {
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(is|must|has|have|may|names|holds|unknown|missing|got)\\b");

  @Test
  void problemOfALine_namesPathRuleAndValue_inChinese() {
    assertEquals("id为必填项", chinese("{\"kind\":\"firm\",\"name\":{\"en\":\"X\"}," + SOURCE + "}"));
    assertEquals(
        "id须为文本形式的编号；实际为7",
        chinese("{\"kind\":\"firm\",\"id\":7,\"name\":{\"en\":\"X\"}," + SOURCE + "}"));
    assertTrue(chinese("{\"kind\":\"firmm\",\"id\":\"x\"}").contains("（是否应为“firm”？）；实际为\"firmm\""));
  }

  private static final String SOURCE =
      "\"provenance\":[{\"source\":\"memory\",\"verified\":false}]";

  /// Only messages of the JSON parser have no Chinese text.
  @Test
  void problems_ofAllBadLines_holdNoEnglishRule_inChinese() {
    Set<String> left = new TreeSet<>();
    for (BadLine bad : BadLine.ALL) {
      String chinese = chinese(bad.line());
      String rules = chinese.replaceAll("实际为[^；]*|“[^”]*”|\"[^\"]*\"|JSON：.*", "");
      if (ENGLISH.matcher(rules).find()) {
        left.add(chinese);
      }
    }
    assertEquals(Set.of(), left);
  }

  private static String chinese(String line) {
    LineResult read = Lines.JSON.read(line.getBytes(StandardCharsets.UTF_8), new Origin("a", 1));
    return read instanceof LineResult.Rejected rejected ? rejected.problem().in(Language.ZH) : "";
  }

  @Test
  void rejectedRow_namesPlaceColumnRuleAndValue_inBothLanguages() {
    RowResults.Rejection row =
        new RowResults.Rejection(
            new Origin("a.csv", 3), "Founded", "soon", Message.of("row.integer"));
    assertEquals(
        "a.csv:3: Founded: must be an integer (round: true rounds to the nearest), but was"
            + " \"soon\"",
        row.says().in(Language.EN));
    assertEquals("a.csv:3：Founded：须为整数（设round: true可四舍五入）；实际为“soon”", row.says().in(Language.ZH));
  }
}
