package greenpair.plan.input;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The real partners of a plan: entries are the same partner if they share an id or a number of a
/// registry.
///
/// @param leaders the entry that represents the real partner of each entry
/// @param owners the entry that represents the partner with each number
record Identities(Map<EntryId, EntryId> leaders, Map<String, EntryId> owners) {
  /// @param marks the numbers of each entry
  static Identities of(Map<EntryId, Set<String>> marks) {
    Map<EntryId, EntryId> leaders = new HashMap<>();
    Map<String, EntryId> owners = new HashMap<>();
    marks.forEach(
        (entry, numbers) -> {
          EntryId leader = entry;
          for (String each : numbers) {
            EntryId other = owners.getOrDefault(each, leader);
            leader = other.compareTo(leader) < 0 ? other : leader;
          }
          for (String each : numbers) {
            EntryId old = owners.put(each, leader);
            if (old != null && !old.equals(leader)) {
              EntryId now = leader;
              leaders.replaceAll((key, value) -> value.equals(old) ? now : value);
              owners.replaceAll((key, value) -> value.equals(old) ? now : value);
            }
          }
          leaders.put(entry, leader);
        });
    return new Identities(leaders, owners);
  }

  /// The numbers of an entry; none if it is not in the catalog or no partner.
  static Set<String> marks(Snapshot snapshot, Kind kind, EntryId id) {
    Optional<Entry> entry =
        Kind.PARTNERS.contains(kind) ? snapshot.entry(kind, id) : Optional.empty();
    return new TreeSet<>(
        entry.map(each -> Entry.partner(each).identifiers()).orElse(java.util.List.of()));
  }

  /// The partners of the plan that an entry is, which need not be in the plan itself.
  Stream<EntryId> of(Snapshot snapshot, Entry.Key key) {
    return Stream.concat(
            Kind.PARTNERS.contains(key.kind())
                ? Stream.ofNullable(leaders.get(key.id()))
                : Stream.empty(),
            marks(snapshot, key.kind(), key.id()).stream()
                .flatMap(each -> Stream.ofNullable(owners.get(each))))
        .distinct();
  }
}
