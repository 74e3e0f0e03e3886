package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fits that must or must not be in every plan in which each city has at least a given share.
///
/// A city that could not reach the share without a fit must have it; one that could not reach it
/// with a fit must not. A partner whose capacity is used up by required fits serves no other city,
/// which may force more. Each rule keeps every plan that reaches the share, so it only shortens the
/// search (constraint propagation to a fixed point).
final class Forced {
  private static final double ROUNDING = 1e-9;

  private final AllocationProblem instance;
  private final Map<EntryId, EntryId> cities;
  private final Map<EntryId, Integer> capacities = new HashMap<>();
  private final Map<AllocationProblem.Slot, Integer> limits = new HashMap<>();
  private final Map<EntryId, List<List<Fit>>> slots = new HashMap<>();
  private final Set<Fit> must = new HashSet<>();
  private final Set<Fit> mustNot = new HashSet<>();
  private boolean impossible;

  private Forced(AllocationProblem instance, Set<Requirement> held) {
    this.instance = instance;
    this.cities = instance.cities();
    List<Requirement.Veto> vetoes = new ArrayList<>();
    for (Requirement each : held) {
      switch (each) {
        case Requirement.Capacity capacity -> capacities.put(capacity.supplier(), capacity.most());
        case Requirement.NeedLimit limit ->
            limits.put(new AllocationProblem.Slot(limit.need(), limit.kind()), limit.most());
        case Requirement.Veto veto -> vetoes.add(veto);
        // These do not limit what a city can reach.
        case Requirement.NeedFloor _,
            Requirement.SupplierFloor _,
            Requirement.SupplierLimit _,
            Requirement.Amount _,
            Requirement.Panel _,
            Requirement.Independent _,
            Requirement.Pin _,
            Requirement.OneRole _ -> {}
      }
    }
    Map<AllocationProblem.Slot, List<Fit>> bySlot = new HashMap<>();
    for (Fit each : instance.fits()) {
      bySlot.computeIfAbsent(each.slot(), key -> new ArrayList<>()).add(each);
      if (vetoes.stream().anyMatch(veto -> instance.forbids(veto, each, cities))) {
        mustNot.add(each);
      }
    }
    bySlot.forEach(
        (slot, fits) -> {
          fits.sort(Comparator.comparingInt(Fit::millionths).reversed());
          EntryId city = java.util.Objects.requireNonNull(cities.get(slot.need()));
          slots.computeIfAbsent(city, key -> new ArrayList<>()).add(fits);
        });
  }

  /// @param share that each city of `best` has at least, in [0, 1]
  /// @param best what each city would get if it alone were served
  static Forced of(
      AllocationProblem instance, Set<Requirement> held, Map<EntryId, Double> best, double share) {
    Forced forced = new Forced(instance, held);
    int before = -1;
    while (!forced.impossible && before != forced.must.size() + forced.mustNot.size()) {
      before = forced.must.size() + forced.mustNot.size();
      best.forEach((city, most) -> forced.city(city, share * most));
      forced.suppliers();
    }
    return forced;
  }

  boolean isImpossible() {
    return impossible;
  }

  boolean must(Fit fit) {
    return must.contains(fit);
  }

  boolean mustNot(Fit fit) {
    return mustNot.contains(fit);
  }

  private void city(EntryId city, double wanted) {
    List<List<Fit>> own = slots.getOrDefault(city, List.of());
    double most = 0;
    for (List<Fit> fits : own) {
      most += most(fits, null, null);
    }
    if (most < wanted - ROUNDING) {
      impossible = true;
      return;
    }
    for (List<Fit> fits : own) {
      double others = most - most(fits, null, null);
      for (Fit each : fits) {
        if (!mustNot.contains(each) && !must.contains(each)) {
          if (others + most(fits, null, each) < wanted - ROUNDING) {
            must.add(each);
          } else if (others + most(fits, each, null) < wanted - ROUNDING) {
            mustNot.add(each);
          }
        }
      }
    }
  }

  /// The largest sum of one slot, with a fit in it or with another left out.
  private double most(
      List<Fit> fits,
      @org.jspecify.annotations.Nullable Fit with,
      @org.jspecify.annotations.Nullable Fit without) {
    int places = limits.getOrDefault(fits.getFirst().slot(), fits.size());
    double sum = 0;
    if (with != null) {
      sum += with.score();
      places--;
    }
    for (Fit each : fits) {
      if (places > 0 && !each.equals(with) && !each.equals(without) && !mustNot.contains(each)) {
        sum += each.score();
        places--;
      }
    }
    return sum;
  }

  private void suppliers() {
    Map<EntryId, Set<EntryId>> visits = new HashMap<>();
    for (Fit each : must) {
      visits
          .computeIfAbsent(each.supplier(), key -> new HashSet<>())
          .add(java.util.Objects.requireNonNull(cities.get(each.need())));
      impossible |= mustNot.contains(each);
    }
    visits.forEach(
        (supplier, served) -> {
          int capacity = capacities.getOrDefault(supplier, Integer.MAX_VALUE);
          impossible |= served.size() > capacity;
          if (served.size() == capacity) {
            instance.fits().stream()
                .filter(each -> each.supplier().equals(supplier))
                .filter(each -> !served.contains(cities.get(each.need())))
                .forEach(mustNot::add);
          }
        });
  }
}
