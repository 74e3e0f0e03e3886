package greenpair.index.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The definitions of the indexes and the queries on them.
final class Mappings {
  private static final Map<String, Object> KEYWORD = Map.of("type", "keyword");

  /// Text that is returned and never searched.
  private static final Map<String, Object> KEPT =
      Map.of("type", "keyword", "index", false, "doc_values", false);

  /// Of a small index: copied at once when a node is lost, not after the usual minute.
  static final Map<String, Object> COPIED_AT_ONCE =
      Map.of("unassigned.node_left.delayed_timeout", "0s");

  private Mappings() {}

  static Map<String, Object> entries(IndexSet set, LoadingRun run, ClusterSettings cluster) {
    String replicas = cluster.replicas();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("number_of_shards", cluster.shards());
    if (replicas.contains("-")) {
      settings.put("auto_expand_replicas", replicas);
    } else {
      settings.put("number_of_replicas", replicas);
    }
    settings.put("refresh_interval", "-1"); // Refreshed once, when loading is complete.
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("place", Map.of("type", "long"));
    fields.put("kind", KEYWORD);
    fields.put("id", KEYWORD);
    fields.put("line", KEPT);
    return index(settings, fields, run, set.loading());
  }

  static Map<String, Object> files(IndexSet set, LoadingRun run) {
    Map<String, Object> settings = Map.of("auto_expand_replicas", "0-1");
    return index(settings, Map.of("text", KEPT), run, set.loading() + "-files");
  }

  static Map<String, Object> journal() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", Map.of("type", "long"));
    for (String each : new String[] {"at", "act", "id", "by", "reason", "base"}) {
      fields.put(each, KEYWORD);
    }
    Map<String, Object> settings = new LinkedHashMap<>(COPIED_AT_ONCE);
    settings.put("number_of_shards", 1);
    settings.put("auto_expand_replicas", "0-1");
    return Map.of(
        "settings", Map.of("index", settings),
        "mappings", Map.of("dynamic", "strict", "properties", fields));
  }

  private static Map<String, Object> index(
      Map<String, Object> settings, Map<String, Object> fields, LoadingRun run, String alias) {
    return Map.of(
        "settings", Map.of("index", settings),
        "mappings", Map.of("dynamic", "strict", "_meta", run.meta(), "properties", fields),
        "aliases", Map.of(alias, Map.of()));
  }

  /// The id of a part of a file.
  static String part(String file, int number) {
    return "file:" + file + ":" + number;
  }

  static Map<String, Object> countsByKind() {
    return Map.of(
        "size",
        0,
        "track_total_hits",
        true,
        "aggs",
        Map.of("kinds", Map.of("terms", Map.of("field", "kind", "size", 100))));
  }

  /// The query for the entries of a page in order.
  static Map<String, Object> page(SetContents.Page page) {
    return Map.of(
        "size", page.count(),
        "_source", List.of("place", "kind", "id", "line"),
        "query", Map.of("range", Map.of("place", Map.of("gte", page.from(), "lt", end(page)))),
        "sort", List.of(Map.of("place", "asc")),
        "track_total_hits", true);
  }

  private static long end(SetContents.Page page) {
    return page.from() + page.count();
  }
}
