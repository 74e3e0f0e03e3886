package greenpair.plan.meetings;

import java.time.Instant;

/// A time at which meetings can take place.
///
/// @param day its day of the summit, from 0; waiting is counted within a day
/// @param tables number of meetings at the same time, from 1
public record Slot(Instant start, Instant end, int day, int tables) {
  public Slot {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "a slot must end after it begins, but is " + start + " to " + end);
    }
    if (tables < 1) {
      throw new IllegalArgumentException(
          "tables must be an integer of at least 1, but was " + tables);
    }
  }
}
