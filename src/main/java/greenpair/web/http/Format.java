package greenpair.web.http;

import module java.base;

import greenpair.catalog.value.Word;
import greenpair.message.Message;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/// How a list may be had.
public enum Format {
  JSON("application/json"),
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  public static final String PARAMETER = "format";
  public static final Map<String, Format> WORDS = Word.all(values());

  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "text/*", "*/*");
  private static final int MAX_ACCEPT = 1_000;
  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// Whether the answer leaves as a file.
  public static boolean isExport(Context context) {
    return of(context) != JSON;
  }

  /// Whether an address is one of the versioned API.
  public static boolean isVersioned(String address) {
    return address.startsWith("/api/v1/");
  }

  /// Whether a request can choose the format of its answer.
  public static boolean isChosen(Context context) {
    return isVersioned(context.req().getRequestURI()) && isRead(context);
  }

  static boolean isRead(Context context) {
    return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
  }

  /// The requested format of what is read: by the parameter, else by `Accept`, else JSON.
  ///
  /// @throws RefusedException if `Accept` names none of them
  static Format of(Context context) {
    if (!isChosen(context)) {
      return JSON;
    }
    String word = context.queryParam(PARAMETER);
    if (word != null) {
      return WORDS.getOrDefault(word, JSON);
    }
    return accepted(context.header(Header.ACCEPT));
  }

  /// The format that `Accept` prefers by its weights (RFC 9110, 12.5.1); JSON where it is
  /// missing or longer than any client sends.
  ///
  /// @throws RefusedException if it names none
  static Format accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank() || accept.length() > MAX_ACCEPT) {
      return JSON;
    }
    return best(accept, Format::named)
        .orElseThrow(
            () -> notAcceptable(accept, Arrays.stream(values()).map(Format::mediaType).toList()));
  }

  /// Checks what a request demands of a page, which is HTML and has no tag.
  ///
  /// @throws RefusedException if `Accept` does not take HTML, or there is an `If-Match`
  public static void checkPage(Context context) {
    if (!takesPage(context)) {
      String accept = Objects.requireNonNullElse(context.header(Header.ACCEPT), "");
      throw notAcceptable(accept, List.of("text/html"));
    }
    String match = context.header(Header.IF_MATCH);
    if (match != null && isRead(context) && !match.strip().equals("*")) {
      throw stale(match);
    }
  }

  /// Whether `Accept` takes HTML.
  public static boolean takesPage(Context context) {
    String accept = context.header(Header.ACCEPT);
    return accept == null
        || accept.isBlank()
        || accept.length() > MAX_ACCEPT
        || best(accept, each -> PAGES.contains(each) ? each : null).isPresent();
  }

  /// No response has the tag that a read demands.
  static RefusedException stale(String match) {
    Message next = Message.of("next.leave_out");
    return new RefusedException(
        ProblemKind.STALE, Fault.of(Header.IF_MATCH, match, Message.of("check.if_match"), next));
  }

  private static RefusedException notAcceptable(String accept, List<String> types) {
    return new RefusedException(
        ProblemKind.NOT_ACCEPTABLE,
        Fault.of(Header.ACCEPT, accept, ValueParser.oneOf(types), Message.of("next.leave_out")));
  }

  /// What the range with the greatest weight stands for.
  private static <T> Optional<T> best(String accept, Function<String, @Nullable T> meaning) {
    QuotedQualityCSV ranges = new QuotedQualityCSV();
    ranges.addValue(accept.toLowerCase(Locale.ROOT));
    return ranges.getValues().stream()
        .flatMap(each -> Stream.ofNullable(meaning.apply(each.split(";", 2)[0].strip())))
        .findFirst();
  }

  private static @Nullable Format named(String mediaType) {
    for (Format each : values()) {
      if (mediaType.equals(each.mediaType)) {
        return each;
      }
    }
    return mediaType.equals("*/*") || mediaType.equals("application/*") ? JSON : null;
  }
}
