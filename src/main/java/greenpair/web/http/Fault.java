package greenpair.web.http;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// An error in a request.
///
/// @param field the parameter or the path into the body, such as `city.grid.factor`
/// @param value the given value, shortened; null if there was none
/// @param rule what the field must be, as the end of a sentence that begins with its name
public record Fault(String field, @Nullable String value, Message rule, Message next) {
  private static final int LONGEST = 60;

  public static Fault of(String field, @Nullable String value, Message rule, Message next) {
    return new Fault(show(field), value == null ? null : show(value), rule, next);
  }

  public Message sentence() {
    return value == null
        ? Message.of("fault.sentence", "field", field, "rule", rule)
        : Message.of("fault.sentence_got", "field", field, "rule", rule, "value", value);
  }

  /// The text shown beside the field of a form, where its name is already visible: the rule and the
  /// next step, and the value, which may be one of several there.
  public Message beside() {
    return value == null
        ? Message.of("fault.beside", "rule", rule, "next", next)
        : Message.of("fault.beside_got", "rule", rule, "value", value, "next", next);
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
