package greenpair.search;

import greenpair.index.read.KindQuery;
import greenpair.search.query.SearchQuery;
import greenpair.search.settings.SearchSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
