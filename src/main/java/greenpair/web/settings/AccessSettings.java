package greenpair.web.settings;

import greenpair.web.openid.OpenIdSettings;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/// Access settings and rate limits.
///
/// @param anonymousRead whether visitors who are not signed in may read public data
/// @param requestsPerMinute that one address may send; 0 for no limit
/// @param proxies before the server that name the client and its scheme; 0 for none
/// @param openId where people may sign in besides with a token
/// @param auditDays how long lines of the audit are kept; 0 for good
/// @param sharesRemarks whether staff of a city see remarks of other cities that are for the
///     programme
/// @param management where health and metrics are asked for apart from the public port, if anywhere
/// @param hosts names by which the server may be requested; empty for any, see
///     [greenpair.web.http.HostNames]
public record AccessSettings(
    boolean anonymousRead,
    int requestsPerMinute,
    int proxies,
    boolean accessLog,
    Optional<OpenIdSettings> openId,
    int auditDays,
    boolean sharesRemarks,
    Optional<InetSocketAddress> management,
    Optional<Set<String>> hosts) {
  /// The defaults of a local server: anonymous users may read, the audit is kept for two years.
  public static final AccessSettings DEFAULT =
      new AccessSettings(
          true, 0, 0, false, Optional.empty(), 730, false, Optional.empty(), Optional.of(Set.of()));

  public AccessSettings {
    if (requestsPerMinute < 0) {
      throw new IllegalArgumentException(
          "requestsPerMinute must be at least 0, but was " + requestsPerMinute);
    }
    if (proxies < 0) {
      throw new IllegalArgumentException("proxies must be at least 0, but was " + proxies);
    }
    if (auditDays < 0) {
      throw new IllegalArgumentException("auditDays must be at least 0, but was " + auditDays);
    }
  }
}
