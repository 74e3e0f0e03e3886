package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.plan.solve.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A plan by a minimum-cost flow, for instances that are too large for the integer program.
///
/// It counts each list of a partner as if it were another city, so capacities are never exceeded,
/// and of two roles of a partner in one need it considers only the better one. Under this
/// simplification its plan is optimal. Its bound is also valid for plans that count cities, so the
/// gap shows what the simplification may have cost. Experts are chosen before: of each city the
/// pinned ones and then the best, as many as its panel has, and for each need only those who have
/// no conflict with any partner that could be on its list.
final class AllocationFlow {
  private final Instance instance;
  private final Map<EntryId, Integer> columns = new HashMap<>();
  private final Map<Instance.Slot, Integer> rows = new HashMap<>();
  private final Set<Instance.Place> pinned = new HashSet<>();

  AllocationFlow(Instance instance) {
    this.instance = instance;
    instance.suppliers().forEach(each -> columns.put(each.id(), columns.size()));
    instance
        .demands()
        .forEach(each -> rows.put(new Instance.Slot(each.need(), each.kind()), rows.size()));
  }

  /// The plan, or null when a requirement cannot be met by it.
  @org.jspecify.annotations.Nullable
  Plan solve() {
    List<Fit> allowed = allowed();
    if (!pin(allowed)) {
      return null;
    }
    int[] places = instance.demands().stream().mapToInt(Demand::most).toArray();
    int[] floors = instance.demands().stream().mapToInt(Demand::least).toArray();
    int[] capacities = instance.suppliers().stream().mapToInt(AllocationFlow::capacity).toArray();
    int[] columnFloors = instance.suppliers().stream().mapToInt(Supplier::leastLists).toArray();
    List<Fit> chosen = new ArrayList<>();
    List<Fit> open = new ArrayList<>();
    for (Fit each : allowed) {
      if (pinned.contains(place(each))) {
        chosen.add(each);
        int row = row(each);
        int column = column(each);
        places[row]--;
        floors[row] = Math.max(0, floors[row] - 1);
        capacities[column]--;
        columnFloors[column] = Math.max(0, columnFloors[column] - 1);
      } else {
        open.add(each);
      }
    }
    if (Arrays.stream(places).anyMatch(each -> each < 0)
        || Arrays.stream(capacities).anyMatch(each -> each < 0)) {
      return null;
    }
    for (int r = 0; r < floors.length; r++) {
      floors[r] = Math.min(floors[r], places[r]);
    }
    int[] start = new int[floors.length + 1];
    open.forEach(each -> start[row(each) + 1]++);
    Arrays.parallelPrefix(start, Integer::sum);
    int[] column = open.stream().mapToInt(this::column).toArray();
    long[] gain = open.stream().mapToLong(Fit::millionths).toArray();
    Transport transport =
        new Transport(start, column, gain, places, floors, capacities, columnFloors);
    boolean[] used = transport.solve();
    if (transport.unmetFloors() > 0) {
      return null;
    }
    for (int a = 0; a < used.length; a++) {
      if (used[a]) {
        chosen.add(open.get(a));
      }
    }
    long bound = Plan.total(Measures.cityByCity(instance));
    return Plan.of(chosen, bound, bound == Plan.total(chosen), Plan.Solver.FLOW);
  }

  private static int capacity(Supplier supplier) {
    Integer lists = supplier.mostLists();
    return lists == null ? supplier.mostCities() : Math.min(lists, supplier.mostCities());
  }

  private int row(Fit fit) {
    return java.util.Objects.requireNonNull(rows.get(new Instance.Slot(fit.need(), fit.kind())));
  }

  private int column(Fit fit) {
    return java.util.Objects.requireNonNull(columns.get(fit.supplier()));
  }

  /// The fits that no veto forbids, one for each need and partner.
  private List<Fit> allowed() {
    Map<EntryId, EntryId> cities = instance.cities();
    Map<EntryId, List<Requirement.Veto>> vetoes = new HashMap<>();
    for (Requirement.Veto each : instance.vetoes()) {
      EntryId supplier = instance.supplier(each.partner()).orElseThrow().id();
      vetoes.computeIfAbsent(supplier, key -> new ArrayList<>()).add(each);
    }
    record Pair(EntryId need, EntryId supplier) {}
    Map<Pair, Fit> best = new HashMap<>();
    for (Fit each : instance.fits()) {
      boolean forbidden =
          vetoes.getOrDefault(each.supplier(), List.of()).stream()
              .anyMatch(veto -> instance.forbids(veto, each, cities));
      if (!forbidden) {
        best.merge(
            new Pair(each.need(), each.supplier()),
            each,
            (a, b) -> b.millionths() > a.millionths() ? b : a);
      }
    }
    return PanelChoice.of(
        instance,
        instance.fits().stream()
            .filter(each -> each.equals(best.get(new Pair(each.need(), each.supplier()))))
            .toList());
  }

  private boolean pin(List<Fit> allowed) {
    for (Requirement.Pin each : instance.pins()) {
      EntryId supplier = instance.supplier(each.partner()).orElseThrow().id();
      List<Fit> fits =
          allowed.stream()
              .filter(fit -> fit.need().equals(each.need()) && fit.supplier().equals(supplier))
              .toList();
      if (fits.isEmpty()) {
        return false;
      }
      pinned.add(place(fits.getFirst()));
    }
    return true;
  }

  private static Instance.Place place(Fit fit) {
    return new Instance.Place(fit.need(), fit.kind(), fit.supplier());
  }
}
