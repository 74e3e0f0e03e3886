package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.search.query.SearchQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// An interpreted search with the query of each kind, over one snapshot.
///
/// @param selection what hits of all kinds are narrowed to
/// @param queries of the kinds of the request that have entries; of all if none has
/// @param isAnswered whether entries match enough of the query
/// @param unmatched words that no searched kind has, as they were written
record PlannedSearch(
    SearchRequest request,
    Interpretation understanding,
    Conditions conditions,
    SearchQuery.Selection selection,
    Map<Kind, PlannedKind> queries,
    List<String> unmatched,
    boolean isAnswered,
    Snapshot snapshot) {
  PlannedKind query(Kind kind) {
    return Objects.requireNonNull(queries.get(kind));
  }

  /// The same without a time limit for reading its hits.
  PlannedSearch unlimited() {
    return new PlannedSearch(
        request,
        understanding,
        conditions,
        selection,
        queries,
        unmatched,
        isAnswered,
        snapshot.unlimited());
  }

  /// The values of a facet that were chosen.
  Set<String> chosen(Facet facet) {
    return selection.values().getOrDefault(facet, Set.of());
  }
}
