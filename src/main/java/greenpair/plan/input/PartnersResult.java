package greenpair.plan.input;

import greenpair.catalog.Text;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
