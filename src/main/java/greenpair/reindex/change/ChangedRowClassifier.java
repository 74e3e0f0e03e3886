package greenpair.reindex.change;

import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure.WholeEntry;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.convert.Consolidation;
import greenpair.reindex.merge.MergedIds;
import greenpair.resolve.name.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Classifies the entries of changed rows of one registry. An entry is accepted if a full run would
/// accept it too. It waits for a full run if other records are needed to decide:
///
/// - a new firm or financier with the name of a published one, since the two may be the same;
/// - a published entry that was merged from more records than these rows contain, unless it
///   adds nothing;
/// - a deployment or an expert that refers to an unpublished entry that waits.
final class ChangedRowClassifier implements Consolidation.Ids {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final Set<String> ABOUT = Set.of("kind", "id", "provenance", "unverified");
  private static final int SHOWN = 20;

  private final String source;
  private final Snapshot base;
  private final MergedIds members;
  private final CatalogJson json;
  private final JsonMapper mapper = JsonMapper.shared();
  private final Map<String, Fate> fates = new HashMap<>();

  /// Kind and id of those that wait and are not published.
  private final Set<String> missing = new HashSet<>();

  private final List<Text> waiting = new ArrayList<>();

  enum Fate {
    TAKEN,
    UNCHANGED,
    WAITS
  }

  ChangedRowClassifier(String source, Snapshot base, MergedIds members, CatalogJson json) {
    this.source = source;
    this.base = base;
    this.members = members;
    this.json = json;
  }

  static String key(Entry entry) {
    return entry.kind().word() + " " + entry.id();
  }

  /// First pass, over all entries.
  void decide(Entry entry) {
    EntryId id = new EntryId(of(source, entry.kind(), entry.id()));
    Optional<Entry> published = base.whole(entry.kind(), id).map(WholeEntry::unredacted);
    Fate fate;
    if (published.isPresent()) {
      fate = fate(entry, id, published.get());
    } else if (isNameKnown(entry)) {
      fate = Fate.WAITS;
      missing.add(key(entry));
      waits(entry, Message.of("reindex.waits_name"));
    } else {
      fate = Fate.TAKEN;
    }
    fates.put(key(entry), fate);
  }

  private Fate fate(Entry entry, EntryId id, Entry published) {
    Map<String, Object> now = fields(entry);
    now.put("id", id.value());
    if (entry instanceof Deployment deployment) {
      for (Kind kind : Kind.PARTNERS) {
        refer(Deployment.field(kind), kind, deployment.partners(kind), now);
      }
    }
    Map<String, Object> before = fields(published);
    if (now.equals(before)) {
      return Fate.UNCHANGED;
    }
    if (records(entry).containsAll(records(published)) && hasRecords(published)) {
      return Fate.TAKEN;
    }
    if (covers(before, now)) {
      return Fate.UNCHANGED;
    }
    waits(entry, Message.of("reindex.waits_merged"));
    return Fate.WAITS;
  }

  private void waits(Entry entry, Message why) {
    if (waiting.size() < SHOWN) {
      waiting.add(Message.of("reindex.waits", "entry", key(entry), "why", why).text());
    }
  }

  private Map<String, Object> fields(Entry entry) {
    return mapper.readValue(json.encode(entry), OBJECT);
  }

  private void refer(String key, Kind kind, List<EntryId> ids, Map<String, Object> fields) {
    if (!ids.isEmpty()) {
      fields.put(key, ids.stream().map(id -> of(source, kind, id)).distinct().toList());
    }
  }

  /// The records that an entry was made of.
  static Set<List<String>> records(Entry entry) {
    Set<List<String>> records = new HashSet<>();
    for (Provenance each : entry.profile().provenance()) {
      records.add(List.of(each.source(), String.valueOf(each.record())));
    }
    return records;
  }

  /// If a registry does not identify its records, it is unknown how many gave an entry.
  private static boolean hasRecords(Entry entry) {
    return entry.profile().provenance().stream().noneMatch(each -> each.record() == null);
  }

  private boolean isNameKnown(Entry entry) {
    if (!Party.isParty(entry.kind())) {
      return false;
    }
    for (Language language : Language.values()) {
      String name = entry.name().in(language);
      if (name != null && base.texts().isName(List.of(entry.kind()), name)) {
        return true;
      }
    }
    return false;
  }

  /// Whether all of its data is already known, possibly as an alias of a merged entry.
  private static boolean covers(Map<String, Object> before, Map<String, Object> now) {
    return now.entrySet().stream()
        .filter(each -> !ABOUT.contains(each.getKey()))
        .allMatch(
            each ->
                isKnown(before.get(each.getKey()), each.getValue())
                    || (each.getKey().equals("name")
                        && each.getValue() instanceof Map<?, ?> names
                        && names.values().stream().allMatch(name -> isNamed(before, name))));
  }

  private static boolean isNamed(Map<String, Object> before, Object name) {
    boolean isName = before.get("name") instanceof Map<?, ?> names && names.containsValue(name);
    return isName
        || (before.get("aliases") instanceof Collection<?> aliases && aliases.contains(name));
  }

  private static boolean isKnown(@org.jspecify.annotations.Nullable Object before, Object now) {
    if (before instanceof Collection<?> had && now instanceof Collection<?> has) {
      return had.containsAll(has);
    }
    if (before instanceof Map<?, ?> had && now instanceof Map<?, ?> has) {
      return has.entrySet().stream()
          .allMatch(
              each -> isKnown(had.get(each.getKey()), Objects.requireNonNull(each.getValue())));
    }
    return now.equals(before);
  }

  /// Second pass, over the experts: an expert that waits makes its deployments wait.
  void decideExpert(Entry entry) {
    if (entry instanceof Expert expert
        && expert.parties().stream().anyMatch(each -> isMissing(each.kind(), List.of(each.id())))) {
      waitsForReference(entry);
      if (base.whole(Kind.EXPERT, new EntryId(of(source, Kind.EXPERT, entry.id()))).isEmpty()) {
        missing.add(key(entry));
      }
    }
  }

  /// Third pass, over the deployments.
  void decideDeployment(Entry entry) {
    if (entry instanceof Deployment deployment
        && Kind.PARTNERS.stream().anyMatch(kind -> isMissing(kind, deployment.partners(kind)))) {
      waitsForReference(entry);
    }
  }

  private void waitsForReference(Entry entry) {
    fates.put(key(entry), Fate.WAITS);
    waits(entry, Message.of("reindex.waits_reference"));
  }

  private boolean isMissing(Kind kind, List<EntryId> ids) {
    return ids.stream().anyMatch(id -> missing.contains(kind.word() + " " + id));
  }

  Fate of(String key) {
    return fates.getOrDefault(key, Fate.WAITS);
  }

  /// The first of those that wait, and why.
  List<Text> waiting() {
    return waiting;
  }

  @Override
  public String of(String from, Kind kind, EntryId id) {
    return members.of(from, kind, id);
  }

  @Override
  public boolean isShared(Kind kind, String id) {
    return false;
  }

  /// Only what is taken is written.
  @Override
  public boolean isRejected(LineResult.Accepted line) {
    return of(key(line.entry())) != Fate.TAKEN;
  }
}
