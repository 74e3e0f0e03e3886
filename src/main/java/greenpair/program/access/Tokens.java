package greenpair.program.access;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import org.jspecify.annotations.Nullable;

/// Access tokens; only their hashes are stored.
public record Tokens(Rows rows) {
  private static final Pattern FORM = Pattern.compile("gp_([0-9a-f]{20})_([0-9a-f]{64})");

  /// Compared with when the id is unknown, so that both cases take the same time.
  private static final String NOBODY = Secrets.hash("");

  /// A token that was just made.
  ///
  /// @param secret what the holder sends; it cannot be had again
  public record Created(Token token, String secret) {}

  /// Makes a token.
  ///
  /// @param cities of a [Role#CITY], at least one; none for another role
  public Created create(String name, Role role, Set<EntryId> cities, Instant expires, Instant now) {
    return create(null, name, role, cities, expires, now);
  }

  Created create(
      @Nullable String identity,
      String name,
      Role role,
      Set<EntryId> cities,
      Instant expires,
      Instant now) {
    if ((role == Role.CITY) == cities.isEmpty()) {
      throw new MessageException(
          Message.of(role == Role.CITY ? "token.no_city" : "token.city_alone"));
    }
    if (!now.isBefore(expires)) {
      throw new MessageException(Message.of("token.past", "expires", expires, "now", now));
    }
    String secret = Secrets.secret();
    Token draft = new Token(0, "", name, role, cities, now, expires, null, identity);
    Token token = rows.add("token", draft, Map.of("hash", Secrets.hash(secret)));
    return new Created(token, "gp_" + token.id() + "_" + secret);
  }

  public Optional<Token> find(String id) {
    return rows.find(Token.class, "token", id);
  }

  public Page<Token> list(long before, int limit) {
    return new Filter(before).page(rows, "token", Token.class, limit, Token::seq);
  }

  /// Ends a token and its sessions at once; empty if there is no such token.
  public Optional<Token> revoke(String id, Instant now) {
    rows.update("UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL", now, id);
    rows.update("DELETE FROM session WHERE token = ?", id);
    return find(id);
  }

  record StoredToken(String hash, Token token) {}

  /// The token behind what a client sent, if it is good now. One that is unknown, wrong, revoked or
  /// expired is looked up, hashed and compared like a valid one, so that neither time nor answer
  /// reveals which of these it is.
  public Optional<Token> verify(String sent, Instant now) {
    Matcher parts = FORM.matcher(sent);
    boolean wellFormed = parts.matches();
    String id = wellFormed ? parts.group(1) : "";
    Optional<StoredToken> kept = rows.find(StoredToken.class, "token", id);
    boolean same =
        Secrets.same(
            kept.map(StoredToken::hash).orElse(NOBODY),
            Secrets.hash(wellFormed ? parts.group(2) : "?"));
    return kept.map(StoredToken::token).filter(token -> same && token.isGood(now));
  }

  /// Who sent that token, if it is good now.
  public Optional<Caller> caller(String sent, Instant now) {
    return verify(sent, now).map(Token::caller);
  }

  /// The public part of what a client sent as a token, for the audit; empty for what is none.
  public static String idOf(String sent) {
    Matcher parts = FORM.matcher(sent);
    return parts.matches() ? parts.group(1) : "";
  }

  /// The stored data of a token, never the token itself.
  ///
  /// @param id the public part, by which it is listed and revoked
  /// @param revoked null while it is not
  /// @param identity issuer and subject of the person whom a login provider authenticated; null for
  ///     a token created by an operator
  public record Token(
      @JsonIgnore long seq,
      String id,
      String name,
      Role role,
      Set<EntryId> cities,
      Instant made,
      Instant expires,
      @Nullable Instant revoked,
      @JsonIgnore @Nullable String identity) {
    public Token {
      cities = Collections.unmodifiableSortedSet(new TreeSet<>(cities));
    }

    Caller caller() {
      return new Caller(identity == null ? "token " + id : identity, name, role, cities);
    }

    public boolean isGood(Instant now) {
      return revoked == null && now.isBefore(expires);
    }
  }
}
