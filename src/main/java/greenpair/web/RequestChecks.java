package greenpair.web;

import greenpair.message.Message;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.HostNames;
import greenpair.web.http.Limiter;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.RequestId;
import greenpair.web.input.RequestBody;
import io.javalin.http.Context;
import java.util.Map;
import java.util.regex.Pattern;

/// The first step of every request, also of one without a route: its id, the headers of its
/// response, and the checks that come before access.
record RequestChecks(ClientAddress remote, HostNames hosts, Limiter limiter, int maxBody) {
  static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-cache",
          "Vary", "Accept-Encoding",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                  + " frame-ancestors 'none'");

  private static final String TRANSPORT = "Strict-Transport-Security";
  private static final String HALF_A_YEAR = "max-age=15768000";
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  void begin(Context context) {
    RequestId.begin(context, remote.address(context));
    RequestBody.begin(context, maxBody);
    HEADERS.forEach(context::header);
    if (remote.isHttps(context)) {
      context.header(TRANSPORT, HALF_A_YEAR);
    }
    if (BROKEN_ESCAPE.matcher(context.req().getRequestURI()).find()) {
      Message detail = Message.of("error.broken_escape");
      throw new RefusedException(ProblemKind.MALFORMED_HTTP, detail);
    }
    hosts.check(context);
    limiter.check(context);
  }
}
