package greenpair.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry as it is stored, with its restricted fields. It is not an [Entry], so code that
/// displays entries cannot receive it: access is decided where the record is read.
public final class WholeEntry {
  private final Entry entry;

  public WholeEntry(Entry entry) {
    this.entry = entry;
  }

  /// The entry as all users may see it.
  public Entry open() {
    return to(Set.of(Tier.PUBLIC));
  }

  /// The entry without fields of other tiers.
  public Entry to(Collection<Tier> tiers) {
    return Disclosure.to(tiers, entry);
  }

  /// Fields that some users may not see, with their tier.
  public Map<String, Tier> restricted() {
    return entry.profile().restricted();
  }

  /// The city whose staff may see the private fields; null if it belongs to no city.
  public @Nullable EntryId city() {
    return Disclosure.city(entry);
  }

  /// The budget of a need, for ranking.
  ///
  /// @throws IllegalStateException for another kind
  public DealSizes budget() {
    if (entry instanceof Need need) {
      return new DealSizes(need.budget(), java.util.List.of(), Disclosure.hidesBudget(need));
    }
    throw new IllegalStateException(entry.kind().word() + " " + entry.id() + " has no budget");
  }

  /// All fields: for code that builds, compares and copies indexes, never for an answer.
  public Entry unredacted() {
    return entry;
  }
}
