package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.solve.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A plan by a minimum-cost flow, for instances that are too large for the integer program.
///
/// It counts each list of a partner as if it were another city, so capacities are never exceeded,
/// and of two roles of a partner in one need it considers only the better one. A sum of money
/// counts as the number of needs that it covers whichever they are. Under this simplification
/// its plan is optimal. Its bound is also valid for plans that count cities, so the
/// gap shows what the simplification may have cost. Experts are chosen before: of each city the
/// pinned ones and then the best, as many as its panel has, and for each need only those who have
/// no conflict with any partner that could be on its list.
final class AllocationFlow {
  private final AllocationProblem instance;
  private final Map<EntryId, Integer> columns = new HashMap<>();
  private final Map<AllocationProblem.Slot, Integer> rows = new HashMap<>();
  private final Set<AllocationProblem.Place> pinned = new HashSet<>();
  private final Map<EntryId, PartnerBudget> purses = new HashMap<>();

  private final Set<EntryId> sellers = new HashSet<>();

  AllocationFlow(AllocationProblem instance) {
    this.instance = instance;
    instance.suppliers().forEach(each -> columns.put(each.id(), columns.size()));
    instance.demands().forEach(each -> rows.put(each.slot(), rows.size()));
    Set<EntryId> limited = new HashSet<>();
    for (Supplier each : instance.suppliers()) {
      if (each.purse() != null) {
        purses.put(each.id(), each.purse());
      }
      if (each.mostLists() != null) {
        limited.add(each.id());
      }
    }
    if (!limited.isEmpty()) {
      instance.fits().stream()
          .filter(each -> each.kind() != Kind.EXPERT && limited.contains(each.supplier()))
          .forEach(each -> sellers.add(each.supplier()));
    }
  }

  /// The plan, or null if a requirement cannot be met by it.
  @org.jspecify.annotations.Nullable
  Plan solve() {
    List<Fit> allowed = allowed();
    if (!pin(allowed)) {
      return null;
    }
    int[] places = instance.demands().stream().mapToInt(Demand::most).toArray();
    int[] floors = instance.demands().stream().mapToInt(Demand::least).toArray();
    int[] capacities = instance.suppliers().stream().mapToInt(this::capacity).toArray();
    int[] columnFloors = instance.suppliers().stream().mapToInt(Supplier::leastLists).toArray();
    List<Fit> chosen = new ArrayList<>();
    List<Fit> open = new ArrayList<>();
    for (Fit each : allowed) {
      if (pinned.contains(each.place())) {
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

  /// Lists that a partner can be on, whatever their needs.
  private int capacity(Supplier supplier) {
    int most = supplier.mostCities();
    Integer days = supplier.mostLists();
    if (days != null && !sellers.contains(supplier.id())) {
      most = Math.min(most, days);
    }
    PartnerBudget purse = supplier.purse();
    return purse == null ? most : Math.min(most, purse.most());
  }

  /// Whether a fit is not considered: its need is too dear for the partner, or an expert with a
  /// limit of days has another role, too, in which it takes part.
  private boolean isLeftOut(Fit fit) {
    if (fit.kind() == Kind.EXPERT) {
      return sellers.contains(fit.supplier());
    }
    PartnerBudget purse = purses.get(fit.supplier());
    return purse != null && !PartnerBudget.covers(purse.share(fit.need()));
  }

  private int row(Fit fit) {
    return java.util.Objects.requireNonNull(rows.get(fit.slot()));
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
    List<Fit> allowed = new ArrayList<>(instance.fits().size());
    LinkedHashMap<EntryId, Fit> best = new LinkedHashMap<>();
    EntryId need = null;
    for (Fit each : instance.fits()) { // In the order of needs.
      if (!each.need().equals(need)) {
        allowed.addAll(best.values());
        best.clear();
        need = each.need();
      }
      boolean forbidden =
          vetoes.getOrDefault(each.supplier(), List.of()).stream()
              .anyMatch(veto -> instance.forbids(veto, each, cities));
      Fit other = best.get(each.supplier());
      boolean isBetter = other == null || each.millionths() > other.millionths();
      if (isBetter && !forbidden && !isLeftOut(each)) {
        best.putLast(each.supplier(), each); // Rows need their arcs in the order of kinds.
      }
    }
    allowed.addAll(best.values());
    return PanelChoice.of(instance, allowed);
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
      pinned.add(fits.getFirst().place());
    }
    return true;
  }
}
