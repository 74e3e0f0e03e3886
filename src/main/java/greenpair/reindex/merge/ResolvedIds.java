package greenpair.reindex.merge;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.registry.source.convert.Consolidation;
import greenpair.resolve.Resolution;
import greenpair.resolve.name.Party;

/// Ids after resolution. Merged entries have the id of the most trusted of them. If two different
/// entries have the same id, one of them gets its source as a suffix: `acme~gbfs`.
///
/// Kinds without entity resolution (cities, deployments) are merged if they have the same id.
final class ResolvedIds implements Consolidation.Ids {
  /// Keys of entries whose id an earlier entry has.
  private final Set<String> later = new HashSet<>();

  /// Kind and id of entries that are not resolved and come more than once.
  private final Set<String> repeated = new HashSet<>();

  private final Map<String, String> leaders = new HashMap<>();
  private final Set<String> led = new HashSet<>();

  /// Kind and new id of entries that others were merged into; computed on first use.
  private final Set<String> shared = new HashSet<>();

  /// Notes an entry whose kind and id came before.
  void repeats(Entry entry, String source) {
    if (Party.isParty(entry.kind())) {
      later.add(Party.key(entry, source));
    } else {
      repeated.add(entry.kind().word() + " " + entry.id());
    }
  }

  /// Takes what was found for one kind.
  void resolve(Resolution resolution) {
    leaders.putAll(resolution.leaders());
    led.addAll(resolution.leaders().values());
  }

  @Override
  public String of(String source, Kind kind, EntryId id) {
    if (!Party.isParty(kind)) {
      return id.value();
    }
    String key = Party.key(kind, source, id);
    String leader = leaders.getOrDefault(key, key);
    return name(leader);
  }

  /// `firm gbfs/lime` is `lime`, or `lime~gbfs` when that id is another's.
  private String name(String key) {
    int slash = key.lastIndexOf('/');
    String id = key.substring(slash + 1);
    return later.contains(key) ? id + "~" + key.substring(key.indexOf(' ') + 1, slash) : id;
  }

  @Override
  public boolean isShared(Kind kind, String id) {
    return Party.isParty(kind)
        ? shared().contains(kind.word() + " " + id)
        : repeated.contains(kind.word() + " " + id);
  }

  private Set<String> shared() {
    if (shared.isEmpty() && !led.isEmpty()) {
      for (String leader : led) {
        shared.add(leader.substring(0, leader.indexOf(' ') + 1) + name(leader));
      }
    }
    return shared;
  }
}
