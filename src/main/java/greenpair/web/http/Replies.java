package greenpair.web.http;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes answers and problems with their headers.
public final class Replies {
  /// The `Retry-After` of a temporarily busy server.
  public static final String RETRY_SECONDS = "5";

  public static final String JSON = "application/json; charset=utf-8";
  public static final String BOTH = "en, zh";
  private static final String GZIP = "gzip";
  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private Replies() {}

  /// An answer that is JSON already. A client that has it gets 304, and one that wants a table
  /// gets its list as one.
  public static void answer(Context context, CompressedAnswer answer) {
    Format format = Format.of(context);
    if (isKnown(context, answer, format == Format.JSON ? answer.tag() : tag(answer, format))) {
      return;
    }
    if (format == Format.JSON) {
      context.contentType(JSON);
      write(context, answer);
    } else {
      table(context, answer.bytes(), format);
    }
  }

  /// Writes language and tag, and 304 to a client that has the answer.
  private static boolean isKnown(Context context, CompressedAnswer answer, String tag) {
    Language language = answer.language();
    context.header(Header.CONTENT_LANGUAGE, language == null ? BOTH : language.word());
    if (!Format.isRead(context)) {
      return false;
    }
    String match = context.header(Header.IF_MATCH);
    if (match != null && !CompressedAnswer.isAmong(tag, match)) {
      throw Format.stale(match);
    }
    context.header(Header.ETAG, tag);
    boolean isKnown = CompressedAnswer.isAmong(tag, context.header(Header.IF_NONE_MATCH));
    if (isKnown) {
      context.status(HttpStatus.NOT_MODIFIED);
    }
    return isKnown;
  }

  private static void attach(Context context, String name, String mediaType) {
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    context.contentType(mediaType);
  }

  /// Writes the bytes as they are kept, whole, compressed where the client takes that.
  public static void write(Context context, CompressedAnswer answer) {
    boolean compressed =
        answer.isWorthCompressing() && takesGzip(context.header(Header.ACCEPT_ENCODING));
    byte[] bytes = compressed ? answer.compressed() : answer.bytes();
    if (compressed) {
      context.header(Header.CONTENT_ENCODING, GZIP);
    }
    context.res().setContentLength(bytes.length);
    try {
      context.res().getOutputStream().write(bytes);
    } catch (IOException e) {
      // The client has disconnected.
      log.debug("a client left before its answer", e);
    }
  }

  /// Whether `Accept-Encoding` lists gzip, or anything, and does not forbid it.
  static boolean takesGzip(@Nullable String header) {
    if (header == null) {
      return false;
    }
    QuotedQualityCSV codings = new QuotedQualityCSV(); // Leaves out those with a weight of 0.
    String lower = header.toLowerCase(Locale.ROOT);
    codings.addValue(lower);
    return codings.getValues().contains(lower.contains(GZIP) ? GZIP : "*");
  }

  private static String tag(CompressedAnswer answer, Format format) {
    String tag = answer.tag();
    String word = Word.of(format);
    return tag.substring(0, tag.length() - 1) + "-" + word + "\"";
  }

  private static void table(Context context, byte[] json, Format format) {
    ListExport export = ListExport.of(json).orElseThrow(() -> noList(format));
    link(context, export.next());
    boolean isCsv = format == Format.CSV;
    String name = "greenpair." + Word.of(format);
    attach(context, name, format.mediaType() + (isCsv ? "; charset=utf-8" : ""));
    try {
      if (isCsv) {
        export.csv(context.res().getOutputStream());
      } else {
        export.xlsx(context.res().getOutputStream());
      }
    } catch (IOException e) {
      // The client has disconnected.
      log.debug("a client left before its file", e);
    } catch (UncheckedIOException e) {
      log.warn("a file ended early", e);
    }
  }

  /// A table has no place for the parameter that asks for its next part.
  private static void link(Context context, String next) {
    if (!next.isEmpty()) {
      String own = "(^|&)" + next.substring(0, next.indexOf('=')) + "=[^&]*";
      String query = String.valueOf(context.queryString()).replaceAll(own, "");
      String asked = context.queryString() == null ? "" : query + "&";
      context.header(
          Header.LINK,
          "<%s?%s%s>; rel=\"next\"".formatted(context.req().getRequestURI(), asked, next));
    }
  }

  /// Refuses a table of what is one thing, although lists belong to it.
  ///
  /// @throws RefusedException if another format than JSON is asked for
  public static void checkNoTable(Context context) {
    if (Format.isExport(context)) {
      throw noList(Format.of(context));
    }
  }

  private static RefusedException noList(Format format) {
    return RefusedException.invalid(
        Format.PARAMETER,
        Word.of(format),
        Message.of("error.not_a_list"),
        Message.of("next.leave_out"));
  }

  public static void answer(Context context, Object value) {
    answer(context, CompressedAnswer.of(Json.write(value, null), null));
  }

  public static void problem(Context context, Problem problem) {
    context.status(problem.status());
    context.removeHeader(Header.ETAG);
    context.removeHeader(Header.CONTENT_DISPOSITION);
    context.contentType(Problem.MEDIA_TYPE);
    context.header(Header.CONTENT_LANGUAGE, BOTH);
    context.result(Json.write(problem, null));
  }
}
