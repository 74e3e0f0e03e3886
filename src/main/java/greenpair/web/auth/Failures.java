package greenpair.web.auth;

import greenpair.web.http.ClientAddress;
import greenpair.web.http.Limiter;
import io.javalin.http.Context;
import java.time.InstantSource;

/// Counts invalid tokens and logins of each address. A valid token is accepted however many invalid
/// ones came from its address, for example from an office proxy, so a token is checked first and
/// counted if invalid. A second limit on these checks protects the database.
public final class Failures {
  /// Bad tokens in a minute; a token cannot be guessed.
  static final int PER_MINUTE = 20;

  /// Invalid tokens in a minute after which no token is checked.
  static final int LOOKS_PER_MINUTE = 600;

  private final Limiter replies;
  private final Limiter checks;

  public Failures(ClientAddress remote, InstantSource clock) {
    this.replies = new Limiter(PER_MINUTE, remote, clock);
    this.checks = new Limiter(LOOKS_PER_MINUTE, remote, clock);
  }

  /// Called before a token is checked.
  ///
  /// @throws greenpair.web.http.RefusedException if too many were bad
  public void before(Context context) {
    checks.checkOnly(context);
  }

  /// Counts a bad one.
  ///
  /// @throws greenpair.web.http.RefusedException if too many were bad
  public void bad(Context context) {
    checks.count(context);
    replies.check(context);
  }
}
