package greenpair.web;

/// Who comes in, and how fast.
///
/// @param anonymousRead whether one who is not signed in may read what is public
/// @param requestsPerMinute that one address may send; 0 for no limit
/// @param behindProxy whether a proxy before the server names the client and its scheme
/// @param accessLog whether each request is a line of the log
public record Doors(
    boolean anonymousRead, int requestsPerMinute, boolean behindProxy, boolean accessLog) {
  /// A server at one's own desk: everyone who reaches it may read.
  public static final Doors DEFAULT = new Doors(true, 0, false, false);

  public Doors {
    if (requestsPerMinute < 0) {
      throw new IllegalArgumentException("requestsPerMinute is from 0; got " + requestsPerMinute);
    }
  }
}
