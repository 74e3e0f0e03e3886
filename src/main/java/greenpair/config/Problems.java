package greenpair.config;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.util.ArrayList;
import java.util.List;

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
