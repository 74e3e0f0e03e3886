package greenpair.registry.source.convert;

import greenpair.catalog.Preferences;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.registry.source.value.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Merges entries with the same id: the first known value wins, lists of codes, names and
/// references are united, sources are kept up to a limit with the fields that only they know, and
/// another name of a firm becomes an alias.
final class Merger {
  private static final Set<String> UNITED =
      Set.of(
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
  private static final String FIELDS = "fields";
  private static final Set<String> FROM_NO_SOURCE = Set.of(PROVENANCE, "unverified", "restricted");

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

  Map<String, Object> merge(Map<String, Object> first, Map<String, Object> next) {
    Map<String, Object> merged = new LinkedHashMap<>(first);
    Map<String, Object> named = nameFields(first, next);
    named.forEach((key, value) -> merged.merge(key, value, (old, more) -> field(key, old, more)));
    if (Set.of("firm", "financier").contains(String.valueOf(first.get("kind")))) {
      addAlias(merged, first, next);
    }
    if (isVerified(first) && !isVerified(next)) {
      noteUnverified(merged, first);
    }
    return merged;
  }

  /// The whole of entries that were merged one by one, without what they contradict each other in.
  Map<String, Object> settle(Map<String, Object> merged, List<Map<String, Object>> all) {
    if (!isOfRows || !merged.containsKey(DeploymentParties.FIELD)) {
      return merged;
    }
    Map<String, Object> settled = new LinkedHashMap<>(merged);
    settled.computeIfPresent(
        DeploymentParties.FIELD, (key, parties) -> DeploymentParties.settle(parties, all));
    return settled;
  }

  /// The later entry, its sources naming the fields that are known from it alone. A source without
  /// such fields still confirms the entry, which is the field `id`.
  private static Map<String, Object> nameFields(
      Map<String, Object> first, Map<String, Object> next) {
    List<String> fields =
        next.keySet().stream()
            .filter(key -> !first.containsKey(key) && !FROM_NO_SOURCE.contains(key))
            .sorted()
            .toList();
    List<Map<String, Object>> known = sources(first);
    List<Object> named = new ArrayList<>();
    for (Map<String, Object> source : sources(next)) {
      Map<String, Object> same =
          known.stream().filter(each -> plain(each).equals(plain(source))).findFirst().orElse(null);
      if (isStatement(source)) {
        named.add(source);
      } else if (same != null || source.containsKey(FIELDS)) {
        named.add(same != null ? same : source);
      } else {
        Map<String, Object> naming = new LinkedHashMap<>(source);
        naming.put(FIELDS, fields.isEmpty() ? List.of("id") : fields);
        named.add(naming);
      }
    }
    Map<String, Object> entry = new LinkedHashMap<>(next);
    if (!named.isEmpty()) {
      entry.put(PROVENANCE, named);
    }
    return entry;
  }

  /// Whether a source is that of what a partner has stated, without which an entry may not contain
  /// it.
  private static boolean isStatement(Object source) {
    return source instanceof Map<?, ?> one
        && one.get(FIELDS) instanceof List<?> fields
        && fields.contains(Preferences.FIELD);
  }

  private static List<Map<String, Object>> sources(Map<String, Object> entry) {
    List<Map<String, Object>> sources = new ArrayList<>();
    if (entry.get(PROVENANCE) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> source) {
          sources.add(Keys.named(source));
        }
      }
    }
    return sources;
  }

  private static Map<String, Object> plain(Map<String, Object> source) {
    Map<String, Object> plain = new LinkedHashMap<>(source);
    plain.remove(FIELDS);
    return plain;
  }

  private static boolean isVerified(Map<String, Object> entry) {
    return entry.get(PROVENANCE) instanceof List<?> sources
        && sources.stream()
            .anyMatch(
                each -> each instanceof Map<?, ?> one && Boolean.TRUE.equals(one.get("verified")));
  }

  /// A field that only an unchecked source knows remains unverified.
  private static void noteUnverified(Map<String, Object> merged, Map<String, Object> first) {
    Set<String> fields = new LinkedHashSet<>(merged.keySet());
    fields.removeAll(first.keySet());
    fields.removeAll(FROM_NO_SOURCE);
    if (!fields.isEmpty()) {
      merged.put(
          "unverified", union(merged.getOrDefault("unverified", List.of()), List.copyOf(fields)));
    }
  }

  private static Object strictest(Object old, Object more) {
    Map<String, Object> tiers = new LinkedHashMap<>(Keys.named((Map<?, ?>) old));
    Keys.named((Map<?, ?>) more)
        .forEach(
            (field, tier) ->
                tiers.merge(field, tier, (one, other) -> one.equals("private") ? one : other));
    return tiers;
  }

  private Object field(String key, Object old, Object more) {
    if (key.equals(PROVENANCE)) {
      List<Object> all = union(old, more);
      dropped += Math.max(0, all.size() - provenance);
      return all.size() > provenance ? shortened(all) : all;
    }
    if (key.equals("restricted")) {
      return strictest(old, more);
    }
    if (UNITED.contains(key)) {
      return union(old, more);
    }
    if (key.equals(DeploymentParties.FIELD)) {
      return isOfRows ? DeploymentParties.unite(old, more) : DeploymentParties.fill(old, more);
    }
    if (key.equals("attributes")) {
      return attributes(old, more);
    }
    if (old instanceof Map<?, ?> map && more instanceof Map<?, ?> other && isText(map)) {
      Map<String, Object> filled = new LinkedHashMap<>(Keys.named(other));
      filled.putAll(Keys.named(map));
      return filled;
    }
    return old;
  }

  /// The first sources, and that of what a partner has stated.
  private List<Object> shortened(List<Object> all) {
    List<Object> kept = new ArrayList<>(all.subList(0, provenance));
    if (kept.stream().noneMatch(Merger::isStatement)) {
      all.stream()
          .filter(Merger::isStatement)
          .findFirst()
          .ifPresent(source -> kept.set(provenance - 1, source));
    }
    return kept;
  }

  /// Words of each attribute are united; of two sizes the first stays.
  private static Object attributes(Object old, Object more) {
    Map<String, Object> all = new LinkedHashMap<>(Keys.named((Map<?, ?>) old));
    Keys.named((Map<?, ?>) more)
        .forEach(
            (key, value) ->
                all.merge(
                    key, value, (one, other) -> one instanceof List<?> ? union(one, other) : one));
    return all;
  }

  /// Only a text may be filled up by another row: halves of a range or a place do not fit.
  private static boolean isText(Map<?, ?> map) {
    return Set.of("en", "zh").containsAll(map.keySet());
  }

  private static List<Object> union(Object old, Object more) {
    Set<Object> all = new LinkedHashSet<>();
    for (Object each : List.of(old, more)) {
      if (each instanceof List<?> list) {
        list.forEach(value -> all.add(Objects.requireNonNull(value)));
      }
    }
    return new ArrayList<>(all);
  }

  private static void addAlias(
      Map<String, Object> merged, Map<String, Object> first, Map<String, Object> next) {
    if (first.get("name") instanceof Map<?, ?> known
        && next.get("name") instanceof Map<?, ?> other) {
      Map<String, Object> names = Keys.named(known);
      Keys.named(other)
          .forEach(
              (language, name) -> {
                Object now = names.get(language);
                if (now != null && !now.equals(name)) {
                  Object aliases = merged.getOrDefault("aliases", List.of());
                  merged.put("aliases", union(aliases, List.of(name)));
                }
              });
    }
  }
}
