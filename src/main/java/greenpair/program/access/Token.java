package greenpair.program.access;

import greenpair.catalog.EntryId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stored data of a token, never the token itself.
///
/// @param id the public part, by which it is listed and revoked
/// @param revoked null while it is not
/// @param identity issuer and subject of the person whom a login provider authenticated; null for a
///     token created by an operator
public record Token(
    long seq,
    String id,
    String name,
    Role role,
    Set<EntryId> cities,
    Instant made,
    Instant expires,
    @Nullable Instant revoked,
    @Nullable String identity) {
  public Token {
    cities = Set.copyOf(cities);
  }

  Caller caller() {
    return new Caller(identity == null ? "token " + id : identity, name, role, cities);
  }

  public boolean isGood(Instant now) {
    return revoked == null && now.isBefore(expires);
  }
}
