package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;

/// The places of one need for partners of one kind.
///
/// @param least partners that it must get, from 0
/// @param most partners that it may get, from `least`
public record Demand(EntryId need, EntryId city, Kind kind, int least, int most) {
  public Demand {
    if (least < 0) {
      throw new IllegalArgumentException(
          "the floor of need " + need + " must be an integer of at least 0, but was " + least);
    }
    if (most < Math.max(1, least)) {
      throw new IllegalArgumentException(
          "need %s must be allowed at least %s partners of kind %s, but was %s"
              .formatted(need, Math.max(1, least), kind.word(), most));
    }
  }

  AllocationProblem.Slot slot() {
    return new AllocationProblem.Slot(need, kind);
  }
}
