package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Timetable.Meeting;
import greenpair.web.http.CalendarFile;
import org.jspecify.annotations.Nullable;

/// Timetables as iCalendar (RFC 5545). Times are in UTC. A meeting keeps its UID through all later
/// timetables of the summit, with an increasing SEQUENCE, and a dropped meeting is sent once more
/// as cancelled, so that calendars update it and do not show it twice.
public final class Calendars {
  private final PlanRequest.Meetings asked;
  private final Instant made;
  private final Function<EntryId, Text> names;
  private final Language language;
  private final CalendarFile file = new CalendarFile();

  private Calendars(
      PlanRequest.Meetings asked, Instant made, Function<EntryId, Text> names, Language language) {
    this.asked = asked;
    this.made = made;
    this.names = names;
    this.language = language;
  }

  /// The calendar of a timetable.
  ///
  /// @param who whose meetings; null for all
  public static String of(
      PlanRequest.Meetings asked,
      Timetable timetable,
      @Nullable EntryId who,
      Instant made,
      Function<EntryId, Text> names,
      Language language) {
    return new Calendars(asked, made, names, language).of(timetable, who);
  }

  private String of(Timetable timetable, @Nullable EntryId who) {
    Set<String> held = new HashSet<>();
    for (Meeting each : timetable.meetings()) {
      held.add(uid(each));
      if (isOf(each, who)) {
        event(each, "CONFIRMED");
      }
    }
    for (Meeting each : asked.summit().previous()) {
      if (isOf(each, who) && !held.contains(uid(each))) {
        event(each, "CANCELLED");
      }
    }
    return file.end();
  }

  private static boolean isOf(Meeting meeting, @Nullable EntryId who) {
    return who == null || meeting.isOf(who);
  }

  private String uid(Meeting meeting) {
    return meeting.city() + "." + meeting.partner() + "@" + asked.root();
  }

  private void event(Meeting meeting, String status) {
    Slot slot = asked.summit().slots().get(meeting.slot());
    file.line("BEGIN", "VEVENT");
    file.text("UID", uid(meeting));
    file.line("SEQUENCE", Integer.toString(asked.sequence()));
    file.line("DTSTAMP", CalendarFile.time(made));
    file.line("DTSTART", CalendarFile.time(slot.start()));
    file.line("DTEND", CalendarFile.time(slot.end()));
    String city = names.apply(meeting.city()).best(language);
    String partner = names.apply(meeting.partner()).best(language);
    file.text("SUMMARY", Message.of("plan.meeting", "city", city, "partner", partner).in(language));
    file.line("LOCATION", Message.of("plan.table", "table", meeting.table()).in(language));
    file.line("STATUS", status);
    file.line("END", "VEVENT");
  }
}
