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
          "the floor of need " + need + " is a whole number from 0; got " + least);
    }
    if (most < Math.max(1, least)) {
      throw new IllegalArgumentException(
          "need "
              + need
              + " may get from "
              + Math.max(1, least)
              + " partners of kind "
              + kind.word()
              + "; got "
              + most);
    }
  }
}
