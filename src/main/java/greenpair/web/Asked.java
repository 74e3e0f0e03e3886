package greenpair.web;

import greenpair.catalog.Language;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the headers and the query of a request ask for, whatever the address.
final class Asked {
  private static final Map<String, Language> LANGUAGES = Checks.words(Language.values());

  private Asked() {}

  /// The query, which may hold these parameters and no others; in version 1 every list has a
  /// format too, and texts are narrowed to the language that the client prefers.
  static Parameters parameters(Context context, Checks checks, String... known) {
    List<String> names = new ArrayList<>(List.of(known));
    Language preferred = null;
    if (Version.isVersioned(context)) {
      if (!context.method().equals(HandlerType.POST)) {
        names.add(Format.PARAMETER);
      }
      if (names.contains("lang")) {
        preferred = preferred(context.header(Header.ACCEPT_LANGUAGE));
        vary(context);
      }
    }
    Parameters parameters = new Parameters(context.queryString(), checks, names, preferred);
    var _ = parameters.choice(Format.PARAMETER, Format.WORDS);
    return parameters;
  }

  /// Says that an answer in version 1 follows `Accept-Language`.
  static void vary(Context context) {
    if (Version.isVersioned(context)) {
      context.header(Header.VARY, Header.ACCEPT_ENCODING + ", " + Header.ACCEPT_LANGUAGE);
    }
  }

  /// The one of our languages that a client likes best; null for none of them or any.
  static @Nullable Language preferred(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        Language language = LANGUAGES.get(range.getRange().split("-", 2)[0]);
        if (range.getWeight() > 0 && (language != null || range.getRange().equals("*"))) {
          return language;
        }
      }
    } catch (IllegalArgumentException e) {
      return null; // A header that says nothing asks for nothing.
    }
    return null;
  }
}
