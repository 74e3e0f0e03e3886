package greenpair.plan.input;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import greenpair.plan.cohort.Applicant;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.cohort.Indicator.Observation;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.pairs.CityPair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of planning, with all data needed to check it without planning again.
public sealed interface PlanResult {
  record Cohort(CohortReport report, List<Applicant> applicants, List<Observation> observations)
      implements PlanResult {
    public Cohort {
      applicants = List.copyOf(applicants);
      observations = List.copyOf(observations);
    }
  }

  /// Pairs of cities.
  ///
  /// @param alone cities of either side in no pair, in order of id
  record Pairs(CityPair.Weights weights, List<CityPair> pairs, List<EntryId> alone)
      implements PlanResult {
    public Pairs {
      pairs = List.copyOf(pairs);
      alone = List.copyOf(alone);
    }
  }

  /// Partners for all needs.
  ///
  /// @param plan null where the demands conflict
  /// @param conflict demands that cannot be met together; empty if there is a plan
  record Partners(AllocationProblem instance, @Nullable Plan plan, List<Text> conflict)
      implements PlanResult {
    public Partners {
      conflict = List.copyOf(conflict);
    }
  }

  record Meetings(Timetable timetable) implements PlanResult {}

  /// A plan of partners with the lists with which it is compared.
  ///
  /// @param plan null where the demands conflict, as are the measures
  /// @param cityByCity of the lists made for each need alone
  /// @param shorter lists for which fewer partners are recommended than were wanted at least
  public record PartnersResult(
      @Nullable Plan plan,
      @Nullable Measures measures,
      @Nullable Measures cityByCity,
      List<ShortList> shorter,
      List<Text> conflict) {
    /// A list with all partners that are recommended, which are too few.
    public record ShortList(EntryId need, Kind kind, int recommended) {}

    public static PartnersResult of(PlanRequest.Partners asked, PlanResult.Partners made) {
      Plan plan = made.plan();
      AllocationProblem instance = made.instance();
      return plan == null
          ? new PartnersResult(null, null, null, List.of(), made.conflict())
          : new PartnersResult(
              plan,
              Measures.of(instance, plan.places()),
              Measures.of(instance, Measures.cityByCity(instance)),
              instance.demands().stream()
                  .filter(each -> each.least() < asked.least())
                  .map(each -> new ShortList(each.need(), each.kind(), each.least()))
                  .toList(),
              List.of());
    }
  }
}
