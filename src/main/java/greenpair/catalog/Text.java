package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import org.jspecify.annotations.Nullable;

/// A text in English, Simplified Chinese or both; a missing language is unknown, never an empty
/// string.
public record Text(@Nullable String en, @Nullable String zh) {
  public Text {
    if (en == null && zh == null) {
      throw new InvalidException("text_neither");
    }
    if ((en != null && en.isBlank()) || (zh != null && zh.isBlank())) {
      throw new InvalidException("text_blank");
    }
  }

  /// Marks that show the characters after them in another order (UAX 9), as the inside of a
  /// character class: a stored text with them would read as another.
  public static final String DIRECTION = "\u202A-\u202E\u2066-\u2069";

  /// Whether a character is one of [#DIRECTION].
  public static boolean isDirection(int each) {
    return (each >= 0x202A && each <= 0x202E) || (each >= 0x2066 && each <= 0x2069);
  }

  /// The text in that language, or null if it is unknown.
  public @Nullable String in(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH -> zh;
    };
  }

  /// The texts in the languages in which it is known, English first.
  public List<String> all() {
    return Stream.of(en, zh).filter(Objects::nonNull).toList();
  }

  /// The text in that language, or in the other when it is unknown in this one.
  public String best(Language language) {
    String wanted = in(language);
    if (wanted != null) {
      return wanted;
    }
    return en != null ? en : Objects.requireNonNull(zh);
  }
}
