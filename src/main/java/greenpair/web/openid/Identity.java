package greenpair.web.openid;

import greenpair.catalog.EntryId;
import greenpair.program.access.Role;
import java.util.Set;

/// A person who signed in, as known to the programme.
///
/// @param id issuer and subject, which identify the person permanently
/// @param cities of a [Role#CITY], at least one; none for another role
public record Identity(String id, String name, Role role, Set<EntryId> cities) {
  public Identity {
    cities = Set.copyOf(cities);
    if ((role == Role.CITY) == cities.isEmpty()) {
      throw new IllegalArgumentException(
          "only the role city has cities, and it must have at least one, but they are " + cities);
    }
  }
}
