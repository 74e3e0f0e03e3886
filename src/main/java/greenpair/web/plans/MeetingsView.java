package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Timetable.Meeting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A timetable as it is shown.
///
/// @param sequence number of times that it was changed, from 0
/// @param waiting wishes that found no place
/// @param millionths what the meetings are worth together
/// @param bound no timetable is worth more
/// @param idle slots that delegations wait between two meetings of a day, in all
public record MeetingsView(
    String zone,
    int sequence,
    List<Row> meetings,
    List<Waiting> waiting,
    long millionths,
    long bound,
    boolean proven,
    int idle) {
  /// A meeting.
  record Row(
      Instant start, Instant end, int table, EntryId city, EntryId partner, boolean interpreted) {}

  /// A requested meeting without a place.
  record Waiting(EntryId city, EntryId partner, int millionths, Text why) {}

  /// The meetings as a list, which can be had as a table.
  record Meetings(List<Row> items) {}

  public static MeetingsView of(PlanRequest.Meetings asked, Timetable timetable) {
    return new MeetingsView(
        asked.zone(),
        asked.sequence(),
        rows(asked, timetable, null),
        timetable.waiting().stream()
            .map(
                each ->
                    new Waiting(
                        each.city(),
                        each.partner(),
                        each.millionths(),
                        asked.summit().whyWaiting(each).text()))
            .toList(),
        timetable.millionths(),
        timetable.bound(),
        timetable.isProven(),
        timetable.idle());
  }

  /// The meetings of one delegation; of all for null.
  static List<Row> rows(PlanRequest.Meetings asked, Timetable timetable, @Nullable EntryId who) {
    return timetable.meetings().stream()
        .filter(each -> who == null || each.isOf(who))
        .map(each -> row(asked, each))
        .toList();
  }

  private static Row row(PlanRequest.Meetings asked, Meeting meeting) {
    Slot slot = asked.summit().slots().get(meeting.slot());
    return new Row(
        slot.start(),
        slot.end(),
        meeting.table(),
        meeting.city(),
        meeting.partner(),
        asked.summit().isInterpreted(meeting));
  }
}
