package greenpair.program.access;

import module java.base;

import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;

/// Logins at a provider that began and have not ended. A person may come back to another server
/// than the one that the login began on. States and the secrets of browsers are stored as hashes.
public record PendingLogins(Rows rows) {
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  /// A login under way.
  ///
  /// @param browser a secret bound to the browser
  /// @param back where the person wanted to go
  public record PendingLogin(String browser, String nonce, String verifier, String back) {
    /// Whether the browser that came back is the one that began.
    public boolean isOf(String sent) {
      return browser.equals(Secrets.hash(sent));
    }
  }

  /// Adds one; the oldest are removed if there are too many.
  ///
  /// @param login with the secret of the browser itself
  public void add(String state, PendingLogin login, Instant now) {
    forget(now);
    rows.update(
        "DELETE FROM login WHERE begun <="
            + " (SELECT begun FROM login ORDER BY begun DESC LIMIT 1 OFFSET ?)",
        MOST - 1);
    rows.insert(
        "login",
        login,
        Map.of("state", Secrets.hash(state), "browser", Secrets.hash(login.browser), "begun", now));
  }

  /// Ends the login with that state, which works once, within ten minutes.
  public Optional<PendingLogin> take(String state, Instant now) {
    forget(now);
    String key = Secrets.hash(state);
    Optional<PendingLogin> found =
        rows.one(PendingLogin.class, "SELECT * FROM login WHERE state = ?", key);
    return found.filter(each -> rows.update("DELETE FROM login WHERE state = ?", key) == 1);
  }

  /// Removes those that took too long.
  public void forget(Instant now) {
    rows.update("DELETE FROM login WHERE begun < ?", now.minus(WITHIN));
  }
}
