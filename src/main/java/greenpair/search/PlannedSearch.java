package greenpair.search;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.contract.Facet;
import greenpair.index.read.KindQuery;
import greenpair.index.read.Snapshot;
import greenpair.search.query.SearchQuery;
import greenpair.search.read.ReadQuery;
import greenpair.search.settings.SearchSettings;

/// An interpreted search with the query of each kind, over one snapshot.
///
/// @param selection what hits of all kinds are narrowed to
/// @param queries of the kinds of the request that have entries; of all if none has
/// @param isLenient whether matches have only a part of the query, because no entry has all
/// @param isAnswered whether entries match enough of the query
record PlannedSearch(
    SearchRequest request,
    ReadQuery read,
    SearchQuery.Selection selection,
    Map<Kind, PlannedKind> queries,
    boolean isLenient,
    boolean isAnswered,
    Snapshot snapshot) {
  /// The query of one kind, as interpreted and as the index answers it.
  ///
  /// @param shares of each part in the score, in the order of the parts; empty for a query that
  ///     matches everything
  record PlannedKind(SearchQuery query, Map<SearchSettings.Part, Double> shares, KindQuery index) {
    /// The values of the parts for documents, in the given order.
    List<Map<SearchSettings.Part, Double>> values(List<Integer> docs) {
      return index.values(docs).stream().map(this::named).toList();
    }

    private Map<SearchSettings.Part, Double> named(double[] values) {
      Map<SearchSettings.Part, Double> named = new EnumMap<>(SearchSettings.Part.class);
      int next = 0;
      for (SearchSettings.Part part : shares.keySet()) {
        named.put(part, values[next++]);
      }
      return named;
    }
  }

  PlannedKind query(Kind kind) {
    return Objects.requireNonNull(queries.get(kind));
  }

  /// The values of a facet that were chosen.
  Set<String> chosen(Facet facet) {
    return selection.values().getOrDefault(facet, Set.of());
  }
}
