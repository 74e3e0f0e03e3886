package greenpair.plan.input;

import greenpair.catalog.EntryId;
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
  /// @param stable whether no two cities would rather have each other, instead of the largest total
  record Pairs(
      boolean stable, CityPair.Weights weights, List<CityPair> pairs, List<PairValue> possible)
      implements PlanResult {
    public Pairs {
      pairs = List.copyOf(pairs);
      possible = List.copyOf(possible);
    }
  }

  /// What a pair would be worth, in [0, 1].
  record PairValue(EntryId one, EntryId other, double value) {}

  /// Partners for all needs.
  ///
  /// @param plan null where the demands conflict
  /// @param prices what each condition costs, dearest first
  /// @param capacities what one more city of a partner would gain, most helpful first
  /// @param conflict demands that cannot be met together; empty if there is a plan
  record Partners(
      AllocationProblem instance,
      @Nullable Plan plan,
      List<Priced> prices,
      List<Helped> capacities,
      List<Text> conflict)
      implements PlanResult {
    public Partners {
      prices = List.copyOf(prices);
      capacities = List.copyOf(capacities);
      conflict = List.copyOf(conflict);
    }
  }

  record Meetings(Timetable timetable) implements PlanResult {}

  /// The price of a condition in words.
  ///
  /// @param gain what the total fit would gain without it, from 0
  /// @param share of the plan's total
  record Priced(Text says, double gain, double share, boolean proven) {}

  /// What one more city or need of a partner would gain, in words.
  ///
  /// @param cities that it could then serve; null if its days are what is used up
  /// @param needs that an expert would then have days for; null if its cities are what is full
  record Helped(
      Text says, EntryId partner, @Nullable Integer cities, @Nullable Integer needs, double gain) {}

  /// A plan of partners with the lists with which it is compared.
  ///
  /// @param plan null where the demands conflict, as are the measures
  /// @param cityByCity of the lists made for each need alone
  /// @param firstCome of the lists when needs choose one after the other
  public record PartnersResult(
      @Nullable Plan plan,
      @Nullable Measures measures,
      @Nullable Measures cityByCity,
      @Nullable Measures firstCome,
      List<PlanResult.Priced> prices,
      List<PlanResult.Helped> capacities,
      List<Text> conflict) {
    private static final double NOTABLE = 0.0005; // Rounds to 0.1 %.

    public static PartnersResult of(PlanResult.Partners made) {
      Plan plan = made.plan();
      AllocationProblem instance = made.instance();
      return plan == null
          ? new PartnersResult(null, null, null, null, List.of(), List.of(), made.conflict())
          : new PartnersResult(
              plan,
              Measures.of(instance, plan.places()),
              Measures.of(instance, Measures.cityByCity(instance)),
              Measures.of(instance, Measures.firstCome(instance)),
              made.prices(),
              made.capacities(),
              List.of());
    }

    /// The partners whose capacity for one more city would raise the total fit by 0.1 % or more.
    public List<PlanResult.Helped> helpful() {
      double least = measures == null ? 0 : NOTABLE * measures.total();
      return capacities.stream().filter(each -> each.gain() >= least).toList();
    }
  }
}
