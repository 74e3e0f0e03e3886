package greenpair.catalog;

import java.util.List;

/// One thing in the catalog. The list of kinds is closed, so code that switches over it needs no
/// default and the compiler finds each place that a new kind touches.
public sealed interface Entry permits City, Need, Firm, Financier, Solution, Deployment, Programme {
  /// What every kind has.
  Profile profile();

  /// Which kind this is.
  Kind kind();

  /// The id, unique within the kind.
  default EntryId id() {
    return profile().id();
  }

  /// The name in one or both languages.
  default Text name() {
    return profile().name();
  }

  /// Technology codes, most important first.
  default List<Code> technologies() {
    return profile().technologies();
  }

  /// Whether at least one source was checked.
  default boolean verified() {
    return profile().provenance().stream().anyMatch(Provenance::verified);
  }
}
