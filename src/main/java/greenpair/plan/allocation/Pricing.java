package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.Prices.Condition;
import greenpair.plan.allocation.Prices.Gain;
import greenpair.plan.allocation.Prices.Price;
import greenpair.plan.solve.SolverResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Solves an instance again and again, each time without one of its conditions.
final class Pricing {
  private final AllocationProblem instance;
  private final Plan plan;
  private final PlanObserver watch;
  private final List<Requirement> full;
  private final int parts;
  private int part;

  Pricing(AllocationProblem instance, Plan plan, PlanObserver watch) {
    this.instance = instance;
    this.plan = plan;
    this.watch = watch;
    Map<EntryId, EntryId> cities = instance.cities();
    this.full =
        instance.requirements().stream()
            .filter(Pricing::isCapacity)
            .filter(
                each -> {
                  Requirement.Bounds bounds = each.bounds(instance, cities);
                  return AllocationCheck.value(bounds, plan.places()) == bounds.most();
                })
            .toList();
    this.parts =
        1
            + (has(Requirement.Amount.class) ? 1 : 0)
            + (has(Requirement.Earned.class) ? 1 : 0)
            + (instance.ofExperts().limits().isEmpty() ? 0 : 1)
            + (hasFloors() ? 1 : 0)
            + (instance.levels() > 0 ? 1 : 0)
            + (instance.previous().isEmpty() ? 0 : 1)
            + instance.pins().size()
            + instance.vetoes().size()
            + full.size();
  }

  private boolean hasFloors() {
    return instance.requirements().stream().anyMatch(Pricing::isFloor);
  }

  private boolean has(Class<? extends Requirement> kind) {
    return instance.requirements().stream().anyMatch(kind::isInstance);
  }

  /// The price of all requirements of a kind at once, if there are any.
  private Optional<Price> price(Class<? extends Requirement> kind, Condition condition) {
    return has(kind)
        ? without(instance, kind::isInstance).map(other -> price(condition, other))
        : Optional.empty();
  }

  private static boolean isCapacity(Requirement each) {
    return each instanceof Requirement.Capacity || each instanceof Requirement.SupplierLimit;
  }

  private static boolean isFloor(Requirement each) {
    return each instanceof Requirement.NeedFloor || each instanceof Requirement.SupplierFloor;
  }

  Prices prices() {
    List<Price> prices = new ArrayList<>();
    without(instance, Pricing::isCapacity).ifPresent(other -> prices.addAll(capacities(other)));
    price(Requirement.Amount.class, new Condition.Amounts()).ifPresent(prices::add);
    price(Requirement.Earned.class, new Condition.Exposure()).ifPresent(prices::add);
    price(Requirement.Panel.class, new Condition.PanelSizes()).ifPresent(prices::add);
    if (hasFloors()) {
      without(instance, Pricing::isFloor)
          .ifPresent(other -> prices.add(price(new Condition.Floors(), other)));
    }
    if (instance.levels() > 0) {
      without(instance.withLevels(0), each -> false)
          .ifPresent(other -> prices.add(price(new Condition.Fairness(instance.levels()), other)));
    }
    if (!instance.previous().isEmpty()) {
      without(instance.keeping(List.of()), each -> false)
          .ifPresent(other -> prices.add(price(new Condition.Keeping(), other)));
    }
    List<Requirement> single = new ArrayList<>(instance.pins());
    single.addAll(instance.vetoes());
    for (Requirement each : single) {
      without(instance, each::equals)
          .ifPresent(other -> prices.add(price(new Condition.One(each), other)));
    }
    prices.sort(Comparator.comparingDouble(Price::gain).reversed());
    List<Gain> gains = new ArrayList<>();
    full.forEach(each -> gain(each).ifPresent(gains::add));
    gains.sort(Comparator.comparingDouble(Gain::gain).reversed().thenComparing(Gain::supplier));
    return new Prices(prices, gains);
  }

  private List<Price> capacities(Plan other) {
    Measures measures = Measures.of(instance, other.places());
    EntryId busiest = measures.busiest();
    return busiest == null
        ? List.of()
        : List.of(price(new Condition.Capacities(busiest, measures.busiestCities()), other));
  }

  private Price price(Condition condition, Plan other) {
    double gain = Math.max(0, other.millionths() - plan.millionths()) / (double) Fit.WHOLE;
    double share = plan.millionths() == 0 ? 0 : gain * Fit.WHOLE / plan.millionths();
    return new Price(condition, gain, share, plan.proven() && other.proven());
  }

  /// What one more city or list would gain; nothing if it gains nothing.
  private Optional<Gain> gain(Requirement each) {
    Set<Requirement> held = new LinkedHashSet<>(instance.requirements());
    held.remove(each);
    Function<Double, Gain> gained;
    if (each instanceof Requirement.Capacity(EntryId supplier, int most)) {
      held.add(new Requirement.Capacity(supplier, most + 1));
      gained = gain -> new Gain(supplier, most + 1, null, gain);
    } else {
      Requirement.SupplierLimit limit = (Requirement.SupplierLimit) each;
      held.add(new Requirement.SupplierLimit(limit.supplier(), limit.most() + 1));
      gained = gain -> new Gain(limit.supplier(), null, limit.most() + 1, gain);
    }
    return solve(instance, held)
        .map(other -> other.millionths() - plan.millionths())
        .filter(more -> more > 0)
        .map(more -> gained.apply(more / (double) Fit.WHOLE));
  }

  private Optional<Plan> without(AllocationProblem of, Predicate<Requirement> which) {
    Set<Requirement> held = new LinkedHashSet<>(of.requirements());
    held.removeIf(which);
    return solve(of, held);
  }

  private Optional<Plan> solve(AllocationProblem of, Set<Requirement> held) {
    part++;
    watch.at(PlanObserver.Step.PRICING, part, parts);
    AllocationProgram program = new AllocationProgram(of, held, watch);
    SolverResult solution = program.solve();
    if (!solution.isFound()) {
      return Optional.empty();
    }
    boolean proven = solution.state() == SolverResult.State.PROVEN;
    return Optional.of(Plan.of(program.places(solution), 0, proven, Plan.Solver.PROGRAM));
  }
}
