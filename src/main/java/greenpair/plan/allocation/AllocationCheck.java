package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;

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
    Requirement.Bounds bounds = requirement.bounds(instance, cities);
    Stream<Fit> own = places.stream().filter(bounds.which());
    long count =
        bounds.ofCities()
            ? own.map(each -> Objects.requireNonNull(cities.get(each.need()))).distinct().count()
            : own.count();
    return count >= bounds.least() && count <= bounds.most();
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
