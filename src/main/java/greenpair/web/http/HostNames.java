package greenpair.web.http;

import module java.base;

import greenpair.message.Message;
import io.javalin.http.Context;
import io.javalin.http.Header;

/// The names by which the server may be requested. Without this check, a page of another site
/// could read from a server that only its visitor can reach: it lets its own name resolve to that
/// server's address (DNS rebinding; Jackson et al., CCS 2007). Such a page needs a name that others
/// can register, so addresses, `localhost` and names below it are always accepted.
///
/// @param names in lower case without port; empty accepts all names
public record HostNames(Optional<Set<String>> names) {
  /// Refuses a request for another name.
  ///
  /// @throws RefusedException if the request is for another name
  public void check(Context context) {
    String host = context.header(Header.HOST);
    if (host != null && !accepts(host)) {
      throw new RefusedException(
          ProblemKind.MISDIRECTED_REQUEST, Message.of("error.misdirected_request", "host", host));
    }
  }

  /// @param host a `Host` header, with or without port
  boolean accepts(String host) {
    return names.isEmpty() || isReserved(bare(host)) || names.get().contains(bare(host));
  }

  private static boolean isReserved(String name) {
    return name.startsWith("[")
        || name.matches("[0-9.]+")
        || name.equals("localhost")
        || name.endsWith(".localhost");
  }

  private static String bare(String host) {
    return host.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst(":[0-9]*$", "")
        .replaceFirst("\\.$", "");
  }
}
