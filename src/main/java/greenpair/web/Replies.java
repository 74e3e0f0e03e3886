package greenpair.web;

import greenpair.catalog.Language;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes answers and problems with their headers.
final class Replies {
  static final String JSON = "application/json; charset=utf-8";
  static final String BOTH = "en, zh";

  private final Json json;

  Replies(Json json) {
    this.json = json;
  }

  /// An answer that is JSON already.
  ///
  /// @param language the language of its texts; null for both
  void answer(Context context, byte[] body, @Nullable Language language) {
    context.contentType(JSON);
    context.header(
        Header.CONTENT_LANGUAGE,
        language == null ? BOTH : language.name().toLowerCase(Locale.ROOT));
    context.result(body);
  }

  /// An answer in both languages.
  void answer(Context context, Object value) {
    answer(context, json.write(value, null), null);
  }

  void problem(Context context, Problem problem) {
    context.status(problem.status());
    context.contentType(Problem.MEDIA_TYPE);
    context.header(Header.CONTENT_LANGUAGE, BOTH);
    context.result(json.write(problem, null));
  }
}
