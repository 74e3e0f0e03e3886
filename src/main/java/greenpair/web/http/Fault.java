package greenpair.web.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a request.
///
/// @param field the parameter or the path into the body, such as `city.grid.factor`
/// @param value what was given, shortened; null when nothing was
/// @param rule what the field must be, as the end of a sentence that begins with its name
/// @param next what to do about it
public record Fault(
    String field,
    @Nullable String value,
    String rule,
    @JsonProperty("rule_zh") String ruleZh,
    String next,
    @JsonProperty("next_zh") String nextZh) {
  private static final int LONGEST = 60;

  /// How a rule of English begins, and how the same begins as a demand.
  private static final Map<String, String> ASKED =
      Map.of(
          "is ", "must be ",
          "has ", "must have ",
          "names ", "must name ",
          "goes ", "must go ",
          "stands ", "must stand ",
          "must be there: ", "must not be empty: ");

  public static Fault of(String field, @Nullable String value, Said rule, Said next) {
    return new Fault(
        show(field),
        value == null ? null : show(value),
        rule.en(),
        rule.zh(),
        next.en(),
        next.zh());
  }

  /// The fault as one sentence.
  public Said sentence() {
    return new Said(
        field + " " + rule + (value == null ? "." : "; got \"" + value + "\"."),
        field + ruleZh + (value == null ? "。" : "；收到“" + value + "”。"));
  }

  /// What a form says beside the field: the rule and what to do. After a label, "is a number" would
  /// read as what was typed and not as what is asked for.
  public Said says() {
    return new Said(asked(rule) + "; " + next + ".", ruleZh + "；" + nextZh + "。");
  }

  private static String asked(String rule) {
    if (rule.startsWith("is not ")) {
      return rule; // What was typed is told here, not what is asked for.
    }
    for (Map.Entry<String, String> each : ASKED.entrySet()) {
      if (rule.startsWith(each.getKey())) {
        return each.getValue() + rule.substring(each.getKey().length());
      }
    }
    return rule;
  }

  /// The text as an error may show it: 60 characters at most, no half of a surrogate pair.
  public static String show(String text) {
    return show(text, LONGEST);
  }

  /// As [#show(String)], with another length in characters.
  public static String show(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(shown::appendCodePoint);
    boolean cut = text.codePointCount(0, text.length()) > longest;
    return cut ? shown.append('…').toString() : shown.toString();
  }
}
