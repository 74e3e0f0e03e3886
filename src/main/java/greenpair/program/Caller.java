package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Tier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks, and what that one may see and change. All rules about roles are here.
///
/// @param id that no other person or program has: `token ID`, or issuer and subject of a login
///     provider
/// @param name for show only, which two may share; `anonymous` for one who is not signed in
/// @param role null for one who is not signed in
/// @param cities that a [Role#CITY] works for; empty for every other role
public record Caller(String id, String name, @Nullable Role role, Set<EntryId> cities) {
  public static final Caller ANONYMOUS = new Caller("anonymous", "anonymous", null, Set.of());

  public Caller {
    cities = Set.copyOf(cities);
  }

  public boolean isSignedIn() {
    return role != null;
  }

  public boolean isAtLeast(Role least) {
    return role != null && role.isAtLeast(least);
  }

  /// Whether this one may see something of that tier.
  ///
  /// @param city that the thing belongs to; null when it belongs to none
  public boolean maySee(Tier tier, @Nullable EntryId city) {
    return switch (tier) {
      case PUBLIC -> true;
      case PROGRAMME -> isSignedIn();
      case PRIVATE -> mayChange(city);
    };
  }

  /// Whether this one may change what belongs to a city; what belongs to none is the
  /// coordinators'.
  public boolean mayChange(@Nullable EntryId city) {
    return isAtLeast(Role.COORDINATOR)
        || (role == Role.CITY && city != null && cities.contains(city));
  }
}
