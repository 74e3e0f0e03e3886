package greenpair.web.http;

import module java.base;

import greenpair.program.access.Audit.RequestOrigin;
import io.javalin.http.Context;
import org.slf4j.MDC;

/// The id of a request, on its answer, in every line of the log that it causes and in the
/// audit. A proxy or a client may give one.
public final class RequestId {
  static final String HEADER = "X-Request-Id";
  private static final String CLIENT = "greenpair.client";
  private static final String LOGGED = "request";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final HexFormat HEX = HexFormat.of();

  private RequestId() {}

  /// Assigns the id of the request and records its client.
  public static void begin(Context context, String client) {
    context.attribute(CLIENT, client);
    String given = context.header(HEADER);
    String id =
        given != null && FORM.matcher(given).matches()
            ? given
            : HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    context.header(HEADER, id);
    MDC.put(LOGGED, id);
    MDC.put("client", client);
  }

  public static void end() {
    MDC.remove(LOGGED);
    MDC.remove("client");
  }

  /// The request and its client, for the audit.
  public static RequestOrigin origin(Context context) {
    return new RequestOrigin(of(context), client(context));
  }

  public static String client(Context context) {
    String client = context.attribute(CLIENT);
    return client == null ? "" : client;
  }

  public static String of(Context context) {
    String id = context.res().getHeader(HEADER);
    return id == null ? "" : id;
  }
}
