package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.plan.PlanObserver;
import greenpair.plan.meetings.Summit.Wish;
import java.util.List;

/// Who meets whom, when and where.
///
/// @param meetings in order of slot and table
/// @param waiting wishes without a place, highest value first
/// @param millionths total value of the meetings
/// @param bound upper bound of the value of any timetable with the same breaks, which the solver
///     sets
/// @param idle total number of slots that delegations wait between two meetings of a day
public record Timetable(
    List<Meeting> meetings, List<Wish> waiting, long millionths, long bound, int idle) {
  public Timetable {
    meetings = List.copyOf(meetings);
    waiting = List.copyOf(waiting);
  }

  /// Whether no timetable with the same breaks is worth more.
  public boolean isProven() {
    return millionths == bound;
  }

  /// Creates a timetable. If there is an earlier one, its meetings stay where they are as far as
  /// both sides are there, and only free places are filled.
  public static Timetable of(Summit summit, PlanObserver watch) {
    watch.at(PlanObserver.Step.SOLVING, 1, 2);
    TimetableSolver solver = new TimetableSolver(summit);
    if (summit.previous().isEmpty()) {
      solver.fill(watch);
      solver.closeGaps(watch);
    } else {
      solver.keep();
    }
    return solver.timetable();
  }

  /// A meeting with its time and place.
  ///
  /// @param partner the other side: a firm, a financier or another city
  /// @param slot its position among the slots of the summit
  /// @param table from 1
  public record Meeting(EntryId city, EntryId partner, int slot, int table) {
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
}
