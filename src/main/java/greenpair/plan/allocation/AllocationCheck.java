package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Checks a plan against its instance without solving it again, for a replay.
public final class AllocationCheck {
  private AllocationCheck() {}

  /// The requirements that a plan breaks, none if it is sound.
  ///
  /// @throws IllegalArgumentException if a place is no fit of the instance, so that a gate forbids
  ///     it or its score is another
  public static List<Requirement> broken(AllocationProblem instance, Set<Fit> places) {
    Set<Fit> allowed = new HashSet<>(instance.fits());
    for (Fit each : places) {
      if (!allowed.contains(each)) {
        throw new IllegalArgumentException(
            "a plan must contain only what matching allows, with its score, but has " + each);
      }
    }
    Map<EntryId, EntryId> cities = instance.cities();
    return instance.requirements().stream()
        .filter(each -> !holds(each, instance, places, cities))
        .toList();
  }

  private static boolean holds(
      Requirement requirement,
      AllocationProblem instance,
      Set<Fit> places,
      Map<EntryId, EntryId> cities) {
    return switch (requirement) {
      case Requirement.NeedFloor floor ->
          count(places, fit -> fit.need().equals(floor.need()) && fit.kind() == floor.kind())
              >= floor.least();
      case Requirement.NeedLimit limit ->
          count(places, fit -> fit.need().equals(limit.need()) && fit.kind() == limit.kind())
              <= limit.most();
      case Requirement.SupplierFloor floor ->
          count(places, fit -> fit.supplier().equals(floor.supplier())) >= floor.least();
      case Requirement.Capacity capacity ->
          places.stream()
                  .filter(fit -> fit.supplier().equals(capacity.supplier()))
                  .map(fit -> cities.get(fit.need()))
                  .distinct()
                  .count()
              <= capacity.most();
      case Requirement.SupplierLimit limit ->
          count(places, fit -> fit.kind() == Kind.EXPERT && fit.supplier().equals(limit.supplier()))
              <= limit.most();
      case Requirement.Amount amount ->
          PartnerBudget.covers(
              places.stream()
                  .filter(fit -> fit.kind() != Kind.EXPERT)
                  .filter(fit -> fit.supplier().equals(amount.supplier()))
                  .mapToDouble(fit -> amount.purse().share(fit.need()))
                  .sum());
      case Requirement.Earned earned ->
          count(places, fit -> fit.supplier().equals(earned.supplier())) <= earned.most();
      case Requirement.Panel panel ->
          places.stream()
                  .filter(fit -> fit.kind() == Kind.EXPERT)
                  .filter(fit -> panel.city().equals(cities.get(fit.need())))
                  .map(Fit::supplier)
                  .distinct()
                  .count()
              <= panel.most();
      case Requirement.Independent both ->
          Stream.of(both.expert(), both.partner())
              .anyMatch(
                  each ->
                      count(
                              places,
                              fit -> fit.need().equals(both.need()) && fit.supplier().equals(each))
                          == 0);
      case Requirement.Pin pin -> {
        EntryId supplier = instance.supplier(pin.partner()).orElseThrow().id();
        yield count(places, fit -> fit.need().equals(pin.need()) && fit.supplier().equals(supplier))
            > 0;
      }
      case Requirement.Veto veto ->
          places.stream().noneMatch(fit -> instance.forbids(veto, fit, cities));
      case Requirement.OneRole one ->
          count(
                  places,
                  fit -> fit.need().equals(one.need()) && fit.supplier().equals(one.supplier()))
              <= 1;
    };
  }

  private static long count(Set<Fit> places, java.util.function.Predicate<Fit> which) {
    return places.stream().filter(which).count();
  }

  /// Cities that each partner serves.
  static Map<EntryId, Set<EntryId>> served(AllocationProblem instance, List<Fit> places) {
    Map<EntryId, EntryId> cities = instance.cities();
    Map<EntryId, Set<EntryId>> served = new HashMap<>();
    for (Fit each : places) {
      served.computeIfAbsent(each.supplier(), key -> new HashSet<>()).add(cities.get(each.need()));
    }
    return served;
  }
}
