package greenpair.plan.meetings;

import greenpair.plan.PlanObserver;
import greenpair.plan.meetings.Summit.Wish;
import java.util.List;

/// Who meets whom, when and where.
///
/// @param meetings in order of slot and table
/// @param waiting wishes without a place, highest value first
/// @param millionths total value of the meetings
/// @param bound upper bound of the value of any timetable
/// @param idle total number of slots that delegations wait between two meetings of a day
public record Timetable(
    List<Meeting> meetings, List<Wish> waiting, long millionths, long bound, int idle) {
  public Timetable {
    meetings = List.copyOf(meetings);
    waiting = List.copyOf(waiting);
  }

  /// Whether no timetable is worth more.
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
}
