package greenpair.web.auth;

import io.javalin.security.RouteRole;

/// Who may call a route. The handler asks the [greenpair.program.access.Caller] what the user may
/// see or change there.
public enum Access implements RouteRole {
  /// Everyone, always: whether the server is up, and how to sign in.
  OPEN,
  /// May read: everyone if anonymous reading is on, otherwise signed-in users.
  READ,
  /// Signed-in users.
  MEMBER,
  /// Staff of a city for what is their city's; coordinators and operators.
  EDIT,
  /// Coordinators and operators.
  COORDINATE,
  OPERATE
}
