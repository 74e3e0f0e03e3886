package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Demand;

/// A city's part of a plan, and why it is not larger. It names no capacity and no other city,
/// because these are confidential to the coordinators.
///
/// @param share its fit divided by what it would get if it alone were served, in [0, 1]; 1 if there
///     is no partner for it at all
public record CityShare(EntryId city, double share, List<OfNeed> needs) {
  /// The result for one of its needs.
  ///
  /// @param got best first
  /// @param missed who would be on its list if it were made for this need alone, best first
  public record OfNeed(EntryId need, List<Got> got, List<Missed> missed) {
    public List<Got> got(Kind kind) {
      return got.stream().filter(each -> each.kind() == kind).toList();
    }
  }

  /// A partner on its list.
  ///
  /// @param score of the match, in [0, 1]
  public record Got(EntryId partner, Kind kind, double score) {}

  /// A partner that is not.
  public record Missed(EntryId partner, Kind kind, double score, Why why) {}

  /// Why a partner is not on a list.
  public enum Why {
    /// It was ruled out.
    VETO,
    /// It serves as many other cities as it can.
    FULL,
    /// Another has its place, since all needs together fit better so.
    OTHER
  }

  public CityShare {
    needs = List.copyOf(needs);
  }

  /// Those of all cities with a demand, by city.
  public static List<CityShare> all(AllocationProblem instance, Plan plan) {
    Map<EntryId, Double> shares = Measures.of(instance, plan.places()).shares();
    Map<EntryId, EntryId> cities = instance.cities();
    Map<EntryId, Set<EntryId>> served = AllocationCheck.served(instance, plan.places());
    Set<Fit> taken = new HashSet<>(plan.places());
    List<Fit> alone =
        Measures.cityByCity(instance).stream().filter(each -> !taken.contains(each)).toList();
    Map<EntryId, List<OfNeed>> needs = new TreeMap<>();
    for (EntryId need : instance.demands().stream().map(Demand::need).distinct().toList()) {
      OfNeed own =
          new OfNeed(
              need,
              bestFirst(plan.places(), need)
                  .map(each -> new Got(each.supplier(), each.kind(), each.score()))
                  .toList(),
              bestFirst(alone, need)
                  .map(
                      each ->
                          new Missed(
                              each.supplier(),
                              each.kind(),
                              each.score(),
                              why(instance, each, cities, served)))
                  .toList());
      needs.computeIfAbsent(cities.get(need), key -> new ArrayList<>()).add(own);
    }
    return needs.entrySet().stream()
        .map(
            each ->
                new CityShare(
                    each.getKey(), shares.getOrDefault(each.getKey(), 1.0), each.getValue()))
        .toList();
  }

  /// Whether there is a partner for one of its needs.
  public boolean hasPartners() {
    return needs.stream().anyMatch(each -> !each.got().isEmpty() || !each.missed().isEmpty());
  }

  private static Stream<Fit> bestFirst(List<Fit> fits, EntryId need) {
    return fits.stream().filter(each -> each.need().equals(need)).sorted(Fit.BEST_FIRST);
  }

  private static Why why(
      AllocationProblem instance,
      Fit fit,
      Map<EntryId, EntryId> cities,
      Map<EntryId, Set<EntryId>> served) {
    if (instance.vetoes().stream().anyMatch(veto -> instance.forbids(veto, fit, cities))) {
      return Why.VETO;
    }
    Set<EntryId> own = served.getOrDefault(fit.supplier(), Set.of());
    boolean isFull =
        own.size() >= instance.supplier(fit.supplier()).orElseThrow().mostCities()
            && !own.contains(Objects.requireNonNull(cities.get(fit.need())));
    return isFull ? Why.FULL : Why.OTHER;
  }
}
