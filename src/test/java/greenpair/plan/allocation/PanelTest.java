package greenpair.plan.allocation;

import static greenpair.plan.allocation.Instances.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.AllocationProblem.Panels;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Panels of experts in a plan: days, sizes and conflicts of interest.
class PanelTest {
  /// Two needs of one city and one of another, each with a firm and two experts.
  private static AllocationProblem panels(int days, int size, boolean isTied) {
    List<Demand> demands =
        List.of(
            new Demand(id("n1"), id("c1"), Kind.FIRM, 0, 1),
            new Demand(id("n1"), id("c1"), Kind.EXPERT, 0, 2),
            new Demand(id("n2"), id("c1"), Kind.EXPERT, 0, 2),
            new Demand(id("n3"), id("c2"), Kind.EXPERT, 0, 2));
    List<Supplier> suppliers =
        List.of(
            new Supplier(id("firm"), Set.of(), 9, 0, null, null),
            new Supplier(id("good"), Set.of(), 9, 0, days, null),
            new Supplier(id("fair"), Set.of(), 9, 0, null, null));
    List<Fit> fits =
        List.of(
            new Fit(id("n1"), Kind.FIRM, id("firm"), 900_000),
            new Fit(id("n1"), Kind.EXPERT, id("good"), 800_000),
            new Fit(id("n2"), Kind.EXPERT, id("good"), 800_000),
            new Fit(id("n3"), Kind.EXPERT, id("good"), 700_000),
            new Fit(id("n1"), Kind.EXPERT, id("fair"), 500_000),
            new Fit(id("n3"), Kind.EXPERT, id("fair"), 500_000));
    Panels panels =
        new Panels(
            List.of(new Requirement.Panel(id("c1"), size), new Requirement.Panel(id("c2"), size)),
            isTied
                ? List.of(new Requirement.Independent(id("n1"), id("good"), id("firm")))
                : List.of());
    return new AllocationProblem(
        demands, suppliers, fits, List.of(), List.of(), 0, List.of(), panels);
  }

  private static Plan plan(AllocationProblem instance) {
    Plan plan = Allocator.solve(instance, PlanObserver.NONE).orElseThrow();
    assertTrue(plan.proven());
    Plan flow = Objects.requireNonNull(new AllocationFlow(instance).solve());
    assertEquals(List.of(), AllocationCheck.broken(instance, new HashSet<>(flow.places())));
    assertTrue(flow.millionths() <= plan.millionths() && plan.millionths() <= flow.bound());
    return plan;
  }

  private static Set<String> pairs(Plan plan) {
    Set<String> pairs = new TreeSet<>();
    plan.places().forEach(each -> pairs.add(each.need() + " " + each.supplier()));
    return pairs;
  }

  @Test
  void plan_ofAnExpertWithDaysForTwoNeeds_givesItTheTwoBest() {
    assertEquals(
        Set.of("n1 firm", "n1 fair", "n1 good", "n2 good", "n3 fair"),
        pairs(plan(panels(2, 2, false))));
  }

  @Test
  void plan_ofAnExpertWithoutEnoughDaysForANeed_leavesItOut() {
    assertEquals(Set.of("n1 firm", "n1 fair", "n3 fair"), pairs(plan(panels(0, 2, false))));
  }

  @Test
  void plan_ofPanelsOfOne_hasOneExpertForAllNeedsOfACity() {
    assertEquals(
        Set.of("n1 firm", "n1 good", "n2 good", "n3 good"), pairs(plan(panels(9, 1, false))));
  }

  @Test
  void plan_withAConflictOfInterest_hasNotBothOnTheList() {
    assertEquals(
        Set.of("n1 firm", "n1 fair", "n2 good", "n3 good", "n3 fair"),
        pairs(plan(panels(9, 2, true))));
  }

  @Test
  void cityShare_ofEachObstacle_namesIt() {
    AllocationProblem days = panels(2, 2, false);
    assertEquals(CityShare.Why.DAYS, missed(days, "c2", "good"));
    AllocationProblem panel = panels(9, 1, false);
    assertEquals(CityShare.Why.PANEL, missed(panel, "c1", "fair"));
    AllocationProblem tied = panels(9, 2, true);
    assertEquals(CityShare.Why.CONFLICT, missed(tied, "c1", "good"));
  }

  private static CityShare.Why missed(AllocationProblem instance, String city, String partner) {
    return CityShare.of(instance, plan(instance), id(city)).needs().stream()
        .flatMap(need -> need.missed().stream())
        .filter(each -> each.partner().equals(id(partner)))
        .findFirst()
        .orElseThrow()
        .why();
  }

  @Test
  void conflict_ofAPinAndAnInterest_namesBoth() {
    AllocationProblem tied = panels(9, 2, true);
    List<Requirement.Pin> pins =
        List.of(
            new Requirement.Pin(id("n1"), id("good")), new Requirement.Pin(id("n1"), id("firm")));
    AllocationProblem instance =
        new AllocationProblem(
            tied.demands(),
            tied.suppliers(),
            tied.fits(),
            pins,
            List.of(),
            0,
            List.of(),
            tied.panels());

    assertTrue(Allocator.solve(instance, PlanObserver.NONE).isEmpty());
    Set<Requirement> conflict =
        Set.copyOf(Conflict.of(instance, PlanObserver.NONE).orElseThrow().requirements());
    Set<Requirement> expected = new HashSet<>(pins);
    expected.add(new Requirement.Independent(id("n1"), id("good"), id("firm")));
    assertEquals(expected, conflict);
  }

  /// Experts do not count as partners for a need.
  @Test
  void measures_ofANeedWithAnExpertOnly_countItAsUnserved() {
    AllocationProblem instance = panels(9, 2, false);

    Measures measures = Measures.of(instance, plan(instance).places());

    assertEquals(1, measures.served());
    assertEquals(List.of(id("n2"), id("n3")), measures.unserved());
  }

  @Test
  void sizesBelowTheirRange_areRefused() {
    Requirement.Panel none = new Requirement.Panel(id("c1"), 0);
    assertThrows(IllegalArgumentException.class, () -> new Panels(List.of(none), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Supplier(id("good"), Set.of(), 1, 0, -1, null));
  }
}
