package greenpair.web.http;

import greenpair.message.Message;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a list may be had.
public enum Format {
  JSON("application/json"),
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  public static final String PARAMETER = "format";
  public static final Map<String, Format> WORDS = ValueParser.words(values());

  private static final int MAX_ACCEPT = 1_000;
  private static final Pattern WEIGHT =
      Pattern.compile("q=(0(?:\\.\\d{0,3})?|\\.\\d{1,3}|1(?:\\.0{0,3})?)");

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

  static boolean isRead(Context context) {
    return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
  }

  /// The requested format of what is read: by the parameter, else by `Accept`, else JSON.
  ///
  /// @throws RefusedException if `Accept` names none of them
  static Format of(Context context) {
    if (!isVersioned(context.req().getRequestURI()) || !isRead(context)) {
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
    @Nullable Format best = null;
    double most = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      Format named = named(parts[0].strip());
      double weight = weight(parts);
      if (named != null && weight > most) {
        best = named;
        most = weight;
      }
    }
    if (best == null) {
      List<String> types = Arrays.stream(values()).map(Format::mediaType).toList();
      throw new RefusedException(
          ProblemKind.NOT_ACCEPTABLE,
          Fault.of(Header.ACCEPT, accept, ValueParser.oneOf(types), Message.of("next.leave_out")));
    }
    return best;
  }

  private static @Nullable Format named(String mediaType) {
    for (Format each : values()) {
      if (mediaType.equals(each.mediaType)) {
        return each;
      }
    }
    return mediaType.equals("*/*") || mediaType.equals("application/*") ? JSON : null;
  }

  private static double weight(String[] parts) {
    for (int at = 1; at < parts.length; at++) {
      String part = parts[at].strip();
      if (part.startsWith("q=")) {
        Matcher weight = WEIGHT.matcher(part);
        return weight.matches() ? Double.parseDouble(weight.group(1)) : 0;
      }
    }
    return 1;
  }
}
