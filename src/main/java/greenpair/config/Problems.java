package greenpair.config;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.message.MessageException;
import org.jspecify.annotations.Nullable;

/// Collects errors so that all of them are reported at once.
public final class Problems {
  private static final int MOST_SAID = 50;

  private final List<Message> found = new ArrayList<>();

  public void add(Message problem) {
    found.add(problem);
  }

  /// Adds what a place says, a sentence of its own.
  public void at(Object where, Message problem) {
    add(Message.of("line.at", "place", where, "problem", problem));
  }

  /// Adds the fault of a place.
  ///
  /// @param line message of the line in the file, or an empty text
  public void add(Object where, Message rule, Object line) {
    add(Message.of("config.fault", "where", where, "rule", rule, "line", line));
  }

  /// Adds that a value at a place breaks a rule.
  ///
  /// @param words of which the nearest is named
  /// @param line message of the line in the file, or an empty text
  public void refuse(
      Object where, Message rule, @Nullable Object value, Collection<String> words, Object line) {
    String word = "".equals(value) ? "\"\"" : Nearest.shorten(String.valueOf(value));
    Message was =
        Message.of(
            "config.refused", "rule", rule, "value", word, "hint", Message.near(word, words));
    add(where, was, line);
  }

  /// The same without known words and line.
  public void refuse(Object where, Message rule, @Nullable Object value) {
    refuse(where, rule, value, List.of(), "");
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
            Message.near(key, known),
            "line",
            line));
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

  /// The first of them, each on a line, and how many more there are; there must be one. A long file
  /// can have one in every line.
  public Message lines() {
    Message said =
        found.stream()
            .limit(MOST_SAID)
            .reduce((one, other) -> Message.of("config.and", "one", one, "other", other))
            .orElseThrow();
    int more = found.size() - MOST_SAID;
    return more <= 0 ? said : Message.of("config.more", "first", said, "count", more);
  }

  /// Throws one exception that lists all errors, if there are any.
  ///
  /// @param file where they are, a path or a message
  public void throwIfAny(Object file) {
    if (!found.isEmpty()) {
      throw new MessageException(Message.of("config.errors", "file", file, "faults", lines()));
    }
  }
}
