package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Counts of facets over all kinds, the most frequent value first.
final class Facets {
  private static final String KIND = "kind";

  /// Values of a facet that are given at most, besides the selected ones. A page shows half of
  /// them.
  private static final int MOST_VALUES = 15;

  private Facets() {}

  /// The kinds, and every facet that has a value among the hits or is narrowed.
  static List<SearchResponse.FacetCounts> of(PlannedSearch asked, MergedHits ranking) {
    List<SearchResponse.FacetCounts> facets = new ArrayList<>();
    facets.add(kinds(asked.request(), ranking));
    for (Facet facet : Facet.values()) {
      Map<String, Long> counts = new HashMap<>();
      for (EntryQuery.Found found : ranking.found().values()) {
        found
            .facets()
            .getOrDefault(facet, Map.of())
            .forEach((value, count) -> counts.merge(value, (long) count, Long::sum));
      }
      if (facet == Facet.COUNTRY) {
        // An entry from elsewhere may sell there, which is no reason to offer what is not wanted.
        counts.keySet().removeAll(asked.conditions().outside());
      }
      Set<String> selected = asked.chosen(facet);
      if (!counts.isEmpty() || !selected.isEmpty()) {
        facets.add(of(facet, counts, selected));
      }
    }
    return facets;
  }

  private static SearchResponse.FacetCounts kinds(SearchRequest request, MergedHits ranking) {
    List<SearchResponse.Value> values = new ArrayList<>();
    for (Kind kind : request.all()) {
      long count = ranking.total(kind);
      if (count > 0 || request.kinds().contains(kind)) {
        values.add(new SearchResponse.Value(kind.word(), count));
      }
    }
    Set<String> selected =
        request.kinds().stream().map(Kind::word).collect(Collectors.toCollection(TreeSet::new));
    return new SearchResponse.FacetCounts(KIND, sorted(values), selected);
  }

  /// @param selected values that are chosen; shown even with no hit, so that they can be let go
  private static SearchResponse.FacetCounts of(
      Facet facet, Map<String, Long> counts, Set<String> selected) {
    Set<String> shown = new HashSet<>(selected);
    if (counts.size() <= MOST_VALUES) {
      shown.addAll(counts.keySet());
    } else {
      counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST_VALUES)
          .forEach(each -> shown.add(each.getKey()));
    }
    List<SearchResponse.Value> values = new ArrayList<>();
    for (String value : shown) {
      values.add(new SearchResponse.Value(value, counts.getOrDefault(value, 0L)));
    }
    return new SearchResponse.FacetCounts(facet.word(), sorted(values), new TreeSet<>(selected));
  }

  private static List<SearchResponse.Value> sorted(List<SearchResponse.Value> values) {
    values.sort(
        Comparator.comparingLong(SearchResponse.Value::count)
            .reversed()
            .thenComparing(SearchResponse.Value::value));
    return values;
  }
}
