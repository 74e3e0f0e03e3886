package greenpair.plan.meetings;

import greenpair.catalog.EntryId;

/// A meeting of two delegations that would be worth having.
///
/// @param partner whom the city would meet: a firm, a financier or another city
/// @param millionths how much, from 1
public record Wish(EntryId city, EntryId partner, int millionths) {
  public Wish {
    if (millionths < 1) {
      throw new IllegalArgumentException(
          "the worth of a wish must be an integer of at least 1, in millionths, but was "
              + millionths);
    }
  }

  /// The same for both orders of its two sides.
  String pair() {
    return Meeting.pair(city, partner);
  }
}
