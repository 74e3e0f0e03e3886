package greenpair.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Locale;
import java.util.Map;

/// How a list may be had.
public enum Format {
  JSON("application/json"),
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  public static final String PARAMETER = "format";
  public static final Map<String, Format> WORDS = Checks.words(values());

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// What the request wants: by its parameter, else by `Accept`, else JSON.
  static Format of(Context context) {
    if (!Version.isVersioned(context) || context.method().equals(HandlerType.POST)) {
      return JSON;
    }
    String word = context.queryParam(PARAMETER);
    if (word != null) {
      return WORDS.getOrDefault(word, JSON);
    }
    String accept = context.header(Header.ACCEPT);
    if (accept != null) {
      String lower = accept.toLowerCase(Locale.ROOT);
      for (Format each : values()) {
        if (lower.startsWith(each.mediaType)) {
          return each;
        }
      }
    }
    return JSON;
  }
}
