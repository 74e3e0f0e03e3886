package greenpair.web.auth;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.program.access.Caller;
import greenpair.program.access.StoredSessions;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Replies;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// Signing in and out, and the current caller.
public record SessionHandler(Guard guard, SessionCookies sessions, InstantSource clock) {
  /// Who asks.
  ///
  /// @param role `anonymous` for a visitor who is not signed in
  /// @param csrf what a write in this session must carry; null outside a session
  record Self(String name, String role, List<EntryId> cities, @Nullable String csrf) {}

  public Route route() {
    return Route.get("/api/v1/session", Access.OPEN, this::self).as("self", Self.class);
  }

  private void self(Context context) {
    Replies.checkNoTable(context);
    Caller caller = guard.caller(context);
    boolean inSession = caller.isSignedIn() && context.header(Header.AUTHORIZATION) == null;
    String role = caller.role() == null ? "anonymous" : caller.role().name();
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    Replies.answer(
        context,
        new Self(
            caller.name(),
            role.toLowerCase(Locale.ROOT),
            caller.cities().stream().sorted().toList(),
            inSession ? SessionCookies.csrf(context) : null));
  }

  /// Opens a session for a token; empty if it is invalid. Too many attempts are refused.
  public Optional<StoredSessions.Opened> signIn(Context context, String token) {
    guard.checkSite(context);
    return sessions.open(context, token, clock.instant());
  }

  public void signOut(Context context) {
    sessions.close(context);
  }
}
