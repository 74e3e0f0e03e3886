package greenpair.index.cluster;

import greenpair.catalog.EntryId;
import greenpair.index.document.FirstStage;
import greenpair.index.query.CandidateQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The first stage in the query language of OpenSearch.
final class RankQueries {
  /// The scores of all words are returned beside each candidate and must not change its place. A
  /// power of two takes no digit from a score.
  static final float UNNOTICED = 0x1p-60f;

  private static final Map<String, Object> NOTHING = Map.of("match_none", Map.of());

  private RankQueries() {}

  /// The strongest candidates with their traits.
  static Map<String, Object> candidates(CandidateQuery query, ClusterWords.Text text) {
    Map<String, Object> request = request(query.depth(), bool(finding(query, text), text));
    request.put("sort", List.of(Map.of("_score", "desc"), Map.of(RankFields.PLACE, "asc")));
    return request;
  }

  /// One entry, found or not.
  static Map<String, Object> candidate(CandidateQuery query, EntryId id, ClusterWords.Text text) {
    String key = query.kind().word() + ":" + id.value();
    Map<String, Object> one = Map.of("ids", Map.of("values", List.of(key)));
    Map<String, Object> request = request(1, bool(Map.of("constant_score", filter(one)), text));
    request.put("sort", List.of(Map.of(RankFields.PLACE, "asc")));
    return request;
  }

  /// All that match.
  static Map<String, Object> count(CandidateQuery query, ClusterWords.Text text) {
    return Map.of("query", finding(query, text));
  }

  private static Map<String, Object> filter(Map<String, Object> query) {
    return Map.of("filter", query);
  }

  private static Map<String, Object> request(int size, Map<String, Object> query) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("size", size);
    request.put("track_total_hits", false);
    request.put("_source", false);
    request.put("stored_fields", "_none_");
    request.put("docvalue_fields", List.of(RankFields.TRAITS));
    request.put("query", query);
    return request;
  }

  /// What must match, with the scores of all words in each field under the name of the field.
  private static Map<String, Object> bool(Map<String, Object> must, ClusterWords.Text text) {
    List<Object> named = new ArrayList<>();
    text.fields()
        .forEach(
            (field, words) -> {
              List<ClusterWords.Word> scored =
                  FirstStage.rarest(words.words(), FirstStage.WORDS_TO_SCORE);
              if (!scored.isEmpty()) {
                List<Object> terms = scored.stream().<Object>map(each -> term(each, 1)).toList();
                named.add(
                    Map.of("bool", Map.of("should", terms, "_name", field, "boost", UNNOTICED)));
              }
            });
    return Map.of("bool", Map.of("must", List.of(must), "should", named));
  }

  private static Map<String, Object> finding(CandidateQuery query, ClusterWords.Text text) {
    List<Object> any = new ArrayList<>();
    for (FirstStage.Feature each : FirstStage.features(query)) {
      String feature = RankFields.features(query.kind()) + "." + RankFields.feature(each.name());
      any.add(
          Map.of(
              "rank_feature",
              Map.of(
                  "field",
                  feature,
                  "boost",
                  each.weight(),
                  "saturation",
                  Map.of("pivot", FirstStage.PIVOT))));
    }
    FirstStage.FIELDS.forEach(
        (field, weight) ->
            FirstStage.rarest(text.of(field).words(), FirstStage.WORDS_TO_FIND)
                .forEach(word -> any.add(term(word, weight))));
    return any.isEmpty() ? NOTHING : Map.of("bool", Map.of("should", any));
  }

  private static Map<String, Object> term(ClusterWords.Word word, float weight) {
    return Map.of("term", Map.of(word.field(), Map.of("value", word.text(), "boost", weight)));
  }
}
