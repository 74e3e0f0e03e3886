package greenpair.web.settings;

import greenpair.web.openid.OpenIdSettings;
import java.util.Optional;

/// Who comes in, and how fast.
///
/// @param anonymousRead whether one who is not signed in may read what is public
/// @param requestsPerMinute that one address may send; 0 for no limit
/// @param behindProxy whether a proxy before the server names the client and its scheme
/// @param accessLog whether each request is a line of the log
/// @param openId where people may sign in besides with a token
public record AccessSettings(
    boolean anonymousRead,
    int requestsPerMinute,
    boolean behindProxy,
    boolean accessLog,
    Optional<OpenIdSettings> openId) {
  /// A server at one's own desk: everyone who reaches it may read.
  public static final AccessSettings DEFAULT = new AccessSettings(true, 0, false, false);

  /// Doors at which one signs in with a token only.
  public AccessSettings(
      boolean anonymousRead, int requestsPerMinute, boolean behindProxy, boolean accessLog) {
    this(anonymousRead, requestsPerMinute, behindProxy, accessLog, Optional.empty());
  }

  public AccessSettings {
    if (requestsPerMinute < 0) {
      throw new IllegalArgumentException("requestsPerMinute is from 0; got " + requestsPerMinute);
    }
  }
}
