package greenpair.web.auth;

import module java.base;

import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.ProgramException;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.RequestBody;
import greenpair.web.settings.WebSettings.AccessSettings;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.security.RouteRole;

/// Authenticates every request and checks whether the caller may use the route. It runs before
/// all handlers, so no handler can forget it; an address without an [Access] is refused.
///
/// @param failures counts invalid tokens of each address
public record Guard(
    ProgramStore store,
    SessionCookies sessions,
    Failures failures,
    ClientAddress remote,
    AccessSettings settings,
    InstantSource clock) {
  static final String CSRF_HEADER = "X-CSRF-Token";
  public static final String CSRF_FIELD = "csrf";
  private static final String CALLER = "greenpair.caller";
  private static final String SILENT = "greenpair.silent";
  private static final String BEARER = "Bearer ";
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /// Lets the request pass, or refuses it.
  ///
  /// @throws RefusedException if the caller may not call the address
  public void check(Context context) {
    Access access = access(context);
    if (access == Access.OPEN) {
      return;
    }
    Caller caller = caller(context);
    if (!allows(access, caller)) {
      throw caller.isSignedIn() ? forbidden() : notSignedIn(context);
    }
  }

  private static Access access(Context context) {
    for (RouteRole role : context.routeRoles()) {
      if (role instanceof Access access) {
        return access;
      }
    }
    throw new IllegalStateException("an address has no Access: " + context.path());
  }

  private boolean allows(Access access, Caller caller) {
    return switch (access) {
      case OPEN -> true;
      case READ -> settings.anonymousRead() || caller.isSignedIn();
      case MEMBER -> caller.isSignedIn();
      case EDIT -> caller.isAtLeast(Role.CITY);
      case COORDINATE -> caller.isAtLeast(Role.COORDINATOR);
      case OPERATE -> caller.isAtLeast(Role.OPERATOR);
    };
  }

  /// The caller of the request; [Caller#ANONYMOUS] without a token and without a session.
  ///
  /// @throws RefusedException if a token is not good, or a write in a session lacks its CSRF token
  public Caller caller(Context context) {
    Caller known = context.attribute(CALLER);
    if (known == null) {
      ProgramException silent = context.attribute(SILENT);
      if (silent != null) {
        throw silent; // Wait only once per request for an unresponsive database.
      }
      try {
        known = identify(context).inProgramme(settings.sharesRemarks());
      } catch (ProgramException e) {
        context.attribute(SILENT, e);
        throw e;
      }
      context.attribute(CALLER, known);
    }
    return known;
  }

  /// The caller of the request if already known.
  public static Caller known(Context context) {
    Caller known = context.attribute(CALLER);
    return known == null ? Caller.ANONYMOUS : known;
  }

  private Caller identify(Context context) {
    String authorization = context.header(Header.AUTHORIZATION);
    if (authorization != null) {
      return bearer(context, authorization);
    }
    Caller caller = sessions.caller(context, clock.instant());
    if (caller.isSignedIn() && !SAFE.contains(context.method())) {
      checkSite(context);
      checkCsrf(context);
    }
    return caller;
  }

  private Caller bearer(Context context, String authorization) {
    failures.before(context);
    String token = "";
    // Names of schemes have no case (RFC 9110, 11.1).
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      token = authorization.substring(BEARER.length()).strip();
      String sent = token;
      var caller = store.read(all -> all.tokens().caller(sent, clock.instant()));
      if (caller.isPresent()) {
        sessions.used(context, caller.get(), clock.instant());
        return caller.get();
      }
    }
    failures.bad(context);
    sessions.refused(context, "token.refuse", token, clock.instant());
    throw notSignedIn(context);
  }

  /// Refuses a request that a page of another site sent.
  public void checkSite(Context context) {
    if (remote.isFromAnotherSite(context)) {
      throw new RefusedException(
          ProblemKind.BAD_CSRF_TOKEN, ProblemKind.BAD_CSRF_TOKEN.explanation());
    }
  }

  private static void checkCsrf(Context context) {
    String expected = SessionCookies.csrf(context);
    String sent = context.header(CSRF_HEADER);
    if (sent == null && RequestBody.isForm(context)) {
      sent = RequestBody.form(context).getOrDefault(CSRF_FIELD, List.of("")).getFirst();
    }
    if (sent == null || !SessionCookies.same(expected, sent)) {
      throw new RefusedException(
          ProblemKind.BAD_CSRF_TOKEN,
          Fault.of(CSRF_HEADER, null, Message.of("auth.csrf"), Message.of("auth.csrf.next")));
    }
  }

  /// Refuses a caller who may not do this to that.
  public static RefusedException forbidden() {
    return new RefusedException(ProblemKind.FORBIDDEN, ProblemKind.FORBIDDEN.explanation());
  }

  static RefusedException notSignedIn(Context context) {
    context.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"greenpair\"");
    return new RefusedException(ProblemKind.NOT_SIGNED_IN, ProblemKind.NOT_SIGNED_IN.explanation());
  }
}
