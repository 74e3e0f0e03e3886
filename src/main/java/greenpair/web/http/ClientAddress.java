package greenpair.web.http;

import module java.base;

import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// The origin of a request. Behind proxies, their headers are trusted; otherwise such headers are
/// ignored.
///
/// @param proxies number of trusted proxies that a request passes, each of which adds the address
///     that it saw; 0 for none
public record ClientAddress(int proxies) {
  private static final String HTTPS = "https";
  private static final int LONGEST = 100;
  private static final int NETWORK_BYTES = 8;
  private static final Pattern WITH_PORT =
      Pattern.compile(
          "(?<four>[0-9]{1,3}(?:\\.[0-9]{1,3}){3}):[0-9]{1,5}"
              + "|\\[(?<six>[0-9A-Fa-f:.]{2,45})](?::[0-9]{1,5})?");

  /// The address of the client: the one that the outermost of our proxies saw. A proxy may add
  /// another header line instead of extending the existing one, so all lines count.
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
    return withoutPort(address.length() > LONGEST ? address.substring(0, LONGEST) : address);
  }

  /// Some proxies add the port of the connection, which is another one each time.
  private static String withoutPort(String address) {
    Matcher parts = WITH_PORT.matcher(address);
    return parts.matches()
        ? Objects.requireNonNullElse(parts.group("four"), parts.group("six"))
        : address;
  }

  /// What is limited as one client: an IPv4 address, or the first 64 bits of an IPv6 address,
  /// since a client has all addresses of such a network (RFC 6177).
  public String network(Context context) {
    return network(address(context));
  }

  static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException e) {
      return address; // No address: a proxy may call a client as it likes.
    }
  }

  /// Whether the client's side of the connection is encrypted.
  public boolean isHttps(Context context) {
    return HTTPS.equals(context.req().getScheme())
        || (proxies > 0 && HTTPS.equals(context.header(Header.X_FORWARDED_PROTO)));
  }

  /// The scheme and host of this server, as the client sees them.
  public String origin(Context context) {
    String forwarded = proxies > 0 ? context.header("X-Forwarded-Host") : null;
    return (isHttps(context) ? HTTPS : "http")
        + "://"
        + Objects.requireNonNullElse(forwarded, context.host());
  }

  /// Whether a browser sent this from a page of another site. Requests of other programs have
  /// neither header.
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
    return !isOwn(context, from);
  }

  /// Whether that host, with or without a port, is this server as the client sees it.
  public boolean isOwn(Context context, String host) {
    return isHost(host, context.header(Header.HOST))
        || (proxies > 0 && isHost(host, context.header("X-Forwarded-Host")));
  }

  private static boolean isHost(String from, @Nullable String host) {
    return host != null && bare(from).equals(bare(host));
  }

  private static String bare(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
