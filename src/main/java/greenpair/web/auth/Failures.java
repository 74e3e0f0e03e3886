package greenpair.web.auth;

import greenpair.web.http.ClientAddress;
import greenpair.web.http.Limiter;
import io.javalin.http.Context;
import java.time.InstantSource;

/// Bad tokens and logins of each address. A good token passes however many bad ones came from its
/// address, as behind one proxy of an office; so a token is looked at first and counted when it is
/// bad. What keeps who tries from keeping the database busy is a bound on that look.
public final class Failures {
  /// Bad tokens in a minute; a token cannot be guessed.
  static final int PER_MINUTE = 20;

  /// Bad tokens in a minute after which none is looked at.
  static final int LOOKS_PER_MINUTE = 600;

  private final Limiter told;
  private final Limiter looked;

  public Failures(ClientAddress remote, InstantSource clock) {
    this.told = new Limiter(PER_MINUTE, remote, clock);
    this.looked = new Limiter(LOOKS_PER_MINUTE, remote, clock);
  }

  /// Before anything is looked at.
  ///
  /// @throws RefusedException when too many were bad
  public void before(Context context) {
    looked.checkOnly(context);
  }

  /// Counts a bad one.
  ///
  /// @throws RefusedException when too many were bad
  public void bad(Context context) {
    looked.count(context);
    told.check(context);
  }
}
