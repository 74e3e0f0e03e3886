package greenpair.plan.input;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.plan.allocation.AllocationProblem.Panels;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.input.PlanSettings.PanelSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What limits the panels of experts in a plan: the days of the experts, the sizes of the panels,
/// and conflicts of interest with partners that the plan could put on the same list. Restricted
/// days are not used, because a plan would disclose them.
record PanelInputs(Snapshot snapshot, Identities identities) {
  Panels panels(List<EntryId> cities, Collection<Fit> fits, PanelSettings settings) {
    Map<EntryId, Set<EntryId>> partners = new HashMap<>();
    Map<EntryId, Set<EntryId>> experts = new HashMap<>();
    for (Fit each : fits) {
      (each.kind() == Kind.EXPERT ? experts : partners)
          .computeIfAbsent(each.need(), need -> new LinkedHashSet<>())
          .add(each.supplier());
    }
    Map<EntryId, Set<EntryId>> parties = parties();
    List<Requirement.Independent> conflicts =
        experts.entrySet().stream()
            .flatMap(
                each ->
                    each.getValue().stream()
                        .flatMap(
                            expert ->
                                parties.getOrDefault(expert, Set.of()).stream()
                                    .filter(
                                        partners.getOrDefault(each.getKey(), Set.of())::contains)
                                    .map(
                                        partner ->
                                            new Requirement.Independent(
                                                each.getKey(), expert, partner))))
            .sorted(java.util.Comparator.comparing(Object::toString))
            .toList();
    List<Requirement.Panel> limits =
        experts.isEmpty()
            ? List.of()
            : cities.stream()
                .map(city -> new Requirement.Panel(city, settings.panel()))
                .distinct()
                .toList();
    return new Panels(limits, conflicts);
  }

  /// The firms and financiers of the plan that each expert has a conflict of interest with.
  private Map<EntryId, Set<EntryId>> parties() {
    Map<EntryId, Set<EntryId>> parties = new HashMap<>();
    identities
        .leaders()
        .forEach(
            (entry, leader) ->
                expert(entry).stream()
                    .flatMap(expert -> expert.parties().stream())
                    .flatMap(party -> identities.of(snapshot, party))
                    .filter(party -> !party.equals(leader))
                    .forEach(
                        party ->
                            parties
                                .computeIfAbsent(leader, each -> new LinkedHashSet<>())
                                .add(party)));
    return parties;
  }

  /// The needs that a partner has days for; null unless it is an expert that states its days.
  @Nullable Integer lists(Set<EntryId> members, PanelSettings settings) {
    return members.stream()
        .flatMap(each -> expert(each).stream())
        .flatMap(expert -> Stream.ofNullable(expert.days()))
        .map(days -> settings.needs(days.count()))
        .min(Integer::compare)
        .orElse(null);
  }

  private Optional<Expert> expert(EntryId id) {
    Optional<Entry> found = snapshot.entry(Kind.EXPERT, id);
    return found.map(Expert.class::cast);
  }
}
