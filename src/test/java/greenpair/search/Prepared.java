package greenpair.search;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.read.KindQuery;
import greenpair.index.read.Snapshot;
import greenpair.search.query.SearchQuery;
import java.util.List;
import java.util.Map;

/// Queries made ready, for measuring what comes after.
public final class Prepared {
  private Prepared() {}

  /// The best hit of a query over some kinds.
  ///
  /// @param isByWords whether the query has no concept and is no name
  /// @param isRendered whether entries say its words in the other language
  /// @param words different words and pairs of characters
  /// @param document `kind:id`; empty where nothing was found
  public record Best(
      boolean isByWords,
      Language language,
      boolean isRendered,
      int words,
      double score,
      String document) {}

  /// What silence is decided from.
  public static Best best(Search search, List<Kind> kinds, String text, Snapshot snapshot) {
    SearchRequest request = SearchRequest.of(kinds, text, 1);
    PlannedSearch asked = search.ask(request, snapshot);
    List<SearchQuery> queries =
        kinds.stream()
            .filter(asked.queries()::containsKey) // A kind without entries has no query.
            .map(kind -> asked.query(kind).query())
            .toList();
    boolean isByWords = queries.stream().allMatch(SearchQuery::isByWords);
    double score = 0;
    String document = "";
    for (Map.Entry<Entry, Double> first : search.ranking(request, 1, snapshot).entrySet()) {
      score = first.getValue();
      document = first.getKey().kind().word() + ":" + first.getKey().id();
    }
    return new Best(
        isByWords,
        queries.getFirst().language(),
        queries.stream().anyMatch(SearchQuery::isRendered),
        queries.getFirst().length(),
        score,
        document);
  }

  public static KindQuery query(Search search, Kind kind, String text, Snapshot snapshot) {
    return planned(search, kind, text, snapshot).index();
  }

  static PlannedKind planned(Search search, Kind kind, String text, Snapshot snapshot) {
    return search.ask(SearchRequest.of(List.of(kind), text, 10), snapshot).query(kind);
  }
}
