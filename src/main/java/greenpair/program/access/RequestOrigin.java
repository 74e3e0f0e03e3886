package greenpair.program.access;

/// Which request something was done by, and where it came from.
///
/// @param id of the request, as in the log; empty for the command line
/// @param client address of the client; empty for the command line
public record RequestOrigin(String id, String client) {
  /// Done on the command line.
  public static final RequestOrigin NONE = new RequestOrigin("", "");
}
