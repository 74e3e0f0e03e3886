package greenpair.web.input;

import greenpair.catalog.Language;
import greenpair.catalog.value.Word;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The language that the headers of a request prefer.
public final class ContentNegotiation {
  private static final Map<String, Language> LANGUAGES = Word.all(Language.values());

  /// No browser sends a longer list of languages.
  private static final int LONGEST = 1_000;

  private ContentNegotiation() {}

  /// The one of our languages that a client likes best; null for none of them or any.
  public static @Nullable Language preferred(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return null; // Parsing one takes time that grows with the square of its length.
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        Language language = LANGUAGES.get(range.getRange().split("-", 2)[0]);
        if (range.getWeight() > 0 && (language != null || range.getRange().equals("*"))) {
          return language;
        }
      }
    } catch (IllegalArgumentException e) {
      return null; // An empty header.
    }
    return null;
  }
}
