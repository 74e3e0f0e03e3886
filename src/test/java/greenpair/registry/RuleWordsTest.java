package greenpair.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(is|must|has|have|may|names|holds|unknown|missing|got)\\b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv:3: Founded: is a whole number; got \"soon\"|a.csv:3：Founded：须为整数；实际为\"soon\"",
        "a.csv:3: Size: is a range from low to high; got \"9–1\"|a.csv:3：Size：须为由低到高的范围；实际为\"9–1\"",
        "b.jsonl:1: id is missing; it must be there|b.jsonl:1：id缺失，必须填写",
        "b.jsonl:1: stage is one of idea, plan (did you mean \"plan\"?); got \"plam\""
            + "|b.jsonl:1：stage须为下列之一：idea, plan（是否应为“plan”？）；实际为\"plam\"",
        "a.csv:9: firm: website is an address that begins with http:// or https://; got \"x\""
            + "|a.csv:9：firm：website须为以http://或https://开头的网址；实际为\"x\"",
        "a.csv:4: row: a thing that nobody knows|a.csv:4：row: a thing that nobody knows"
      })
  void fault_isSaidInChinese_withItsPlaceAndValue(String english, String chinese) {
    assertEquals(chinese, RuleWords.of(english).zh());
    assertEquals(english, RuleWords.of(english).en());
  }

  @Test
  void mostFaultsOfTheStrictReader_areKnown() {
    CatalogJson json = Lines.JSON;
    List<String> left = new ArrayList<>();
    for (BadLine bad : BadLine.ALL) {
      Reading read = json.read(bad.line().getBytes(StandardCharsets.UTF_8), new Origin("a", 1));
      if (read instanceof Reading.Rejected rejected) {
        String chinese = String.valueOf(RuleWords.of("a:1: " + rejected.problem()).zh());
        if (ENGLISH.matcher(chinese.replaceAll("实际为.*", "")).find()) {
          left.add(rejected.problem());
        }
      }
    }
    assertTrue(left.size() * 10 < BadLine.ALL.size(), () -> String.join("\n", left));
  }
}
