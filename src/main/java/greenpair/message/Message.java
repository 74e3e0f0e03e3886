package greenpair.message;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Nearest;

/// A language-independent message: the key of a text in the bundles and its arguments by name.
///
/// A value is a text, a number, a [Text] of both languages, another message, or a list of these. An
/// integer without a format is written in plain digits (`10000`), because most are limits that
/// users type; `{rows, number}` and plurals group digits as usual in the language.
public record Message(String key, Map<String, Object> arguments) {
  public Message {
    arguments = Map.copyOf(arguments);
  }

  /// A message whose arguments are given as names, each followed by its value:
  /// `Message.of("check.integer", "min", 1, "max", 9)`.
  ///
  /// @throws IllegalArgumentException if a name has no value
  public static Message of(String key, Object... arguments) {
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException(
          "arguments of the message " + key + " are names, each with a value; the last has none");
    }
    if (arguments.length <= 2) { // Most are rules, made for each field that is read.
      return new Message(
          key, arguments.length == 0 ? Map.of() : Map.of((String) arguments[0], arguments[1]));
    }
    Map<String, Object> named = new HashMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      named.put((String) arguments[at], arguments[at + 1]);
    }
    return new Message(key, named);
  }

  /// The nearest of some words as the end of another message, ` (did you mean "x"?)`; an empty text
  /// if none is near.
  public static Object near(String word, Collection<String> words) {
    return Nearest.to(word, words)
        .<Object>map(near -> Message.of("usage.near", "near", near))
        .orElse("");
  }

  /// The text in a language.
  ///
  /// @throws IllegalArgumentException if the bundles do not have the key
  public String in(Language language) {
    return Messages.of(language).say(this);
  }

  /// The text in both languages, for an answer that holds both.
  public Text text() {
    return new Text(in(Language.EN), in(Language.ZH));
  }
}
