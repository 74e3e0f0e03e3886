package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.introduction.Introduction;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.CalendarFile;
import io.javalin.http.Context;
import java.time.LocalDate;

/// The task of an introduction as a calendar entry: a whole day, with a reminder on the day before.
/// An entry keeps its UID when the task changes, and is cancelled when the introduction ends.
public record TaskHandler(ReadEndpoint reading, LiveIndex live) {
  public Route route() {
    return Route.get("/api/v1/introductions/{id}/task/calendar", Access.MEMBER, this::calendar)
        .asFile("taskCalendar", ReadEndpoint.InLanguage.class, CalendarFile.MEDIA_TYPE);
  }

  private void calendar(Context context) {
    Introduction found = reading.found(context, IntroductionHandler::find);
    Introduction.Task task = found.task();
    LocalDate due = task == null ? null : task.due();
    if (task == null || due == null) {
      throw ReadEndpoint.noSuchRecord(found.id());
    }
    Language language = reading.language(context);
    try (Snapshot snapshot = live.acquire()) {
      String city = name(snapshot, Kind.CITY, found.city(), language);
      String partner = name(snapshot, found.kind(), found.partner(), language);
      String calendar = calendar(found, task, due, city, partner, language);
      CalendarFile.answer(context, "task.ics", calendar);
    }
  }

  private static String name(Snapshot snapshot, Kind kind, EntryId id, Language language) {
    return snapshot.name(kind, id).map((Text each) -> each.best(language)).orElse(id.value());
  }

  static String calendar(
      Introduction introduction,
      Introduction.Task task,
      LocalDate due,
      String city,
      String partner,
      Language language) {
    CalendarFile file = new CalendarFile("Tasks");
    file.line("BEGIN", "VEVENT");
    file.text("UID", introduction.id() + ".task");
    // Seconds since the introduction: more at each change, as calendars require.
    long age = task.made().at().getEpochSecond() - introduction.made().at().getEpochSecond();
    boolean ended = isEnded(introduction);
    file.line("SEQUENCE", Long.toString(Math.max(0, age) + (ended ? 1 : 0)));
    file.line("DTSTAMP", CalendarFile.time(task.made().at()));
    file.line("DTSTART;VALUE=DATE", CalendarFile.day(due));
    file.line("DTEND;VALUE=DATE", CalendarFile.day(due.plusDays(1)));
    Message about =
        Message.of("task.entry", "who", task.responsible(), "city", city, "partner", partner);
    file.text("SUMMARY", about.in(language));
    if (!task.action().isEmpty()) {
      file.text("DESCRIPTION", task.action());
    }
    file.line("TRANSP", "TRANSPARENT");
    file.line("STATUS", ended ? "CANCELLED" : "CONFIRMED");
    if (!ended) {
      file.line("BEGIN", "VALARM");
      file.line("ACTION", "DISPLAY");
      file.text("DESCRIPTION", about.in(language));
      file.line("TRIGGER", "-P1D");
      file.line("END", "VALARM");
    }
    file.line("END", "VEVENT");
    return file.end();
  }

  private static boolean isEnded(Introduction introduction) {
    Introduction.Stage stage = introduction.stage();
    return stage == null
        || stage == Introduction.Stage.CONTRACT
        || stage == Introduction.Stage.STOPPED;
  }
}
