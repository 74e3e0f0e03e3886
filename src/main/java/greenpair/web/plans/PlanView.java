package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.pages.plan.PlanPage.Progress;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.plan.pairs.CityPair;
import greenpair.program.StoredPlan;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// A plan as lists show it.
///
/// @param until the last day on which cities answer; null while only coordinators see it
/// @param digest of its document, for minutes; null without one
/// @param messages why there is no plan
/// @param progress null unless it waits or is being solved
public record PlanView(
    String id,
    String sort,
    String title,
    StoredPlan.State state,
    Stamp made,
    @Nullable LocalDate until,
    @Nullable String digest,
    List<Text> messages,
    @Nullable Progress progress) {
  static final Text FAILED = Message.of("plan.failed").text();
  private static final Text ENDED = Message.of("plan.interrupted").text();

  /// A whole plan.
  ///
  /// @param generation that it is based on; null if there is no document
  record PlanDetails(
      PlanView about,
      @Nullable String generation,
      @Nullable String configuration,
      @Nullable CohortReport cohort,
      @Nullable Pairs pairs,
      @Nullable PartnersResult partners,
      @Nullable MeetingsView meetings,
      List<PlanReply> answers) {}

  /// @param alone cities of either side in no pair
  record Pairs(List<CityPair> pairs, List<EntryId> alone) {}

  /// A plan with its document, which `greenpair verify` reads from a file.
  record Document(PlanView about, String document) {}

  /// What a city gets from a plan, and why.
  ///
  /// @param cohort whether it is in the cohort; null for other sorts of plan
  public record Part(
      PlanView about,
      EntryId city,
      @Nullable Chosen cohort,
      List<CityPair> pairs,
      @Nullable CityShare partners,
      List<MeetingsView.Row> meetings,
      List<PlanReply> answers) {}

  /// Whether a city is in a cohort.
  ///
  /// @param score of the composite index; null where too little is known
  public record Chosen(boolean chosen, Text why, @Nullable Double score, @Nullable Integer rank) {}

  static PlanView of(StoredPlan plan, Instant now) {
    boolean lost = plan.isAbandoned(now);
    boolean isSolving = plan.state() == StoredPlan.State.SOLVING && !lost;
    return FieldTable.copy(
        PlanView.class,
        plan,
        "state",
        lost ? StoredPlan.State.FAILED : plan.state(),
        "messages",
        lost ? List.of(ENDED) : PlanJson.texts(plan.messages()),
        "progress",
        isSolving ? PlanJson.progress(plan.progress()) : null);
  }
}
