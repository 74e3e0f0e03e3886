package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The places that a plan has assigned, by partner, city and need, and the reason why another fit
/// cannot be added.
final class Taken {
  private final Map<EntryId, EntryId> cities;
  private final Map<EntryId, Supplier> suppliers = new HashMap<>();
  private final Map<EntryId, Integer> panels = new HashMap<>();
  private final Map<EntryId, List<Requirement.Independent>> conflicts = new HashMap<>();
  private final Map<EntryId, Set<EntryId>> visits = new HashMap<>();
  private final Map<EntryId, Integer> lists = new HashMap<>();
  private final Map<EntryId, Double> spent = new HashMap<>();
  private final Map<EntryId, Set<EntryId>> experts = new HashMap<>();
  private final Map<EntryId, Set<EntryId>> partners = new HashMap<>();

  Taken(AllocationProblem instance) {
    this.cities = instance.cities();
    instance.suppliers().forEach(each -> suppliers.put(each.id(), each));
    instance.ofExperts().limits().forEach(each -> panels.put(each.city(), each.most()));
    instance
        .ofExperts()
        .conflicts()
        .forEach(
            each ->
                conflicts
                    .computeIfAbsent(each.need(), need -> new java.util.ArrayList<>())
                    .add(each));
  }

  static Taken of(AllocationProblem instance, List<Fit> places) {
    Taken taken = new Taken(instance);
    places.forEach(taken::add);
    return taken;
  }

  void add(Fit fit) {
    EntryId city = city(fit);
    join(visits, fit.supplier(), city);
    join(partners, fit.need(), fit.supplier());
    if (fit.kind() == Kind.EXPERT) {
      lists.merge(fit.supplier(), 1, Integer::sum);
      join(experts, city, fit.supplier());
    } else {
      spent.merge(fit.supplier(), share(fit), Double::sum);
    }
  }

  /// Why a fit cannot be added; empty if it can, apart from the places of its need.
  Optional<CityShare.Why> obstacle(Fit fit) {
    EntryId city = city(fit);
    Supplier supplier = java.util.Objects.requireNonNull(suppliers.get(fit.supplier()));
    Set<EntryId> served = visits.getOrDefault(supplier.id(), Set.of());
    if (served.size() >= supplier.mostCities() && !served.contains(city)) {
      return Optional.of(CityShare.Why.FULL);
    }
    Integer most = supplier.mostLists();
    if (fit.kind() == Kind.EXPERT && most != null && lists.getOrDefault(supplier.id(), 0) >= most) {
      return Optional.of(CityShare.Why.DAYS);
    }
    if (fit.kind() != Kind.EXPERT
        && !PartnerBudget.covers(spent.getOrDefault(supplier.id(), 0.0) + share(fit))) {
      return Optional.of(CityShare.Why.AMOUNT);
    }
    Set<EntryId> on = partners.getOrDefault(fit.need(), Set.of());
    for (Requirement.Independent each : conflicts.getOrDefault(fit.need(), List.of())) {
      if ((each.expert().equals(supplier.id()) && on.contains(each.partner()))
          || (each.partner().equals(supplier.id()) && on.contains(each.expert()))) {
        return Optional.of(CityShare.Why.CONFLICT);
      }
    }
    Set<EntryId> panel = experts.getOrDefault(city, Set.of());
    boolean isComplete = panel.size() >= panels.getOrDefault(city, Integer.MAX_VALUE);
    return fit.kind() == Kind.EXPERT && isComplete && !panel.contains(supplier.id())
        ? Optional.of(CityShare.Why.PANEL)
        : Optional.empty();
  }

  private double share(Fit fit) {
    Supplier supplier = suppliers.get(fit.supplier());
    PartnerBudget purse = supplier == null ? null : supplier.purse();
    return purse == null ? 0 : purse.share(fit.need());
  }

  private EntryId city(Fit fit) {
    return java.util.Objects.requireNonNull(cities.get(fit.need()));
  }

  private static void join(Map<EntryId, Set<EntryId>> sets, EntryId key, EntryId value) {
    sets.computeIfAbsent(key, each -> new HashSet<>()).add(value);
  }
}
