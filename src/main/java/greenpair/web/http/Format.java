package greenpair.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
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
  private static final Pattern WEIGHT = Pattern.compile("q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");

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

  /// The requested format: by the parameter, else by `Accept`, else JSON.
  /// Whether an address is one of the versioned API.
  public static boolean isVersioned(String address) {
    return address.startsWith("/api/v1/");
  }

  static Format of(Context context) {
    if (!isVersioned(context.req().getRequestURI()) || context.method().equals(HandlerType.POST)) {
      return JSON;
    }
    String word = context.queryParam(PARAMETER);
    if (word != null) {
      return WORDS.getOrDefault(word, JSON);
    }
    return accepted(context.header(Header.ACCEPT));
  }

  /// The format that `Accept` prefers by its weights (RFC 9110, 12.5.1); JSON where it names none
  /// or is longer than any client sends.
  static Format accepted(@Nullable String accept) {
    if (accept == null || accept.length() > MAX_ACCEPT) {
      return JSON;
    }
    Format best = JSON;
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
