package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import java.util.Set;
import java.util.TreeSet;

/// One real partner, however many entries of the catalog describe it.
///
/// @param id of the entry that represents it
/// @param members all entries that describe it, including `id`
/// @param mostCities cities that it can serve, from 1
public record Supplier(EntryId id, Set<EntryId> members, int mostCities) {
  public Supplier {
    Set<EntryId> all = new TreeSet<>(members);
    all.add(id);
    members = java.util.Collections.unmodifiableSet(all);
    if (mostCities < 1) {
      throw new IllegalArgumentException(
          ("the capacity of %s must be an integer of at least 1, but was %s; rule a partner out by"
                  + " a veto")
              .formatted(id, mostCities));
    }
  }
}
