package greenpair.web.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;

/// The version of the API, which is the prefix of its addresses: `/api/v1/`. Addresses of before
/// it, `/api/` alone, redirect there for one release.
public final class Version {
  public static final String V1 = "/api/v1/";
  private static final String BEFORE = "/api/";

  private Version() {}

  /// Whether a request is one to the API, and not to a page.
  public static boolean isVersioned(Context context) {
    return isVersioned(context.req().getRequestURI());
  }

  public static boolean isVersioned(String path) {
    return path.startsWith(V1);
  }

  /// Whether an address is one of the API, with or without its version.
  public static boolean isApi(String address) {
    return address.startsWith(BEFORE);
  }

  /// The address that was used before version 1.
  public static String before(String path) {
    return BEFORE + path.substring(V1.length());
  }

  public static String current(String address) {
    return isVersioned(address) ? address : V1 + address.substring(BEFORE.length());
  }

  /// Sends a client on to version 1 with the same method, query and body (RFC 9110, 15.4.9).
  public static void redirect(Context context) {
    String query = context.queryString();
    String path = current(context.req().getRequestURI());
    context.status(HttpStatus.PERMANENT_REDIRECT);
    context.header(Header.LOCATION, query == null ? path : path + "?" + query);
  }
}
