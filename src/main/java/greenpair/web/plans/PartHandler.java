package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.pages.plan.Agenda;
import greenpair.pages.plan.PlanPartPage;
import greenpair.pages.view.Form;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Timetable;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.access.Caller;
import greenpair.program.introduction.Introduction;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.program.ReadEndpoint;
import io.javalin.http.Context;

/// A city's own part of a plan: its results with reasons.
///
/// @param clock in the time zone of the programme
public record PartHandler(
    ReadEndpoint reading,
    PlanHandler plans,
    LiveIndex live,
    LiveAnswerParts answerParts,
    Clock clock) {
  public Route route() {
    return Route.get(PlanHandler.PATH + "/{id}/cities/{city}", Access.EDIT, this::show)
        .as("planPart", PlanView.Part.class)
        .where("city", "cn-shenzhen");
  }

  private void show(Context context) {
    String city = context.pathParam("city");
    reading.one(context, (records, caller, id) -> find(records, caller, id, city));
  }

  /// The page of a part; empty if there is none.
  public Optional<PlanPartPage> page(Context context, Form form, PlanWords words) {
    String id = context.pathParam("id");
    String city = context.pathParam("city");
    return reading.read(
        context,
        (records, caller) ->
            find(records, caller, id, city)
                .map(
                    part -> {
                      StoredPlan plan = records.plans().find(caller, id).orElseThrow();
                      PlanHandler.LoadedPlan kept = plans.kept(records, plan);
                      Map<String, Introduction> letters = PlanLetters.introduced(records, part);
                      PlanView.Chosen chosen = part.cohort();
                      return new PlanPartPage(
                          plan,
                          part.city(),
                          chosen == null ? null : chosen.chosen(),
                          chosen == null ? null : chosen.why(),
                          part.pairs(),
                          part.partners(),
                          kept.made() instanceof PlanResult.Meetings
                              ? Agenda.own(asked(kept), made(kept), part.city())
                              : List.of(),
                          records.plans().answers(id, part.city()),
                          isOpen(part.about()),
                          words,
                          form,
                          letters,
                          PlanLetters.isAnyLeft(part, letters),
                          PlanLetters.drafts(part, letters).findAny().isPresent());
                    }));
  }

  public boolean isOpen(PlanView plan) {
    LocalDate until = plan.until();
    return until != null && !LocalDate.now(clock).isAfter(until);
  }

  static PlanRequest.Meetings asked(PlanHandler.LoadedPlan kept) {
    return (PlanRequest.Meetings) Objects.requireNonNull(kept.asked());
  }

  static Timetable made(PlanHandler.LoadedPlan kept) {
    return ((PlanResult.Meetings) Objects.requireNonNull(kept.made())).timetable();
  }

  /// The part of a city.
  ///
  /// @throws greenpair.web.http.RefusedException if it is another's
  Optional<PlanView.Part> find(Records records, Caller caller, String id, String city) {
    EntryId own = EntryId.parse(city).orElse(null);
    Optional<StoredPlan> plan = own == null ? Optional.empty() : records.plans().find(caller, id);
    if (plan.isPresent() && !caller.mayChange(own)) {
      throw Guard.forbidden();
    }
    return plan.flatMap(each -> part(records, each, Objects.requireNonNull(own)));
  }

  private Optional<PlanView.Part> part(Records records, StoredPlan stored, EntryId city) {
    PlanHandler.LoadedPlan kept = plans.kept(records, stored);
    List<PlanReply> answers =
        kept.answers().stream().filter(each -> each.city().equals(city)).toList();
    PlanView.Part part =
        new PlanView.Part(kept.about(), city, null, List.of(), null, List.of(), answers);
    return switch (kept.made()) {
      case null -> Optional.empty();
      case PlanResult.Cohort made ->
          made.report().cities().stream()
              .filter(each -> each.city().equals(city))
              .findFirst()
              .map(each -> FieldTable.with(part, "cohort", chosen(each, made.report())));
      case PlanResult.Pairs made ->
          Optional.of(made.pairs().stream().filter(each -> each.isOf(city)).toList())
              .filter(own -> !own.isEmpty())
              .map(own -> FieldTable.with(part, "pairs", own));
      case PlanResult.Partners made ->
          Optional.ofNullable(made.plan()).stream()
              .flatMap(plan -> CityShare.all(made.instance(), plan).stream())
              .filter(each -> each.city().equals(city))
              .findFirst()
              .map(share -> FieldTable.with(part, "partners", share));
      case PlanResult.Meetings made ->
          Optional.of(MeetingsView.rows(asked(kept), made.timetable(), city))
              .filter(own -> !own.isEmpty())
              .map(own -> FieldTable.with(part, "meetings", own));
    };
  }

  private PlanView.Chosen chosen(CohortReport.Standing standing, CohortReport report) {
    Text why;
    try (Snapshot snapshot = live.acquire()) {
      PlanWords words = answerParts.of(snapshot).planner().words(snapshot);
      why = words.why(standing, report);
    }
    return new PlanView.Chosen(standing.chosen(), why, standing.score(), standing.rank());
  }
}
