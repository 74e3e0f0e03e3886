package greenpair.config;

import greenpair.catalog.Language;
import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects errors so that all of them are reported at once.
public final class Problems {
  private final List<Message> found = new ArrayList<>();

  public void add(Message problem) {
    found.add(problem);
  }

  /// Adds one that is in the language of its readers, or not yet in both.
  public void add(String problem) {
    add(Message.of("config.plain", "text", problem));
  }

  /// Adds the fault of a place.
  ///
  /// @param line message of the line in the file, or an empty text
  public void add(String where, Message rule, Object line) {
    add(Message.of("config.fault", "where", where, "rule", rule, "line", line));
  }

  /// Adds that a value at a place breaks a rule.
  ///
  /// @param words of which the nearest is named
  /// @param line message of the line in the file, or an empty text
  public void refuse(
      String where, Message rule, @Nullable Object value, Collection<String> words, Object line) {
    String word = Nearest.shorten(String.valueOf(value));
    Message was =
        Message.of("config.refused", "rule", rule, "value", word, "hint", hint(word, words));
    add(where, was, line);
  }

  void addUnknown(String where, String key, Collection<String> known, Object line) {
    add(
        Message.of(
            "config.unknown_key",
            "where",
            where,
            "key",
            key,
            "hint",
            hint(key, known),
            "line",
            line));
  }

  private static Object hint(String word, Collection<String> words) {
    return Nearest.to(word, words)
        .<Object>map(near -> Message.of("usage.near", "near", near))
        .orElse("");
  }

  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// All of them in English.
  public List<String> list() {
    return found.stream().map(each -> each.in(Language.EN)).toList();
  }

  /// All of them, each on a line; there must be one.
  public Message lines() {
    return found.stream()
        .reduce((one, other) -> Message.of("config.and", "one", one, "other", other))
        .orElseThrow();
  }

  /// Throws one exception that lists all errors, if there are any.
  public void throwIfAny(String what) {
    throwIfAny(Message.of("config.plain", "text", what));
  }

  public void throwIfAny(Message what) {
    if (!found.isEmpty()) {
      throw new MessageException(Message.of("config.errors", "what", what, "faults", lines()));
    }
  }
}
