package greenpair.plan.meetings;

import java.time.Instant;

/// A time at which meetings can be.
///
/// @param day its day of the summit, from 0; waiting is counted within a day
/// @param tables meetings that can be at once, from 1
public record Slot(Instant start, Instant end, int day, int tables) {
  public Slot {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "a slot ends after it begins; got " + start + " to " + end);
    }
    if (tables < 1) {
      throw new IllegalArgumentException("tables are a whole number from 1; got " + tables);
    }
  }
}
