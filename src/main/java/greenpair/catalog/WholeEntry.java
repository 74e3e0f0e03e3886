package greenpair.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry as it is kept, with what is restricted. It is no [Entry], so nothing that shows entries
/// can be given one: what a reader may see is decided where the record is read.
public final class WholeEntry {
  private final Entry entry;

  public WholeEntry(Entry entry) {
    this.entry = entry;
  }

  /// As everybody may see it.
  public Entry open() {
    return to(Set.of(Tier.PUBLIC));
  }

  /// Without what is of another tier than these.
  public Entry to(Collection<Tier> tiers) {
    return Disclosure.to(tiers, entry);
  }

  /// Fields that not everybody may see, with who may.
  public Map<String, Tier> restricted() {
    return entry.profile().restricted();
  }

  /// The city whose staff may see what is private; null where it belongs to none.
  public @Nullable EntryId city() {
    return Disclosure.city(entry);
  }

  /// The budget of a need, for ranking.
  ///
  /// @throws IllegalStateException for another kind
  public DealSizes budget() {
    if (entry instanceof Need need) {
      return DealSizes.of(need.budget(), java.util.List.of(), Disclosure.hidesBudget(need));
    }
    throw new IllegalStateException(entry.kind().word() + " " + entry.id() + " has no budget");
  }

  /// All of it: for what builds, compares and copies indexes, never for an answer.
  public Entry unredacted() {
    return entry;
  }
}
