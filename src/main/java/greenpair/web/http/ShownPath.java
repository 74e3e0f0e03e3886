package greenpair.web.http;

import io.javalin.http.Context;
import java.util.List;

/// The path of a request as logs and the audit log show it: a private address without its secret.
public final class ShownPath {
  private static final List<String> PRIVATE =
      List.of("/feeds/", "/unsubscribe/", "/submissions/", "/api/v1/submissions/");

  private ShownPath() {}

  public static String of(Context context) {
    return of(context.req().getRequestURI());
  }

  static String of(String path) {
    return PRIVATE.stream().filter(path::startsWith).findFirst().orElse(path);
  }
}
