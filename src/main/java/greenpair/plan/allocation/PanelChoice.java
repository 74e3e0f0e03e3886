package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Panels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Chooses the experts of each city before the others are planned, where planning both at once
/// would take too long: the pinned ones and then those of the largest total fit. For a need, an
/// expert with a conflict of interest is left out, or the partner if the expert is pinned.
final class PanelChoice {
  private record Name(EntryId need, EntryId supplier) {}

  private final AllocationProblem instance;
  private final Set<Name> pinned = new HashSet<>();

  private PanelChoice(AllocationProblem instance) {
    this.instance = instance;
    for (Requirement.Pin each : instance.pins()) {
      pinned.add(new Name(each.need(), instance.supplier(each.partner()).orElseThrow().id()));
    }
  }

  /// The fits that remain; any choice of them keeps the conditions of experts.
  static List<Fit> of(AllocationProblem instance, List<Fit> fits) {
    return instance.ofExperts().equals(Panels.NONE) ? fits : new PanelChoice(instance).of(fits);
  }

  private List<Fit> of(List<Fit> fits) {
    Set<Name> out = new HashSet<>();
    for (Requirement.Independent each : instance.ofExperts().conflicts()) {
      Name expert = new Name(each.need(), each.expert());
      out.add(pinned.contains(expert) ? new Name(each.need(), each.partner()) : expert);
    }
    List<Fit> independent = fits.stream().filter(each -> !out.contains(name(each))).toList();
    Map<EntryId, EntryId> cities = instance.cities();
    Map<EntryId, Map<EntryId, Long>> merits = new HashMap<>();
    for (Fit each : independent) {
      if (each.kind() == Kind.EXPERT) {
        long merit = pinned.contains(name(each)) ? Fit.WHOLE * 1_000L : each.millionths();
        merits
            .computeIfAbsent(cities.get(each.need()), city -> new TreeMap<>())
            .merge(each.supplier(), merit, Long::sum);
      }
    }
    Map<EntryId, Set<EntryId>> panels = new HashMap<>();
    for (Requirement.Panel limit : instance.ofExperts().limits()) {
      panels.put(limit.city(), best(merits.getOrDefault(limit.city(), Map.of()), limit.most()));
    }
    return independent.stream()
        .filter(
            each -> {
              Set<EntryId> panel = panels.get(cities.get(each.need()));
              return each.kind() != Kind.EXPERT || panel == null || panel.contains(each.supplier());
            })
        .toList();
  }

  private static Set<EntryId> best(Map<EntryId, Long> merits, int most) {
    Set<EntryId> best = new HashSet<>();
    merits.entrySet().stream()
        .sorted(Map.Entry.<EntryId, Long>comparingByValue().reversed())
        .limit(most)
        .forEach(each -> best.add(each.getKey()));
    return best;
  }

  private static Name name(Fit fit) {
    return new Name(fit.need(), fit.supplier());
  }
}
