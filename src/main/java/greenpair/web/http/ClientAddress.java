package greenpair.web.http;

import io.javalin.http.Context;
import io.javalin.http.Header;

/// Where a request comes from. Behind a proxy that is the proxy's word; without one, what a
/// client says of itself counts for nothing.
public record ClientAddress(boolean behindProxy) {
  private static final String HTTPS = "https";

  /// The address of the client: the last one that the proxy saw.
  String address(Context context) {
    String forwarded = behindProxy ? context.header(Header.X_FORWARDED_FOR) : null;
    return forwarded == null
        ? context.req().getRemoteAddr()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  /// Whether the client's side of the connection is encrypted.
  public boolean isHttps(Context context) {
    return HTTPS.equals(context.req().getScheme())
        || (behindProxy && HTTPS.equals(context.header(Header.X_FORWARDED_PROTO)));
  }
}
