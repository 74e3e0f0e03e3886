package greenpair.reindex.run;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.build.GenerationPatch;
import greenpair.index.generation.Manifest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which answers of a new generation can differ from those of the last one. The index of a kind is
/// independent, including its statistics, so a list of a kind without a written document is
/// unchanged, unless the query itself changed.
///
/// @param all whether any answer can differ
/// @param touched entries whose documents were written
public record ChangeScope(boolean all, Map<Kind, Set<EntryId>> touched) {
  /// Any answer can differ.
  public static final ChangeScope ALL = new ChangeScope(true, Map.of());

  /// A changed city is part of the cases of all that worked there, and another year of reference in
  /// the age of all cases.
  public static ChangeScope of(GenerationPatch patch, Manifest before, Manifest after) {
    Map<Kind, Set<EntryId>> touched = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      touched.put(kind, patch.touched(kind));
    }
    boolean all = before.asOf() != after.asOf() || !patch.touched(Kind.CITY).isEmpty();
    return new ChangeScope(all, touched);
  }

  /// Whether the list of that kind for a need can be another.
  public boolean canMove(Kind kind, EntryId need) {
    // What proves a solution is asked of the deployments, as is which firms are at work in a city,
    // with whom experts may have a conflict of interest.
    return all
        || isAny(kind)
        || has(Kind.NEED, need)
        || (List.of(Kind.SOLUTION, Kind.EXPERT).contains(kind) && isAny(Kind.DEPLOYMENT));
  }

  private boolean isAny(Kind kind) {
    return !touched.getOrDefault(kind, Set.of()).isEmpty();
  }

  /// Whether an entry can stand elsewhere in a list that is made of a few entries of its kind:
  /// those that were not written move there only by what others do to the rarity of words.
  public boolean has(Kind kind, EntryId id) {
    return all || touched.getOrDefault(kind, Set.of()).contains(id);
  }
}
