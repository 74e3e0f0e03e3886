package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.plan.ask.PlanResult;
import greenpair.plan.ask.PlanWords;
import greenpair.program.StoredPlan;
import greenpair.web.auth.Guard;
import greenpair.web.catalog.Searches;
import greenpair.web.http.CalendarFile;
import greenpair.web.programme.ProgramReading;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The timetable of a summit as a list and as a calendar: of all meetings, or of one delegation.
public final class MeetingExports {
  private final ProgramReading reading;
  private final PlanHandler plans;
  private final LiveIndex live;
  private final Searches searches;

  public MeetingExports(
      ProgramReading reading, PlanHandler plans, LiveIndex live, Searches searches) {
    this.reading = reading;
    this.plans = plans;
    this.live = live;
    this.searches = searches;
  }

  /// A timetable that the caller may see: coordinators whole, staff of a city its own meetings once
  /// it is shared.
  ///
  /// @param who whose meetings; null for all
  private PlanHandler.Kept timetable(Context context, @Nullable EntryId who) {
    String id = context.pathParam("id");
    return reading.read(
        context,
        (records, caller) -> {
          StoredPlan plan =
              records.plans().find(caller, id).orElseThrow(() -> ProgramReading.noSuchRecord(id));
          if (!caller.mayChange(who)) {
            throw Guard.forbidden();
          }
          PlanHandler.Kept kept = plans.kept(records, plan);
          if (!(kept.made() instanceof PlanResult.Meetings)) {
            throw ProgramReading.noSuchRecord(id);
          }
          return kept;
        },
        kept -> List.of());
  }

  private static @Nullable EntryId who(Context context) {
    String word = context.pathParamMap().get("city");
    try {
      return word == null ? null : new EntryId(word);
    } catch (IllegalArgumentException e) {
      throw ProgramReading.noSuchRecord(String.valueOf(word));
    }
  }

  /// The meetings of a timetable as a list.
  public void meetings(Context context) {
    EntryId who = who(context);
    PlanHandler.Kept kept = timetable(context, who);
    reading.one(
        context,
        (records, caller, id) -> Optional.of(kept),
        (found, caller) ->
            new MeetingsView.Meetings(
                MeetingsView.rows(PartHandler.asked(found), PartHandler.made(found), who)));
  }

  /// The meetings of a timetable as a calendar.
  public void calendar(Context context) {
    EntryId who = who(context);
    PlanHandler.Kept kept = timetable(context, who);
    Language language = "zh".equals(context.queryParam("lang")) ? Language.ZH : Language.EN;
    try (Snapshot snapshot = live.acquire()) {
      PlanWords words = searches.of(snapshot.configuration()).planner().words(snapshot);
      CalendarFile.answer(
          context,
          "meetings.ics",
          Calendars.of(
              PartHandler.asked(kept),
              PartHandler.made(kept),
              who,
              kept.plan().made().at(),
              words::name,
              language));
    }
  }
}
