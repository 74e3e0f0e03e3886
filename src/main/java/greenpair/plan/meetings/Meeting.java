package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import org.jspecify.annotations.Nullable;

/// A meeting with its time and place.
///
/// @param partner the other side: a firm, a financier or another city
/// @param slot its position among the slots of the summit
/// @param table from 1; 0 if both sides take part online
/// @param interpreter name; null if none is needed
public record Meeting(
    EntryId city, EntryId partner, int slot, int table, @Nullable String interpreter) {
  /// Whether a delegation takes part.
  public boolean isOf(EntryId who) {
    return city.equals(who) || partner.equals(who);
  }

  /// The same for both orders of its two sides.
  public String pair() {
    return pair(city, partner);
  }

  static String pair(EntryId one, EntryId other) {
    return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
  }
}
