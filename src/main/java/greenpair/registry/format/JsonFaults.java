package greenpair.registry.format;

import module java.base;

import greenpair.message.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;

/// Why a text is not the JSON that was expected, in both languages. The texts of the JSON library
/// are English, and name its own settings and classes.
public final class JsonFaults {
  private static final Pattern DUPLICATE = Pattern.compile("^Duplicate [^\"']*[\"']([^\"']*)");

  /// What the library did not expect: `Unrecognized token 'kind'`, `Unexpected character ('#' …`.
  private static final Pattern TOKEN = Pattern.compile("[^']*'([^']{1,60})");

  private JsonFaults() {}

  /// A reason such as "it ends too early".
  public static Message reason(JacksonException fault) {
    String text = String.valueOf(fault.getOriginalMessage());
    Matcher duplicate = DUPLICATE.matcher(text);
    if (duplicate.find()) {
      return Message.of("json.duplicate", "key", duplicate.group(1));
    }
    return switch (fault) {
      case StreamConstraintsException e ->
          Message.of(text.contains("nesting depth") ? "json.deep" : "json.long");
      case UnexpectedEndOfInputException e -> Message.of("json.end");
      case MismatchedInputException e -> Message.of("json.more");
      default -> {
        Matcher token = TOKEN.matcher(text);
        yield token.lookingAt()
            ? Message.of("json.token", "token", token.group(1))
            : Message.of("json.syntax");
      }
    };
  }

  /// The reason with its place, if that is known.
  public static Message at(JacksonException fault) {
    var place = fault.getLocation();
    Message reason = reason(fault);
    return place == null || place.getLineNr() < 1
        ? reason
        : Message.of(
            "json.at", "line", place.getLineNr(), "column", place.getColumnNr(), "reason", reason);
  }
}
