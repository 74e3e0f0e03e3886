package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One real partner, however many entries of the catalog describe it.
///
/// @param id of the entry that represents it
/// @param members all entries that describe it, including `id`
/// @param mostCities cities that it can serve, from 1
/// @param leastLists minimum number of lists that it must be on, from 0
/// @param mostLists lists that it can be on as an expert, from 0; null without a limit
/// @param purse sum of money that it can take on as a firm or financier; null without a limit
public record Supplier(
    EntryId id,
    Set<EntryId> members,
    int mostCities,
    int leastLists,
    @Nullable Integer mostLists,
    @Nullable PartnerBudget purse) {
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
    if (leastLists < 0) {
      throw new IllegalArgumentException(
          "the floor of " + id + " must be an integer of at least 0, but was " + leastLists);
    }
    if (mostLists != null && mostLists < 0) {
      throw new IllegalArgumentException(
          "the lists of " + id + " must be an integer of at least 0, but were " + mostLists);
    }
  }

  /// The same with a limit of money.
  public Supplier with(@Nullable PartnerBudget other) {
    return new Supplier(id, members, mostCities, leastLists, mostLists, other);
  }
}
