package greenpair.registry.source.convert;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Language;
import greenpair.catalog.Preferences;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.message.Message;

/// Merges entries with the same id: the first known value wins, lists of codes, names and
/// references are united, sources are kept up to a limit with the fields that only they know, and
/// another name of a firm becomes an alias.
final class Merger {
  private static final Set<String> UNITED =
      FieldTable.keysOfEntries(
          "technologies",
          "aliases",
          "conflicts",
          "contact_persons",
          "experts",
          "identifiers",
          "firms",
          "financiers",
          "instruments",
          "memberships");

  private static final String PROVENANCE = "provenance";
  private static final String UNVERIFIED = "unverified";
  private static final String FIELDS = "fields";
  private static final String PARTIES = "parties";
  private static final Set<String> FROM_NO_SOURCE = Set.of(PROVENANCE, UNVERIFIED, "restricted");

  private final int provenance;
  private final boolean isOfRows;
  private long dropped;

  private Merger(int provenance, boolean isOfRows) {
    this.provenance = provenance;
    this.isOfRows = isOfRows;
  }

  /// Merges rows of a registry, several of which may describe units of one plant: if they name
  /// different shares of owners, the shares of the plant are unknown.
  static Merger ofRows(int provenance) {
    return new Merger(provenance, true);
  }

  /// Merges entries of several sources, most trusted first; the most trusted also decides the
  /// shares of owners.
  static Merger ofSources(int provenance) {
    return new Merger(provenance, false);
  }

  /// Sources that were left out because an entry had too many.
  Optional<Text> note() {
    return dropped == 0
        ? Optional.empty()
        : Optional.of(Message.of("note.sources_dropped", "count", dropped).text());
  }

  /// The known fields of the whole, which may break a rule together.
  Map<String, Object> merge(Entry first, Entry next) {
    Map<String, Object> known = FieldTable.known(first);
    Map<String, Object> more = FieldTable.known(next);
    List<String> alone =
        more.keySet().stream()
            .filter(field -> !known.containsKey(field) && !FROM_NO_SOURCE.contains(field))
            .sorted()
            .toList();
    Map<String, Object> merged = new LinkedHashMap<>(known);
    more.forEach((key, value) -> merged.merge(key, value, (old, other) -> field(key, old, other)));
    List<Provenance> sources = first.profile().provenance();
    merged.put(PROVENANCE, sources(sources, named(sources, next.profile().provenance(), alone)));
    merged.put("restricted", strictest(first, next));
    if (first instanceof Deployment one
        && next instanceof Deployment other
        && known.containsKey(PARTIES)
        && more.containsKey(PARTIES)) {
      merged.put(
          PARTIES,
          isOfRows
              ? DeploymentParties.unite(one.parties(), other.parties())
              : DeploymentParties.fill(one.parties(), other.parties()));
    }
    if (first.kind().isOrganisation()) {
      addAliases(merged, first.name(), next.name());
    }
    // Merging checks nothing: a value is checked if what it came from was.
    if (isVerified(first) || isVerified(next)) {
      Set<String> unchecked = new TreeSet<>(merged.keySet());
      unchecked.removeAll(FROM_NO_SOURCE);
      unchecked.removeIf(
          field ->
              (isChecked(first, field) && isChecked(next, field))
                  || knows(first, field, merged)
                  || knows(next, field, merged));
      merged.put(UNVERIFIED, unchecked);
    }
    return merged;
  }

  /// The whole of entries that were merged one by one, without what they contradict each other in.
  Entry settle(Entry merged, List<Entry> all) {
    if (!isOfRows || !(merged instanceof Deployment whole)) {
      return merged;
    }
    List<List<Deployment.Party>> rows =
        all.stream().map(each -> ((Deployment) each).parties()).toList();
    return FieldTable.with(whole, Map.of(PARTIES, DeploymentParties.settle(whole.parties(), rows)));
  }

  /// The later sources, naming the fields that are known from them alone. A source without such
  /// fields still confirms the entry, which is the field `id`.
  private static List<Provenance> named(
      List<Provenance> known, List<Provenance> next, List<String> alone) {
    List<String> fields = alone.isEmpty() ? List.of("id") : alone;
    List<Provenance> named = new ArrayList<>();
    for (Provenance source : next) {
      Optional<Provenance> same =
          known.stream()
              .filter(each -> naming(List.of(), each).equals(naming(List.of(), source)))
              .findFirst();
      if (isStatement(source)) {
        named.add(source);
      } else {
        named.add(
            same.orElseGet(() -> source.fields().isEmpty() ? naming(fields, source) : source));
      }
    }
    return named;
  }

  private static Provenance naming(List<String> fields, Provenance source) {
    return FieldTable.with(source, Map.of(FIELDS, fields));
  }

  /// Whether a source is that of what a partner has stated, without which an entry may not contain
  /// it.
  private static boolean isStatement(Provenance source) {
    return source.fields().contains(Preferences.FIELD);
  }

  private static boolean isVerified(Entry entry) {
    return entry.profile().provenance().stream().anyMatch(Provenance::verified);
  }

  private static boolean isChecked(Entry entry, String field) {
    return isVerified(entry) && !entry.profile().unverified().contains(field);
  }

  /// Whether an entry has the whole of a merged value, checked.
  private static boolean knows(Entry entry, String field, Map<String, Object> merged) {
    return isChecked(entry, field)
        && Objects.equals(FieldTable.known(entry).get(field), merged.get(field));
  }

  /// The first sources, and that of what a partner has stated.
  private List<Provenance> sources(List<Provenance> first, List<Provenance> next) {
    Set<Provenance> all = new LinkedHashSet<>(first);
    all.addAll(next);
    dropped += Math.max(0, all.size() - provenance);
    List<Provenance> kept = new ArrayList<>(all.stream().limit(provenance).toList());
    if (all.size() > provenance && kept.stream().noneMatch(Merger::isStatement)) {
      all.stream()
          .filter(Merger::isStatement)
          .findFirst()
          .ifPresent(source -> kept.set(provenance - 1, source));
    }
    return kept;
  }

  private static Map<String, Tier> strictest(Entry first, Entry next) {
    Map<String, Tier> tiers = new TreeMap<>(first.profile().restricted());
    next.profile()
        .restricted()
        .forEach(
            (field, tier) ->
                tiers.merge(field, tier, (one, other) -> one == Tier.PRIVATE ? one : other));
    return tiers;
  }

  /// Halves of a range or a place do not fit, so only texts and attributes are filled up.
  private static Object field(String key, Object old, Object more) {
    if (UNITED.contains(key)) {
      return union(old, more);
    }
    if (old instanceof Text first && more instanceof Text next) {
      return new Text(
          first.en() == null ? next.en() : first.en(), first.zh() == null ? next.zh() : first.zh());
    }
    return old instanceof Attributes first && more instanceof Attributes next
        ? attributes(first, next)
        : old;
  }

  /// Words of each attribute are united; of two sizes the first stays.
  private static Attributes attributes(Attributes first, Attributes next) {
    Map<Attribute, List<String>> all = new EnumMap<>(Attribute.class);
    all.putAll(first.values());
    next.values()
        .forEach(
            (attribute, words) ->
                all.merge(
                    attribute,
                    words,
                    (one, other) -> {
                      Set<String> both = new LinkedHashSet<>(one);
                      both.addAll(other);
                      return List.copyOf(both);
                    }));
    return new Attributes(all, first.size() == null ? next.size() : first.size());
  }

  private static List<Object> union(Object old, Object more) {
    Set<Object> all = new LinkedHashSet<>((Collection<?>) old);
    all.addAll((Collection<?>) more);
    return new ArrayList<>(all);
  }

  private static void addAliases(Map<String, Object> merged, Text known, Text other) {
    for (Language language : Language.values()) {
      String name = other.in(language);
      String now = known.in(language);
      if (name != null && now != null && !now.equals(name)) {
        merged.put("aliases", union(merged.getOrDefault("aliases", List.of()), List.of(name)));
      }
    }
  }
}
