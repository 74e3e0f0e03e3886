package greenpair.web.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Where a request comes from. Behind proxies that is their word; without one, what a client says
/// of itself counts for nothing.
///
/// @param proxies how many proxies of ours a request passes, each of which adds the address that
///     it saw; 0 for none
public record ClientAddress(int proxies) {
  private static final String HTTPS = "https";
  private static final int LONGEST = 100;

  /// The address of the client: the one that the outermost of our proxies saw. A proxy may add a
  /// line of its own instead of going on in the one that is there, so all lines count.
  public String address(Context context) {
    if (proxies == 0) {
      return context.req().getRemoteAddr();
    }
    List<String> seen = new ArrayList<>();
    for (String line : Collections.list(context.req().getHeaders(Header.X_FORWARDED_FOR))) {
      for (String each : line.split(",", -1)) {
        seen.add(each.strip());
      }
    }
    if (seen.size() < proxies) {
      return context.req().getRemoteAddr();
    }
    String address = seen.get(seen.size() - proxies);
    return address.length() > LONGEST ? address.substring(0, LONGEST) : address;
  }

  /// Whether the client's side of the connection is encrypted.
  public boolean isHttps(Context context) {
    return HTTPS.equals(context.req().getScheme())
        || (proxies > 0 && HTTPS.equals(context.header(Header.X_FORWARDED_PROTO)));
  }

  /// Whether a browser sent this from a page of another site. What no browser sends names neither
  /// its page nor its site.
  public boolean isFromAnotherSite(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    // Browsers leave it out over plain HTTP.
    String origin = context.header(Header.ORIGIN);
    if (origin == null) {
      return false;
    }
    String from = origin.substring(origin.indexOf("://") + 1).replaceFirst("^//", "");
    return !isHost(from, context.header(Header.HOST))
        && !(proxies > 0 && isHost(from, context.header("X-Forwarded-Host")));
  }

  private static boolean isHost(String from, @org.jspecify.annotations.Nullable String host) {
    return host != null && bare(from).equals(bare(host));
  }

  private static String bare(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
