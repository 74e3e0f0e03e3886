package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.allocation.CityShare.Got;
import greenpair.plan.allocation.Plan;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.program.StoredPlan;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.CalendarFile;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Request;
import greenpair.web.program.ReadEndpoint;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Plans as lists and calendars: the places of a plan of partners, and the timetable of a summit,
/// of all meetings or of one delegation.
public record PlanExports(
    ReadEndpoint reading, PlanHandler plans, LiveIndex live, LiveAnswerParts answerParts) {
  /// A partner on the list of a need, or a list that no partner is on.
  ///
  /// @param score of the match, in [0, 1]; null without a partner
  record PlannedPartner(
      EntryId city,
      EntryId need,
      Kind kind,
      @Nullable EntryId partner,
      @Nullable Double score,
      Text cityName,
      Text needName,
      @Nullable Text partnerName) {}

  record Places(List<PlannedPartner> items) {}

  public List<Route> routes() {
    String one = PlanHandler.PATH + "/{id}";
    return List.of(
        Route.get(one + "/places", Access.COORDINATE, this::places).as("places", Places.class),
        Route.get(one + "/meetings", Access.COORDINATE, this::meetings)
            .as("meetings", MeetingsView.Meetings.class),
        Route.get(one + "/meetings/{city}", Access.EDIT, this::meetings)
            .as("meetingsOf", MeetingsView.Meetings.class)
            .where("city", "cn-shenzhen"),
        Route.get(one + "/calendar", Access.COORDINATE, this::calendar)
            .asFile("calendar", ReadEndpoint.InLanguage.class, CalendarFile.MEDIA_TYPE),
        Route.get(one + "/calendar/{city}", Access.EDIT, this::calendar)
            .asFile("calendarOf", ReadEndpoint.InLanguage.class, CalendarFile.MEDIA_TYPE)
            .where("city", "cn-shenzhen"));
  }

  /// The places of a plan of partners as a list, by city and need.
  private void places(Context context) {
    reading.computedOf(
        context,
        Request.Nothing.class,
        plans::kept,
        (nothing, kept) -> {
          PlanResult.Partners made = made(kept);
          return new Places(places(made.instance(), Objects.requireNonNull(made.plan())));
        });
  }

  private static PlanResult.Partners made(PlanHandler.LoadedPlan kept) {
    if (kept.made() instanceof PlanResult.Partners made && made.plan() != null) {
      return made;
    }
    Message why = Message.of("plan.no_places", "id", kept.plan().id());
    throw new RefusedException(ProblemKind.NO_SUCH_RECORD, why);
  }

  private List<PlannedPartner> places(AllocationProblem instance, Plan plan) {
    List<Kind> kinds = instance.demands().stream().map(Demand::kind).distinct().sorted().toList();
    List<PlannedPartner> places = new ArrayList<>();
    try (Snapshot snapshot = live.acquire()) {
      PlanWords words = answerParts.of(snapshot).planner().words(snapshot);
      for (CityShare city : CityShare.all(instance, plan)) {
        for (CityShare.OfNeed need : city.needs()) {
          for (Kind kind : kinds) {
            List<@Nullable Got> list = new ArrayList<>(need.got(kind));
            if (list.isEmpty()) {
              list.add(null);
            }
            list.forEach(
                each ->
                    places.add(
                        new PlannedPartner(
                            city.city(),
                            need.need(),
                            kind,
                            each == null ? null : each.partner(),
                            each == null ? null : (Double) each.score(),
                            words.name(city.city()),
                            words.name(need.need()),
                            each == null ? null : words.name(each.partner()))));
          }
        }
      }
    }
    return places;
  }

  /// A timetable that the caller may see: coordinators whole, staff of a city its own meetings once
  /// it is shared.
  ///
  /// @param who whose meetings; null for all
  private ReadEndpoint.Finding<PlanHandler.LoadedPlan> timetable(@Nullable EntryId who) {
    return (records, caller, id) -> {
      Optional<StoredPlan> plan = records.plans().find(caller, id);
      if (plan.isPresent() && !caller.mayChange(who)) {
        throw Guard.forbidden();
      }
      return plan.map(each -> plans.kept(records, each))
          .filter(kept -> kept.made() instanceof PlanResult.Meetings);
    };
  }

  private static @Nullable EntryId who(Context context) {
    String word = context.pathParamMap().get("city");
    return word == null
        ? null
        : EntryId.parse(word).orElseThrow(() -> ReadEndpoint.noSuchRecord(word));
  }

  private void meetings(Context context) {
    EntryId who = who(context);
    reading.computedOf(
        context,
        Request.Nothing.class,
        timetable(who),
        (nothing, kept) ->
            new MeetingsView.Meetings(
                MeetingsView.rows(PartHandler.asked(kept), PartHandler.made(kept), who)));
  }

  private void calendar(Context context) {
    EntryId who = who(context);
    PlanHandler.LoadedPlan kept = reading.found(context, timetable(who));
    Language named = reading.query(context, ReadEndpoint.InLanguage.class).lang();
    Language language = Objects.requireNonNullElse(named, Language.EN);
    try (Snapshot snapshot = live.acquire()) {
      PlanWords words = answerParts.of(snapshot).planner().words(snapshot);
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
