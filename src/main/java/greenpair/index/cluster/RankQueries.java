package greenpair.index.cluster;

import greenpair.index.contract.CandidateQuery;
import greenpair.index.document.FirstStageQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The first stage in the query language of OpenSearch.
final class RankQueries {
  /// The scores of all words are returned beside each candidate and must not change its place. A
  /// power of two takes no digit from a score, and this one is lost when it is added to another.
  static final float UNNOTICED = 0x1p-90f;

  /// A lower score is of words that are scored only, so the hit is no candidate.
  static final double LEAST = 0x1p-60;

  /// The cluster refuses more than 1,024 clauses.
  private static final int MOST_CLAUSES = 1_000;

  private static final Map<String, Object> NOTHING = Map.of("match_none", Map.of());

  private RankQueries() {}

  /// The strongest candidates with their traits.
  ///
  /// @throws UnansweredException if the text has too many words for the cluster
  static Map<String, Object> candidates(CandidateQuery query, ClusterWords.Text text) {
    List<Object> finding = finding(query, text);
    Map<String, List<Object>> scored = scored(text);
    int clauses = finding.size() + scored.values().stream().mapToInt(List::size).sum();
    if (clauses > MOST_CLAUSES) {
      throw new UnansweredException(clauses + " words and technologies");
    }
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("size", query.depth());
    request.put("track_total_hits", false);
    request.put("_source", false);
    request.put("stored_fields", "_none_");
    request.put("docvalue_fields", List.of(RankFields.TRAITS));
    request.put("query", finding.isEmpty() ? NOTHING : any(beside(finding, scored)));
    request.put("sort", List.of(Map.of("_score", "desc"), Map.of(RankFields.PLACE, "asc")));
    return request;
  }

  /// All that match.
  static Map<String, Object> count(CandidateQuery query, ClusterWords.Text text) {
    return Map.of("size", 0, "track_total_hits", true, "query", any(finding(query, text)));
  }

  /// What finds candidates, beside the words to score in each field, under the name of the field.
  /// All are alternatives: only then does the cluster skip documents that cannot be among the
  /// strongest.
  private static List<Object> beside(List<Object> finding, Map<String, List<Object>> scored) {
    List<Object> all = new ArrayList<>(finding);
    scored.forEach(
        (field, terms) -> {
          if (!terms.isEmpty()) {
            all.add(Map.of("bool", Map.of("should", terms, "_name", field, "boost", UNNOTICED)));
          }
        });
    return all;
  }

  /// The words to score in each field.
  private static Map<String, List<Object>> scored(ClusterWords.Text text) {
    Map<String, List<Object>> scored = new LinkedHashMap<>();
    text.fields()
        .forEach(
            (field, words) ->
                scored.put(
                    field,
                    FirstStageQuery.rarest(words.words(), FirstStageQuery.WORDS_TO_SCORE).stream()
                        .<Object>map(each -> term(each, 1))
                        .toList()));
    return scored;
  }

  private static Map<String, Object> any(List<Object> clauses) {
    return clauses.isEmpty() ? NOTHING : Map.of("bool", Map.of("should", clauses));
  }

  private static List<Object> finding(CandidateQuery query, ClusterWords.Text text) {
    List<Object> any = new ArrayList<>();
    for (FirstStageQuery.Feature each : FirstStageQuery.features(query)) {
      String feature = RankFields.features(query.kind()) + "." + RankFields.feature(each.name());
      any.add(
          Map.of(
              "rank_feature",
              Map.of(
                  "field", feature,
                  "boost", each.weight(),
                  "saturation", Map.of("pivot", FirstStageQuery.PIVOT))));
    }
    FirstStageQuery.FIELDS.forEach(
        (field, weight) ->
            FirstStageQuery.rarest(text.of(field).words(), FirstStageQuery.WORDS_TO_FIND)
                .forEach(word -> any.add(term(word, weight))));
    return any;
  }

  private static Map<String, Object> term(ClusterWords.Word word, float weight) {
    return Map.of("term", Map.of(word.field(), Map.of("value", word.text(), "boost", weight)));
  }
}
