package greenpair.web;

import greenpair.catalog.Language;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
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

  /// An answer that is JSON already. A client that has it gets 304, and one that wants a table
  /// gets its list as one.
  ///
  /// @param language the language of its texts; null for both
  void answer(Context context, Answered answer, @Nullable Language language) {
    context.header(
        Header.CONTENT_LANGUAGE,
        language == null ? BOTH : language.name().toLowerCase(Locale.ROOT));
    Format format = Format.of(context);
    boolean isRead =
        context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    if (isRead) {
      String tag = format == Format.JSON ? answer.tag() : tag(answer, format);
      context.header(Header.ETAG, tag);
      if (Answered.isAmong(tag, context.header(Header.IF_NONE_MATCH))) {
        context.status(HttpStatus.NOT_MODIFIED);
        return;
      }
    }
    if (format == Format.JSON) {
      context.contentType(JSON);
      context.result(answer.bytes());
    } else {
      table(context, answer.bytes(), format);
    }
  }

  private static String tag(Answered answer, Format format) {
    String tag = answer.tag();
    String word = format.name().toLowerCase(Locale.ROOT);
    return tag.substring(0, tag.length() - 1) + "-" + word + "\"";
  }

  private static void table(Context context, byte[] json, Format format) {
    Sheet sheet = Sheet.of(json).orElseThrow(() -> noList(format));
    boolean isCsv = format == Format.CSV;
    String name = "greenpair." + format.name().toLowerCase(Locale.ROOT);
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    context.contentType(format.mediaType() + (isCsv ? "; charset=utf-8" : ""));
    context.result(isCsv ? sheet.csv() : sheet.xlsx());
  }

  private static RefusedException noList(Format format) {
    Fault fault =
        Fault.of(
            Format.PARAMETER,
            format.name().toLowerCase(Locale.ROOT),
            new Said("is json here: this answer is no list", "此处须为json：该结果不是列表"),
            new Said("leave it out", "请删除该参数"));
    return new RefusedException(ProblemKind.INVALID_REQUEST, fault.sentence(), List.of(fault));
  }

  /// An answer in both languages.
  void answer(Context context, Object value) {
    answer(context, Answered.of(json.write(value, null)), null);
  }

  void problem(Context context, Problem problem) {
    context.status(problem.status());
    context.removeHeader(Header.ETAG);
    context.removeHeader(Header.CONTENT_DISPOSITION);
    context.contentType(Problem.MEDIA_TYPE);
    context.header(Header.CONTENT_LANGUAGE, BOTH);
    context.result(json.write(problem, null));
  }
}
