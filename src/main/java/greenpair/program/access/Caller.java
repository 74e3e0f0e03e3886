package greenpair.program.access;

import greenpair.catalog.EntryId;
import greenpair.catalog.Tier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The caller of a request, and what the caller may see and change. All rules about roles are here.
///
/// @param id unique id: `token ID`, or issuer and subject of a login provider
/// @param name display name, which need not be unique; `anonymous` for a visitor who is not signed
///     in
/// @param role null for a visitor who is not signed in
/// @param cities cities for which a [Role#CITY] works; empty for every other role
/// @param seesOthers whether remarks for the programme are shown to everyone who is signed in, not
///     only to the city concerned and to coordinators
public record Caller(
    String id, String name, @Nullable Role role, Set<EntryId> cities, boolean seesOthers) {
  public static final Caller ANONYMOUS = new Caller("anonymous", "anonymous", null, Set.of());

  /// A caller who sees only remarks of their own cities.
  public Caller(String id, String name, @Nullable Role role, Set<EntryId> cities) {
    this(id, name, role, cities, false);
  }

  public Caller {
    cities = Set.copyOf(cities);
  }

  public boolean isSignedIn() {
    return role != null;
  }

  public boolean isAtLeast(Role least) {
    return role != null && role.isAtLeast(least);
  }

  /// Whether the caller may see data of that tier.
  ///
  /// @param city that the thing belongs to; null if it belongs to none
  public boolean maySee(Tier tier, @Nullable EntryId city) {
    return switch (tier) {
      case PUBLIC -> true;
      case PROGRAMME -> isSignedIn();
      case PRIVATE -> mayChange(city);
    };
  }

  public Caller inProgramme(boolean sharesRemarks) {
    return new Caller(id, name, role, cities, sharesRemarks);
  }

  /// Whether the caller may see a remark of that tier: as everything else, but those for the
  /// programme are about a city only for its staff and coordinators, unless the programme shares
  /// them.
  public boolean maySeeRemark(Tier tier, @Nullable EntryId city) {
    boolean isKept = tier == Tier.PROGRAMME && city != null && !seesOthers && !mayChange(city);
    return maySee(tier, city) && !isKept;
  }

  /// Whether the caller may change data of a city; only coordinators may change data that belongs
  /// to no city.
  public boolean mayChange(@Nullable EntryId city) {
    return isAtLeast(Role.COORDINATOR)
        || (role == Role.CITY && city != null && cities.contains(city));
  }

  /// What a person or a program that signs in may do; each role may do what the one before may,
  /// except that a city's staff changes only what belongs to its own cities.
  public enum Role {
    READER,
    CITY,
    COORDINATOR,
    OPERATOR;

    public boolean isAtLeast(Role other) {
      return compareTo(other) >= 0;
    }
  }
}
