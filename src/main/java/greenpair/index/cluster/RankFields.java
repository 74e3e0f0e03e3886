package greenpair.index.cluster;

import greenpair.catalog.Kind;
import greenpair.index.document.FirstStageQuery;
import greenpair.index.document.IndexedTerms;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The fields by which the cluster finds candidates. Each kind has its own, because statistics of
/// words are those of a field: `firm_name`, `firm_en`, `firm_zh` and `firm_features`. Texts are
/// loaded as the terms of Greenpair's analysis, so the cluster does not analyse them.
final class RankFields {
  /// The packed traits.
  static final String TRAITS = "traits";

  static final String PLACE = "place";
  static final String KIND = "kind";

  private RankFields() {}

  /// The field of a kind in which a field of the embedded index is.
  static String words(Kind kind, String field) {
    return kind.word() + "_" + field;
  }

  /// The features of a kind.
  static String features(Kind kind) {
    return kind.word() + "_features";
  }

  /// The name of a feature in the cluster, where a dot separates fields.
  static String feature(String name) {
    return name.replace('.', '/');
  }

  /// The types of the fields.
  static Map<String, Object> types() {
    Map<String, Object> types = new LinkedHashMap<>();
    types.put(TRAITS, Map.of("type", "binary", "doc_values", true));
    for (Kind kind : Kind.values()) {
      types.put(features(kind), Map.of("type", "rank_features"));
      for (String field : FirstStageQuery.FIELDS.keySet()) {
        types.put(
            words(kind, field),
            Map.of("type", "text", "analyzer", "whitespace", "index_options", "freqs"));
      }
    }
    return types;
  }

  /// The document of an entry.
  static Map<String, Object> document(EntryDocument line, Kind kind, IndexedTerms ranked) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(PLACE, line.place());
    document.put(KIND, line.kind());
    document.put("id", line.id());
    document.put("line", line.line());
    document.put(TRAITS, Base64.getEncoder().encodeToString(ranked.traits()));
    ranked.words().forEach((field, words) -> document.put(words(kind, field), words));
    if (!ranked.features().isEmpty()) {
      Map<String, Float> features = new LinkedHashMap<>();
      ranked.features().forEach((name, strength) -> features.put(feature(name), strength));
      document.put(features(kind), features);
    }
    return document;
  }
}
