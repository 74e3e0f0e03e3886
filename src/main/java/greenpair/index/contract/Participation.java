package greenpair.index.contract;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;

/// Which cities and needs take part in the programmes of a generation. Unchangeable.
public final class Participation {
  private final List<Programme> programmes;

  /// The listed needs by city; empty if all needs take part except those of registries.
  private final Map<EntryId, Set<EntryId>> listed = new LinkedHashMap<>();

  private final Set<EntryId> whole = new HashSet<>();

  public Participation(List<Entry> programmes) {
    this.programmes = programmes.stream().map(Programme.class::cast).toList();
    for (Programme programme : this.programmes) {
      for (Programme.Participant each : programme.participants()) {
        listed.computeIfAbsent(each.city(), city -> new HashSet<>()).addAll(each.needs());
        if (each.needs().isEmpty()) {
          whole.add(each.city());
        }
      }
    }
  }

  /// The programmes in the order of the catalog.
  public List<Programme> programmes() {
    return programmes;
  }

  /// The cities of all programmes, each once, in the order in which the programmes list them.
  public List<EntryId> cities() {
    return List.copyOf(listed.keySet());
  }

  /// Whether there is no programme, so that all cities and needs are listed.
  public boolean isEmpty() {
    return programmes.isEmpty();
  }

  /// Whether the city takes part in a programme.
  public boolean has(EntryId city) {
    return listed.containsKey(city);
  }

  /// Whether the need takes part: a programme lists it, or lists its city without needs and no
  /// registry gave it. A registry states what could be done at a site, not what a city has asked
  /// for.
  public boolean has(Need need) {
    return listed.getOrDefault(need.city(), Set.of()).contains(need.id())
        || (whole.contains(need.city())
            && need.profile().provenance().stream().allMatch(each -> each.record() == null));
  }
}
