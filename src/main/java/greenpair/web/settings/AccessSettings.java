package greenpair.web.settings;

import greenpair.web.openid.OpenIdSettings;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/// Access settings and rate limits.
///
/// @param anonymousRead whether visitors who are not signed in may read public data
/// @param requestsPerMinute that one address may send; 0 for no limit
/// @param proxies number of trusted proxies in front of the server; 0 for none
/// @param openId where people may sign in besides with a token
/// @param auditDays number of days for which audit lines are kept; 0 for ever
/// @param sharesRemarks whether staff of a city see programme remarks of other cities
/// @param management separate port for health and metrics, if any
/// @param hosts accepted names of the server; empty for any, see [greenpair.web.http.HostNames]
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
