package greenpair.message;

import module java.base;

import greenpair.catalog.value.InvalidException;

/// An exception whose message exists in both languages.
public interface Translated {
  Message text();

  /// What an exception says, in both languages if it has them.
  static Message of(Throwable e) {
    return switch (e) {
      case Translated known -> known.text();
      case InvalidException invalid ->
          new Message("catalog." + invalid.rule(), Map.copyOf(invalid.values()));
      default ->
          Message.of(
              "failure.other", "error", Objects.requireNonNullElse(e.getMessage(), e.toString()));
    };
  }
}
