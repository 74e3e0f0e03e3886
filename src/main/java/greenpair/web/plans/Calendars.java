package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.ask.PlanRequest;
import greenpair.plan.meetings.Meeting;
import greenpair.plan.meetings.Slot;
import greenpair.plan.meetings.Timetable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Timetables as iCalendar (RFC 5545). Times are in UTC; a meeting keeps its UID through all later
/// timetables of the summit, with a rising SEQUENCE, and one that was dropped is sent once more as
/// cancelled, so that calendars change it and do not show it twice.
public final class Calendars {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Octets of a line at most, without its end (RFC 5545, 3.1).
  private static final int LINE = 75;

  private final PlanRequest.Meetings asked;
  private final Instant made;
  private final Function<EntryId, Text> names;
  private final Language language;
  private final StringBuilder text = new StringBuilder();

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
  /// @param made when the timetable was made
  /// @param names of cities and partners
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
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Greenpair//Meetings//EN");
    line("METHOD", "PUBLISH");
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
    line("END", "VCALENDAR");
    return text.toString();
  }

  private static boolean isOf(Meeting meeting, @Nullable EntryId who) {
    return who == null || meeting.isOf(who);
  }

  private String uid(Meeting meeting) {
    return meeting.city() + "." + meeting.partner() + "@" + asked.root();
  }

  private void event(Meeting meeting, String status) {
    Slot slot = asked.summit().slots().get(meeting.slot());
    line("BEGIN", "VEVENT");
    line("UID", escaped(uid(meeting)));
    line("SEQUENCE", Integer.toString(asked.sequence()));
    line("DTSTAMP", UTC.format(made));
    line("DTSTART", UTC.format(slot.start()));
    line("DTEND", UTC.format(slot.end()));
    String city = names.apply(meeting.city()).best(language);
    String partner = names.apply(meeting.partner()).best(language);
    line(
        "SUMMARY",
        escaped(Message.of("plan.meeting", "city", city, "partner", partner).in(language)));
    line("LOCATION", place(meeting).in(language));
    if (meeting.interpreter() != null) {
      line(
          "DESCRIPTION",
          escaped(Message.of("plan.interpreter", "name", meeting.interpreter()).in(language)));
    }
    line("STATUS", status);
    line("END", "VEVENT");
  }

  private static Message place(Meeting meeting) {
    return meeting.table() == 0
        ? Message.of("plan.online")
        : Message.of("plan.table", "table", meeting.table());
  }

  /// A text as a value (RFC 5545, 3.3.11); line breaks and other control characters are spaces.
  static String escaped(String value) {
    return value
        .replaceAll("\\p{Cntrl}+", " ")
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,");
  }

  /// A line, folded where it is too long, never within a character.
  private void line(String name, String value) {
    int octets = 0;
    int[] characters = (name + ":" + value).codePoints().toArray();
    for (int each : characters) {
      String character = Character.toString(each);
      int more = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += more;
    }
    text.append("\r\n");
  }
}
