package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measures of a plan, for comparison with others.
///
/// @param total fit, the sum of scores
/// @param needs that ask, and `served` of them that get a partner: a firm or financier, unless only
///     experts are planned
/// @param unserved the needs that get none: the kinds of partner that are missing
/// @param shares by city: its fit divided by what it would get if it alone were served, in [0, 1];
///     a city for which there is no partner at all has no share
/// @param busiest the partner that serves most cities; null in an empty plan
/// @param busiestCities how many
/// @param overloaded partners that serve more cities than they can, or are on more lists
/// @param gini how unequal the lists are that partners are on, in [0, 1): 0 when all are on as many
///     (Gini 1912), over those that fit anywhere
public record Measures(
    double total,
    int places,
    int needs,
    int served,
    List<EntryId> unserved,
    Map<EntryId, Double> shares,
    @Nullable EntryId busiest,
    int busiestCities,
    int overloaded,
    double gini) {
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
    places.forEach(each -> got.merge(cities.get(each.need()), each.score(), Double::sum));
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
    boolean experts = instance.demands().stream().allMatch(each -> each.kind() == Kind.EXPERT);
    Set<EntryId> served = new HashSet<>();
    Map<EntryId, Integer> advised = new HashMap<>();
    Map<EntryId, Double> spent = new HashMap<>();
    Map<EntryId, PartnerBudget> purses = new HashMap<>();
    for (Supplier each : instance.suppliers()) {
      if (each.purse() != null) {
        purses.put(each.id(), each.purse());
      }
    }
    for (Fit each : places) {
      if (each.kind() == Kind.EXPERT) {
        advised.merge(each.supplier(), 1, Integer::sum);
      } else if (purses.containsKey(each.supplier())) {
        spent.merge(each.supplier(), purses.get(each.supplier()).share(each.need()), Double::sum);
      }
      if (experts || each.kind() != Kind.EXPERT) {
        served.add(each.need());
      }
    }
    Map<EntryId, Set<EntryId>> visits = AllocationCheck.served(instance, places);
    EntryId busiest = null;
    int most = 0;
    int overloaded = 0;
    for (Supplier each : instance.suppliers()) {
      int visited = visits.getOrDefault(each.id(), Set.of()).size();
      Integer mostLists = each.mostLists();
      boolean isOverLists = mostLists != null && advised.getOrDefault(each.id(), 0) > mostLists;
      boolean isOverAmount = !PartnerBudget.covers(spent.getOrDefault(each.id(), 0.0));
      overloaded += visited > each.mostCities() || isOverLists || isOverAmount ? 1 : 0;
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
        overloaded,
        gini(instance, places));
  }

  private static double gini(AllocationProblem instance, List<Fit> places) {
    Map<EntryId, Integer> lists = new HashMap<>();
    instance.fits().forEach(each -> lists.put(each.supplier(), 0));
    places.forEach(each -> lists.merge(each.supplier(), 1, Integer::sum));
    List<Integer> sorted = lists.values().stream().sorted().toList();
    double weighted = 0;
    for (int i = 0; i < sorted.size(); i++) {
      weighted += (2.0 * (i + 1) - sorted.size() - 1) * sorted.get(i);
    }
    return places.isEmpty() ? 0 : weighted / ((double) sorted.size() * places.size());
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

  /// The lists if needs choose one after the other, in the order of their ids, and take who is
  /// still free.
  public static List<Fit> firstCome(AllocationProblem instance) {
    Taken taken = new Taken(instance);
    List<Fit> lists = new ArrayList<>();
    for (Demand demand : instance.demands()) {
      List<Fit> wanted =
          instance.fits().stream()
              .filter(each -> each.need().equals(demand.need()) && each.kind() == demand.kind())
              .sorted(Fit.BEST_FIRST)
              .toList();
      int open = demand.most();
      for (Fit each : wanted) {
        if (open > 0 && taken.obstacle(each).isEmpty()) {
          taken.add(each);
          lists.add(each);
          open--;
        }
      }
    }
    return lists;
  }
}
