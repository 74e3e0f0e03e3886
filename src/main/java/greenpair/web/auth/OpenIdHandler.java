package greenpair.web.auth;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.Fault;
import greenpair.web.http.Limiter;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.openid.LoginException;
import greenpair.web.openid.OpenIdLogin;
import greenpair.web.openid.OpenIdSettings;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in at the programme's own OpenID Connect provider: redirects to it and back, and then
/// starts a session as for a token.
public final class OpenIdHandler {
  public static final String PATH = "/session/openid";
  private static final Logger log = LoggerFactory.getLogger(OpenIdHandler.class);
  private static final String COOKIE = "greenpair_login";
  private static final int SECONDS = 600;

  /// Logins that one address may begin in a minute. Those under way are kept, and many at once
  /// would push out those of others.
  private static final int PER_MINUTE = 60;

  private final OpenIdLogin login;
  private final SessionCookies sessions;
  private final Failures failures;
  private final InstantSource clock;
  private final boolean secure;
  private final Limiter begun;

  public OpenIdHandler(
      OpenIdSettings settings,
      ProgramStore store,
      Predicate<EntryId> isCity,
      SessionCookies sessions,
      Failures failures,
      ClientAddress remote,
      InstantSource clock) {
    this.begun = new Limiter(PER_MINUTE, remote, clock);
    this.login = new OpenIdLogin(settings, store, isCity, clock);
    this.sessions = sessions;
    this.failures = failures;
    this.clock = clock;
    this.secure = settings.isHttps();
  }

  /// Sends the browser to the provider; `to` is where the person wants to go afterwards.
  public void begin(Context context) {
    failures.before(context);
    begun.check(context);
    try {
      OpenIdLogin.Begun begun = login.begin(local(context.queryParam("to")));
      context.cookie(cookie(begun.browser(), SECONDS));
      go(context, begun.address().toString());
    } catch (LoginException e) {
      throw refused(context, e);
    }
  }

  /// The browser is back.
  public void end(Context context) {
    failures.before(context);
    String browser = Objects.requireNonNullElse(context.cookie(COOKIE), "");
    context.cookie(cookie("", 0));
    try {
      String query = Objects.requireNonNullElse(context.queryString(), "");
      OpenIdLogin.Ended ended = login.end(query, browser);
      sessions.admit(context, ended.identity(), clock.instant());
      go(context, ended.back());
    } catch (LoginException e) {
      RefusedException refused = refused(context, e);
      sessions.refused(context, "login.refuse", "", clock.instant());
      failures.bad(context);
      throw refused;
    }
  }

  private static void go(Context context, String address) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.redirect(address, HttpStatus.SEE_OTHER);
  }

  private Cookie cookie(String value, int seconds) {
    return new Cookie(COOKIE, value, PATH, seconds, secure, true, null, SameSite.LAX);
  }

  /// An address on this server, and never one elsewhere: `//host` and `/\host` lead away.
  static String local(@Nullable String to) {
    return to != null && to.matches("/([A-Za-z0-9._~?&=%+-][A-Za-z0-9/._~?&=%+:,-]{0,1999})?")
        ? to
        : "/";
  }

  private static RefusedException refused(Context context, LoginException e) {
    log.atWarn().addKeyValue("why", e.why()).log("login refused: {}", Fault.show(message(e), 300));
    return switch (e.why()) {
      case NOT_BEGUN ->
          new RefusedException(
              ProblemKind.LOGIN_FAILED, Message.of("auth.login_not_begun", "path", PATH));
      case NOT_TRUSTED ->
          new RefusedException(ProblemKind.LOGIN_FAILED, Message.of("auth.login_not_trusted"));
      case NO_ROLE -> claim(e, Message.of("auth.role_claim"));
      case NO_CITY -> claim(e, Message.of("auth.city_claim"));
      case UNREACHABLE -> {
        context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
        yield new RefusedException(
            ProblemKind.LOGIN_UNAVAILABLE, ProblemKind.LOGIN_UNAVAILABLE.explanation());
      }
    };
  }

  private static RefusedException claim(LoginException e, Message rule) {
    String given = e.given().isEmpty() ? null : e.given();
    return new RefusedException(
        ProblemKind.FORBIDDEN, Fault.of(message(e), given, rule, Message.of("auth.claim.next")));
  }

  private static String message(LoginException e) {
    return Objects.requireNonNullElse(e.getMessage(), "");
  }
}
