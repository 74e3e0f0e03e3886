package greenpair.program.access;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.Tokens.Token;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;

/// Sessions that were started with a token; only the hashes of their secrets are stored.
public final class StoredSessions {
  /// A session ends after this long, and with its token.
  public static final Duration LONGEST = Duration.ofHours(12);

  private final Rows rows;
  private final Tokens tokens;

  public StoredSessions(Rows rows) {
    this.rows = rows;
    this.tokens = new Tokens(rows);
  }

  /// A session that was just opened.
  ///
  /// @param secret what the cookie holds
  public record Opened(Caller caller, String secret, Instant expires) {}

  /// Opens a session for a token that is good now; sessions that ended are cleared away.
  public Optional<Opened> open(String sent, Instant now) {
    Optional<Token> token = tokens.verify(sent, now);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    rows.update("DELETE FROM session WHERE expires <= ?", now);
    Instant end = now.plus(LONGEST);
    Instant expires = end.isBefore(token.get().expires()) ? end : token.get().expires();
    String secret = Secrets.secret();
    rows.update(
        "INSERT INTO session (hash, token, expires) VALUES (?, ?, ?)",
        Secrets.hash(secret),
        token.get().id(),
        expires);
    return Optional.of(new Opened(token.get().caller(), secret, expires));
  }

  /// Opens a session for a person authenticated elsewhere, with a token that is never handed out.
  /// The token ends with the session, is listed like any other and can be revoked.
  ///
  /// @param identity issuer and subject, which stay the same when the name changes
  public Opened admit(String identity, String name, Role role, Set<EntryId> cities, Instant now) {
    Tokens.Created token = tokens.create(identity, name, role, cities, now.plus(LONGEST), now);
    return open(token.secret(), now).orElseThrow();
  }

  /// Whose session that is, if it and its token are good now.
  public Optional<Caller> caller(String secret, Instant now) {
    return rows.one(
            Token.class,
            "SELECT token.* FROM session JOIN token ON token.id = session.token"
                + " WHERE session.hash = ? AND session.expires > ?",
            Secrets.hash(secret),
            now)
        .filter(token -> token.isGood(now))
        .map(Token::caller);
  }

  /// What a form of that session sends along: it follows from the session's secret, which no
  /// other site can read, and the secret does not follow from it.
  public static String csrf(String secret) {
    return Secrets.hash("csrf " + secret);
  }

  public void close(String secret) {
    rows.update("DELETE FROM session WHERE hash = ?", Secrets.hash(secret));
  }

  /// Removes sessions that ended, and the tokens of logins at a provider.
  public void forget(Instant now) {
    rows.update("DELETE FROM session WHERE expires <= ?", now);
    rows.update(
        "DELETE FROM token WHERE identity IS NOT NULL AND expires <= ?"
            + " AND id NOT IN (SELECT token FROM session)",
        now);
  }
}
