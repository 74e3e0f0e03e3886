package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the conditions of a plan cost: the same instance solved without each.
///
/// @param conditions dearest first
/// @param capacities what one more city would gain, for each partner that serves as many as it can;
///     the most helpful first
public record Prices(List<Price> conditions, List<Gain> capacities) {
  /// The price of a condition.
  ///
  /// @param gain what the total fit would gain without it, from 0
  /// @param share of the plan's total
  /// @param proven whether both totals are
  public record Price(Condition condition, double gain, double share, boolean proven) {}

  /// What can be left out.
  public sealed interface Condition {
    /// All capacities at once.
    ///
    /// @param busiest who would serve most cities without them
    record Capacities(EntryId busiest, int cities) implements Condition {}

    /// All floors at once.
    record Floors() implements Condition {}

    /// The worst-off cities first.
    record Fairness(int levels) implements Condition {}

    /// The older plan kept as far as possible.
    record Keeping() implements Condition {}

    /// One pin or veto.
    record One(Requirement requirement) implements Condition {}
  }

  /// What one more city of a partner would gain, from 0.
  public record Gain(EntryId supplier, int cities, double gain) {}

  public Prices {
    conditions = List.copyOf(conditions);
    capacities = List.copyOf(capacities);
  }

  /// Prices of a plan that the integer program has made.
  public static Prices of(Instance instance, Plan plan) {
    List<Price> prices = new ArrayList<>();
    without(instance, each -> each instanceof Requirement.Capacity, instance.levels())
        .ifPresent(
            other -> {
              Measures measures = Measures.of(instance, other.places());
              if (measures.busiest() != null) {
                prices.add(
                    price(
                        new Condition.Capacities(measures.busiest(), measures.busiestCities()),
                        plan,
                        other));
              }
            });
    boolean hasFloors =
        instance.requirements().stream()
            .anyMatch(
                each ->
                    each instanceof Requirement.NeedFloor
                        || each instanceof Requirement.SupplierFloor);
    if (hasFloors) {
      without(
              instance,
              each ->
                  each instanceof Requirement.NeedFloor
                      || each instanceof Requirement.SupplierFloor,
              instance.levels())
          .ifPresent(other -> prices.add(price(new Condition.Floors(), plan, other)));
    }
    if (instance.levels() > 0) {
      without(instance, each -> false, 0)
          .ifPresent(
              other -> prices.add(price(new Condition.Fairness(instance.levels()), plan, other)));
    }
    if (!instance.previous().isEmpty()) {
      Instance free =
          new Instance(
              instance.demands(),
              instance.suppliers(),
              instance.fits(),
              instance.pins(),
              instance.vetoes(),
              instance.levels(),
              List.of());
      without(free, each -> false, instance.levels())
          .ifPresent(other -> prices.add(price(new Condition.Keeping(), plan, other)));
    }
    List<Requirement> single = new ArrayList<>(instance.pins());
    single.addAll(instance.vetoes());
    for (Requirement each : single) {
      without(instance, each::equals, instance.levels())
          .ifPresent(other -> prices.add(price(new Condition.One(each), plan, other)));
    }
    prices.sort(Comparator.comparingDouble(Price::gain).reversed());
    return new Prices(prices, gains(instance, plan));
  }

  private static Price price(Condition condition, Plan plan, Plan other) {
    double gain = Math.max(0, other.millionths() - plan.millionths()) / (double) Fit.WHOLE;
    double share = plan.millionths() == 0 ? 0 : gain * Fit.WHOLE / plan.millionths();
    return new Price(condition, gain, share, plan.proven() && other.proven());
  }

  private static Optional<Plan> without(
      Instance instance, java.util.function.Predicate<Requirement> which, int levels) {
    Set<Requirement> held = new LinkedHashSet<>(instance.requirements());
    held.removeIf(which);
    AllocationProgram program = new AllocationProgram(instance.withLevels(levels), held);
    greenpair.plan.solve.Solution solution = program.solve();
    if (!solution.isFound()) {
      return Optional.empty();
    }
    return Optional.of(
        Plan.of(
            program.places(solution),
            0,
            solution.state() == greenpair.plan.solve.Solution.State.PROVEN,
            Plan.Solver.PROGRAM));
  }

  private static List<Gain> gains(Instance instance, Plan plan) {
    Map<EntryId, Set<EntryId>> served = PlanCheck.served(instance, plan.places());
    List<Gain> gains = new ArrayList<>();
    for (Supplier each : instance.suppliers()) {
      if (served.getOrDefault(each.id(), Set.of()).size() == each.mostCities()) {
        Set<Requirement> held = new LinkedHashSet<>(instance.requirements());
        held.remove(new Requirement.Capacity(each.id(), each.mostCities()));
        held.add(new Requirement.Capacity(each.id(), each.mostCities() + 1));
        AllocationProgram program = new AllocationProgram(instance, held);
        greenpair.plan.solve.Solution solution = program.solve();
        if (solution.isFound()) {
          long more = Plan.total(program.places(solution)) - plan.millionths();
          if (more > 0) {
            gains.add(new Gain(each.id(), each.mostCities() + 1, more / (double) Fit.WHOLE));
          }
        }
      }
    }
    gains.sort(Comparator.comparingDouble(Gain::gain).reversed().thenComparing(Gain::supplier));
    return gains;
  }
}
