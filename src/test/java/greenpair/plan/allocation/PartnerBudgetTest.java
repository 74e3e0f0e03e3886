package greenpair.plan.allocation;

import static greenpair.plan.allocation.Instances.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem.Demand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Sums of money that partners can take on.
class PartnerBudgetTest {
  /// `star` can take on needs for 100; they cost 40, 10, 90, and 70 where the budget is unknown.
  private static AllocationProblem costly() {
    List<Demand> demands = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      demands.add(new Demand(id("n" + n), id("c" + n), Kind.FIRM, 0, 1));
      fits.add(new Fit(id("n" + n), Kind.FIRM, id("star"), 500_000 + 100_000 * (n % 3)));
    }
    PartnerBudget purse =
        new PartnerBudget(
            100, "USD", Map.of(id("n0"), 40.0, id("n1"), 10.0, id("n2"), 90.0, id("n3"), 70.0));
    return new AllocationProblem(
        demands,
        List.of(new Supplier(id("star"), Set.of(), 99, 0, null, null).with(purse)),
        fits,
        List.of(),
        List.of(),
        0,
        List.of(),
        null);
  }

  @Test
  void sumOfMoney_limitsTheBudgetsOfTheNeedsTogether() {
    AllocationProblem instance = costly();
    Plan plan = Allocator.solve(instance, PlanObserver.NONE).orElseThrow();

    assertTrue(plan.proven());
    assertEquals(1_300_000, plan.millionths());
    assertEquals(
        Set.of(id("n1"), id("n2")), Set.copyOf(plan.places().stream().map(Fit::need).toList()));
    CityShare part = CityShare.of(instance, plan, id("c0"));
    assertEquals(CityShare.Why.AMOUNT, part.needs().getFirst().missed().getFirst().why());
    Plan flow = java.util.Objects.requireNonNull(new AllocationFlow(instance).solve());
    assertEquals(List.of(), AllocationCheck.broken(instance, new HashSet<>(flow.places())));
  }

  @Test
  void pinsBeyondASumOfMoney_areAConflict() {
    AllocationProblem free = costly();
    List<Requirement.Pin> pins =
        List.of(
            new Requirement.Pin(id("n2"), id("star")), new Requirement.Pin(id("n3"), id("star")));
    AllocationProblem instance =
        new AllocationProblem(
            free.demands(), free.suppliers(), free.fits(), pins, List.of(), 0, List.of(), null);

    assertTrue(Allocator.solve(instance, PlanObserver.NONE).isEmpty());
    List<Requirement> conflict =
        Conflict.of(instance, PlanObserver.NONE).orElseThrow().requirements();
    assertEquals(3, conflict.size(), conflict::toString);
    assertTrue(conflict.stream().anyMatch(Requirement.Amount.class::isInstance));
  }
}
