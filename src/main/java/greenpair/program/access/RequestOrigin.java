package greenpair.program.access;

/// The request that caused an action, and the client that sent it.
///
/// @param id of the request, as in the log; empty for the command line
/// @param client address of the client; empty for the command line
public record RequestOrigin(String id, String client) {
  /// Done on the command line.
  public static final RequestOrigin NONE = new RequestOrigin("", "");
}
