package greenpair.registry.format;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field of a record.
///
/// @param path such as `grid.factor`; empty for the whole record
/// @param value shortened; null if there is none, or if the rule names it
/// @param rule what the field must be, as the end of a sentence that begins with its path
/// @param text all of it as one sentence
public record FieldProblem(String path, @Nullable String value, Message rule, Message text) {
  static FieldProblem of(Message text) {
    return new FieldProblem("", null, text, text);
  }
}
