package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.plan.allocation.AllocationProblem.Demand;
import org.jspecify.annotations.Nullable;

/// Measures of a plan, for comparison with others.
///
/// @param total fit, the sum of scores
/// @param needs that ask, and `served` of them that get a partner
/// @param unserved the needs that get none: the kinds of partner that are missing
/// @param shares by city: its fit divided by what it would get if it alone were served, in [0, 1];
///     a city for which there is no partner at all has no share
/// @param busiest the partner that serves most cities; null in an empty plan
/// @param busiestCities how many
/// @param overloaded partners that serve more cities than they can
public record Measures(
    double total,
    int places,
    int needs,
    int served,
    List<EntryId> unserved,
    Map<EntryId, Double> shares,
    @Nullable EntryId busiest,
    int busiestCities,
    int overloaded) {
  public Measures {
    unserved = List.copyOf(unserved);
    shares = java.util.Collections.unmodifiableMap(new TreeMap<>(shares));
  }

  /// The share of the worst-off city, 0 when no city has one.
  public double worst() {
    return shares.values().stream().mapToDouble(each -> each).min().orElse(0);
  }

  public static Measures of(AllocationProblem instance, List<Fit> places) {
    Map<EntryId, EntryId> cities = instance.cities();
    Map<EntryId, Double> got = new HashMap<>();
    Set<EntryId> served = new HashSet<>();
    for (Fit each : places) {
      got.merge(cities.get(each.need()), each.score(), Double::sum);
      served.add(each.need());
    }
    Map<EntryId, Double> shares = new TreeMap<>();
    alone(instance)
        .forEach(
            (city, best) -> {
              if (best > 0) {
                shares.put(city, Math.min(1, got.getOrDefault(city, 0.0) / best));
              }
            });
    Set<EntryId> needs = new HashSet<>();
    instance.demands().forEach(each -> needs.add(each.need()));
    Map<EntryId, Set<EntryId>> visits = AllocationCheck.served(instance, places);
    EntryId busiest = null;
    int most = 0;
    int overloaded = 0;
    for (Supplier each : instance.suppliers()) {
      int visited = visits.getOrDefault(each.id(), Set.of()).size();
      overloaded += visited > each.mostCities() ? 1 : 0;
      if (visited > most) {
        most = visited;
        busiest = each.id();
      }
    }
    return new Measures(
        Plan.total(places) / (double) Fit.WHOLE,
        places.size(),
        needs.size(),
        served.size(),
        needs.stream().filter(each -> !served.contains(each)).sorted().toList(),
        shares,
        busiest,
        most,
        overloaded);
  }

  /// What each city would get if it alone were served: the sum of the best fits of its needs.
  static Map<EntryId, Double> alone(AllocationProblem instance) {
    Map<EntryId, EntryId> cities = instance.cities();
    Map<EntryId, Double> best = new TreeMap<>();
    instance.demands().forEach(each -> best.put(each.city(), 0.0));
    cityByCity(instance)
        .forEach(each -> best.merge(cities.get(each.need()), each.score(), Double::sum));
    return best;
  }

  /// The lists for each need alone: its best fits, regardless of other needs. No plan has a larger
  /// total, but partners may serve more cities than they can.
  public static List<Fit> cityByCity(AllocationProblem instance) {
    Map<AllocationProblem.Slot, List<Fit>> fits = new HashMap<>();
    instance
        .fits()
        .forEach(each -> fits.computeIfAbsent(each.slot(), key -> new ArrayList<>()).add(each));
    List<Fit> lists = new ArrayList<>();
    for (Demand each : instance.demands()) {
      fits.getOrDefault(each.slot(), List.of()).stream()
          .sorted(Fit.BEST_FIRST)
          .limit(each.most())
          .forEach(lists::add);
    }
    return lists;
  }
}
