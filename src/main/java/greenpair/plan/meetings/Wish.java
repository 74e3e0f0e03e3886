package greenpair.plan.meetings;

import greenpair.catalog.EntryId;

/// A meeting of a city with a partner that would be worth having.
///
/// @param millionths how much, from 1
public record Wish(EntryId city, EntryId partner, int millionths) {
  public Wish {
    if (millionths < 1) {
      throw new IllegalArgumentException(
          "the worth of a wish must be an integer of at least 1, in millionths, but was "
              + millionths);
    }
  }
}
