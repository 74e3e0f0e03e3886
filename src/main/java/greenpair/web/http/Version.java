package greenpair.web.http;

import io.javalin.http.Context;

/// The two forms of an address: `/api/v1/…`, and the older `/api/…`, which answers to the byte
/// as it always did and knows nothing of what came with version 1.
public final class Version {
  public static final String PLAIN = "/api/";
  public static final String V1 = "/api/v1/";

  private Version() {}

  public static boolean isVersioned(Context context) {
    return context.req().getRequestURI().startsWith(V1);
  }

  /// The address in version 1 of one without a version.
  public static String versioned(String path) {
    return V1 + path.substring(PLAIN.length());
  }

  /// Whether an address has an older form beside the one of version 1.
  public static boolean isPlain(String path) {
    return path.startsWith(PLAIN) && !path.startsWith(V1);
  }
}
