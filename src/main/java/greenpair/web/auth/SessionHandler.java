package greenpair.web.auth;

import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.program.access.Caller;
import greenpair.program.access.StoredSessions;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Faults;
import greenpair.web.http.Replies;
import greenpair.web.http.ValueParser;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signing in and out, and the current caller.
public record SessionHandler(
    Guard guard, SessionCookies sessions, Taxonomy taxonomy, Replies replies, InstantSource clock) {
  /// Who asks.
  ///
  /// @param role `anonymous` for a visitor who is not signed in
  /// @param csrf what a write in this session must carry; null outside a session
  /// @param expires end of the session that was just opened; null otherwise
  record Self(
      String name,
      String role,
      List<EntryId> cities,
      @Nullable String csrf,
      @Nullable Instant expires) {
    static Self of(Caller caller, @Nullable String csrf, @Nullable Instant expires) {
      String role = caller.role() == null ? "anonymous" : caller.role().name();
      return new Self(
          caller.name(),
          role.toLowerCase(Locale.ROOT),
          caller.cities().stream().sorted().toList(),
          csrf,
          expires);
    }
  }

  record SignIn(@Rules.Required(next = "auth.ask_operator") String token) {}

  public List<Route> routes() {
    String path = "/api/v1/session";
    return List.of(
        Route.get(path, Access.OPEN, this::self).as("self", Self.class),
        Route.post(path, Access.OPEN, this::open)
            .as("signIn", SignIn.class, Self.class)
            .example("{'token': 'gp_…'}"),
        Route.delete(path, Access.MEMBER, this::close)
            .as("signOut", Request.Nothing.class, new Route.Gives(204, null, Route.Shape.ONE, "")));
  }

  private Input input(Context context) {
    return Input.plain(ApiRequest.of(context), new ValueParser(new Faults(), taxonomy));
  }

  private void self(Context context) {
    Caller caller = guard.caller(context);
    boolean inSession = caller.isSignedIn() && context.header(Header.AUTHORIZATION) == null;
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, Self.of(caller, inSession ? SessionCookies.csrf(context) : null, null));
  }

  private void open(Context context) {
    guard.checkSite(context);
    String token = input(context).body(SignIn.class).token();
    StoredSessions.Opened session =
        signIn(context, token.strip()).orElseThrow(() -> Guard.notSignedIn(context));
    context.header(Header.CACHE_CONTROL, "no-store");
    replies.answer(
        context,
        Self.of(session.caller(), StoredSessions.csrf(session.secret()), session.expires()));
  }

  /// Opens a session for a token; empty if it is invalid. Too many attempts are refused.
  public Optional<StoredSessions.Opened> signIn(Context context, String token) {
    guard.checkSite(context);
    return sessions.open(context, token, clock.instant());
  }

  public void signOut(Context context) {
    sessions.close(context);
  }

  private void close(Context context) {
    signOut(context);
    context.status(HttpStatus.NO_CONTENT);
  }
}
