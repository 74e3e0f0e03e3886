package greenpair.web.input;

import greenpair.catalog.Language;
import greenpair.web.http.Format;
import greenpair.web.http.ValueParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The language and format requested by the headers and the query of a request.
public final class ContentNegotiation {
  private static final Map<String, Language> LANGUAGES = ValueParser.words(Language.values());

  /// No browser sends a longer list of languages.
  public static final int LONGEST = 1_000;

  private ContentNegotiation() {}

  /// The query, which may hold these parameters and no others; every list has a format too, and
  /// texts are narrowed to the language that the client prefers.
  public static Parameters parameters(ApiRequest sent, ValueParser checks, String... known) {
    List<String> names = new ArrayList<>(List.of(known));
    Language preferred = null;
    if (!sent.isPost()) {
      names.add(Format.PARAMETER);
    }
    if (names.contains("lang")) {
      preferred = preferred(sent.acceptLanguage());
    }
    Parameters parameters = new Parameters(sent.query(), checks, names, preferred);
    var _ = parameters.choice(Format.PARAMETER, Format.WORDS);
    return parameters;
  }

  /// The one of our languages that a client likes best; null for none of them or any.
  static @Nullable Language preferred(@Nullable String header) {
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
