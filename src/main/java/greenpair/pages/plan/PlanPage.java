package greenpair.pages.plan;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.pages.view.Form;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.cohort.CohortReport.Why;
import greenpair.plan.cohort.Indicator.Observation;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Timetable;
import greenpair.program.StoredPlan;
import greenpair.program.StoredPlans.PlanReply;
import org.jspecify.annotations.Nullable;

/// A plan: its progress or its result.
///
/// @param state its state, even if the server has stopped in the meantime
/// @param progress null unless it is queued or being solved
/// @param asked null unless it is complete
/// @param made null unless it is made
/// @param answers of the cities, oldest first
/// @param findings of a check; empty unless one was requested
public record PlanPage(
    StoredPlan plan,
    StoredPlan.State state,
    List<Text> messages,
    @Nullable Progress progress,
    @Nullable PlanRequest asked,
    @Nullable PlanResult made,
    List<PlanReply> answers,
    List<Text> findings,
    PlanWords words,
    Form form) {
  /// How far it is.
  ///
  /// @param part of the parts of the step; 0 while it waits
  /// @param solved relaxations of the search that runs
  /// @param value of its best solution so far; null while there is none
  /// @param bound upper bound of the objective; null while unknown
  public record Progress(
      PlanObserver.Step step,
      int part,
      int parts,
      int solved,
      @Nullable Double value,
      @Nullable Double bound) {
    public static final Progress WAITING =
        new Progress(PlanObserver.Step.ASKING, 0, 0, 0, null, null);
  }

  /// The kinds of partner that the plan is of.
  public List<Kind> kinds() {
    PlanResult.Partners partners = (PlanResult.Partners) Objects.requireNonNull(made);
    return partners.instance().demands().stream().map(Demand::kind).distinct().sorted().toList();
  }

  public boolean isSolving() {
    return state == StoredPlan.State.SOLVING;
  }

  public @Nullable CohortReport cohort() {
    return made instanceof PlanResult.Cohort cohort ? cohort.report() : null;
  }

  /// The candidates with a score, or those without one.
  public List<CohortReport.Standing> candidates(boolean known) {
    return Objects.requireNonNull(cohort()).cities().stream()
        .filter(each -> known != (each.why() == Why.UNKNOWN || each.why() == Why.NO_SIDE))
        .toList();
  }

  /// The value of an indicator of a city; null if unknown.
  public @Nullable Observation observation(EntryId city, String indicator) {
    return ((PlanResult.Cohort) Objects.requireNonNull(made))
        .observations().stream()
            .filter(each -> each.city().equals(city) && each.indicator().equals(indicator))
            .findFirst()
            .orElse(null);
  }

  /// What a better cohort could gain at most, as a share.
  public double cohortGap() {
    CohortReport report = Objects.requireNonNull(cohort());
    return report.value() == 0 ? 0 : report.bound() / report.value() - 1;
  }

  public PlanResult.@Nullable Pairs pairs() {
    return made instanceof PlanResult.Pairs pairs ? pairs : null;
  }

  /// The plan of partners with what it is compared with; null for other sorts.
  public @Nullable PartnersResult partners() {
    return made instanceof PlanResult.Partners partners
            && asked instanceof PlanRequest.Partners request
        ? PartnersResult.of(request, partners)
        : null;
  }

  public @Nullable Timetable timetable() {
    return made instanceof PlanResult.Meetings meetings ? meetings.timetable() : null;
  }

  public Form shareForm() {
    return form.value("keep").isEmpty() ? form : Form.EMPTY;
  }

  /// All delegations with a requested meeting, in the order of their ids.
  public List<EntryId> delegations() {
    TreeSet<EntryId> all = new TreeSet<>();
    meetings().summit().wishes().forEach(each -> all.addAll(List.of(each.city(), each.partner())));
    Objects.requireNonNull(timetable())
        .meetings()
        .forEach(each -> all.addAll(List.of(each.city(), each.partner())));
    return List.copyOf(all);
  }

  /// What was asked of a timetable.
  public PlanRequest.Meetings meetings() {
    return (PlanRequest.Meetings) Objects.requireNonNull(asked);
  }

  /// The largest possible gain of a better timetable, as a share.
  public double timetableGap() {
    Timetable timetable = Objects.requireNonNull(timetable());
    return timetable.millionths() == 0
        ? 0
        : (double) timetable.bound() / timetable.millionths() - 1;
  }

  /// The timetable as people read it.
  public Agenda agenda() {
    return Agenda.of(meetings(), Objects.requireNonNull(timetable()));
  }

  /// What each city gets, in the order of their ids.
  public List<CityShare> shares() {
    PlanResult.Partners partners = (PlanResult.Partners) Objects.requireNonNull(made);
    return CityShare.all(partners.instance(), Objects.requireNonNull(partners.plan()));
  }
}
