package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import org.jspecify.annotations.Nullable;

/// A change of a timetable by hand.
///
/// @param slot where the meeting is afterwards; -1 for [Action#CANCEL]
/// @param table from 1; 0 for none
public record Edit(
    Action action,
    EntryId city,
    EntryId partner,
    int slot,
    int table,
    @Nullable String interpreter) {
  public enum Action {
    /// A meeting gets another time or place.
    MOVE,
    /// A meeting is not held.
    CANCEL,
    PUT
  }

  Meeting meeting() {
    return new Meeting(city, partner, slot, table, interpreter);
  }

  String pair() {
    return Meeting.pair(city, partner);
  }
}
