package greenpair.plan.allocation;

import static greenpair.plan.allocation.Instances.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem.Demand;
import org.junit.jupiter.api.Test;

class AllocatorTest {
  private static final int RANDOM = 50;

  /// No veto, pin, capacity or floor is broken, and an instance without a plan has a minimal
  /// conflict.
  @Test
  void plans_ofRandomInstances_breakNothingOrNameTheConflict() {
    int impossible = 0;
    int unproven = 0; // By the rounding of the solver, two of 10,000.
    for (long seed : Seeded.Runs.seeds(RANDOM)) {
      AllocationProblem instance = Instances.random(seed);
      Optional<Plan> plan = Allocator.solve(instance, PlanObserver.NONE);
      if (plan.isPresent()) {
        unproven += plan.get().proven() ? 0 : 1;
        Set<Fit> places = new HashSet<>(plan.get().places());
        assertEquals(List.of(), AllocationCheck.broken(instance, places), "seed " + seed);
        assertTrue(Conflict.of(instance, PlanObserver.NONE).isEmpty(), "seed " + seed);
      } else {
        impossible++;
        List<Requirement> conflict =
            Conflict.of(instance, PlanObserver.NONE).orElseThrow().requirements();
        assertFalse(new AllocationProgram(instance, conflict, PlanObserver.NONE).isPossible());
        for (Requirement each : conflict) {
          Set<Requirement> others = new LinkedHashSet<>(conflict);
          others.remove(each);
          assertTrue(
              new AllocationProgram(instance, others, PlanObserver.NONE).isPossible(),
              "seed " + seed + ": the conflict holds without " + each);
        }
      }
    }
    assertTrue(unproven <= 1 + RANDOM / 1_000, unproven + " plans are not proven");
    assertTrue(impossible > 0, "every instance has a plan");
    assertTrue(impossible < RANDOM, "no instance has a plan");
  }

  private static List<List<Fit>> subsets(List<Fit> fits) {
    return IntStream.range(0, 1 << fits.size())
        .mapToObj(
            set ->
                IntStream.range(0, fits.size())
                    .filter(f -> (set >> f & 1) == 1)
                    .mapToObj(fits::get)
                    .toList())
        .toList();
  }

  /// Against all subsets of the fits.
  @Test
  void plan_ofSmallInstances_isTheBestOfAll() {
    int compared = 0;
    for (long seed = Seeded.Runs.seeds(1)[0]; compared < 40; seed++) {
      AllocationProblem instance = Instances.random(seed);
      if (instance.fits().size() <= 13) {
        compared++;
        long best = -1;
        for (List<Fit> places : subsets(instance.fits())) {
          if (Plan.total(places) > best
              && AllocationCheck.broken(instance, new HashSet<>(places)).isEmpty()) {
            best = Plan.total(places);
          }
        }
        long found = Allocator.solve(instance, PlanObserver.NONE).map(Plan::millionths).orElse(-1L);
        assertEquals(best, found, "seed " + seed);
      }
    }
  }

  /// 300 needs of 20 partners each: only the best of each need are considered.
  @Test
  void plan_ofALargeInstance_keepsEveryCondition_andStatesItsGap() {
    AllocationProblem large = Instances.large(Seeded.Runs.seeds(1)[0], 300, 1_000, 20);
    assertTrue(large.fits().size() > Allocator.CONSIDERED);

    Plan plan = Allocator.solve(large, PlanObserver.NONE).orElseThrow();

    assertEquals(List.of(), AllocationCheck.broken(large, new HashSet<>(plan.places())));
    assertEquals(Plan.total(Measures.cityByCity(large)), plan.bound());
    assertTrue(plan.gap() < 0.2, plan::toString);
  }

  @Test
  void bestOfAnInstance_hasThePinnedAndEarlierPlaces() {
    AllocationProblem.Assignment kept =
        new AllocationProblem.Assignment(id("n1"), Kind.FIRM, id("fair"));

    List<Fit> best = scarce(List.of(kept)).best(1).fits();

    assertEquals(3, best.size(), best::toString);
    assertEquals(2, scarce(List.of()).best(1).fits().size());
  }

  /// Two cities want the same partner, who can serve one of them; the other one has another.
  private static AllocationProblem scarce(List<AllocationProblem.Assignment> previous) {
    List<Demand> demands =
        List.of(
            new Demand(id("n1"), id("c1"), Kind.FIRM, 0, 1),
            new Demand(id("n2"), id("c2"), Kind.FIRM, 0, 1));
    List<Supplier> suppliers =
        List.of(new Supplier(id("good"), Set.of(), 1), new Supplier(id("fair"), Set.of(), 9));
    List<Fit> fits =
        List.of(
            new Fit(id("n1"), Kind.FIRM, id("good"), 900_000),
            new Fit(id("n1"), Kind.FIRM, id("fair"), 100_000),
            new Fit(id("n2"), Kind.FIRM, id("good"), 600_000));
    return new AllocationProblem(demands, suppliers, fits, List.of(), List.of(), previous);
  }

  private static Set<String> pairs(AllocationProblem instance) {
    Set<String> pairs = new HashSet<>();
    Allocator.solve(instance, PlanObserver.NONE)
        .orElseThrow()
        .places()
        .forEach(each -> pairs.add(each.need() + " " + each.supplier()));
    return pairs;
  }

  @Test
  void plan_ofScarcePartners_servesWhoGainsMost() {
    assertEquals(Set.of("n1 good"), pairs(scarce(List.of())));
  }

  @Test
  void plan_afterAnother_keepsIt() {
    AllocationProblem.Assignment kept =
        new AllocationProblem.Assignment(id("n2"), Kind.FIRM, id("good"));

    assertEquals(Set.of("n1 fair", "n2 good"), pairs(scarce(List.of(kept))));
  }

  @Test
  void plan_afterACityDropsOut_movesNobodyElse() {
    for (long seed : Seeded.Runs.seeds(20)) {
      AllocationProblem whole = Instances.large(seed, 12, 8, 4);
      List<Fit> before = Allocator.solve(whole, PlanObserver.NONE).orElseThrow().places();
      EntryId gone = id("n0");
      List<AllocationProblem.Assignment> rest = new ArrayList<>();
      before.stream()
          .filter(each -> !each.need().equals(gone))
          .forEach(
              each ->
                  rest.add(
                      new AllocationProblem.Assignment(each.need(), each.kind(), each.supplier())));
      AllocationProblem less =
          new AllocationProblem(
              whole.demands().stream().filter(each -> !each.need().equals(gone)).toList(),
              whole.suppliers(),
              whole.fits().stream().filter(each -> !each.need().equals(gone)).toList(),
              List.of(),
              List.of(),
              rest);

      List<Fit> after = Allocator.solve(less, PlanObserver.NONE).orElseThrow().places();

      assertTrue(
          rest.stream()
              .allMatch(
                  place ->
                      after.stream()
                          .anyMatch(
                              each ->
                                  each.need().equals(place.need())
                                      && each.supplier().equals(place.supplier()))),
          "seed " + seed);
    }
  }

  @Test
  void conflict_ofAPinAndAVetoByAnotherEntry_namesBoth() {
    Supplier one = new Supplier(id("byd"), Set.of(id("byd-us")), 2);
    Requirement.Pin pin = new Requirement.Pin(id("n1"), id("byd"));
    Requirement.Veto veto = new Requirement.Veto(id("byd-us"), null, null);
    AllocationProblem instance =
        new AllocationProblem(
            List.of(new Demand(id("n1"), id("c1"), Kind.FIRM, 0, 1)),
            List.of(one),
            List.of(new Fit(id("n1"), Kind.FIRM, id("byd"), 500_000)),
            List.of(pin),
            List.of(veto),
            List.of());

    assertTrue(Allocator.solve(instance, PlanObserver.NONE).isEmpty());
    assertEquals(
        Set.of(pin, veto),
        Set.copyOf(Conflict.of(instance, PlanObserver.NONE).orElseThrow().requirements()));
  }

  @Test
  void instance_withAnUnknownPin_saysWhichWasMeant() {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new AllocationProblem(
                    List.of(new Demand(id("n1"), id("c1"), Kind.FIRM, 0, 1)),
                    List.of(new Supplier(id("byd"), Set.of(), 2)),
                    List.of(),
                    List.of(new Requirement.Pin(id("n1"), id("bid"))),
                    List.of(),
                    List.of()));

    assertTrue(
        String.valueOf(fault.getMessage()).contains("bid, which does not take part"),
        fault.getMessage());
  }

  @Test
  void capacity_ofZero_isRefusedWithTheWayToRuleAPartnerOut() {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> new Supplier(id("byd"), Set.of(), 0));

    assertTrue(String.valueOf(fault.getMessage()).contains("rule a partner out by a veto"));
  }
}
