package greenpair.search;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.search.PlannedSearch.PlannedKind;
import org.jspecify.annotations.Nullable;

/// The hits of all kinds, merged into one order: by score, name or number, then by kind, then by
/// place in the catalog.
///
/// @param found by kind; all kinds of the request
/// @param places of the wanted kinds, in order
record MergedHits(Map<Kind, EntryQuery.Found> found, List<Ranked> places) {
  private static final String KIND = "kind";

  /// Values of a facet that are given at most, besides the selected ones. A page shows half of
  /// them.
  private static final int MOST_VALUES = 15;

  /// One hit before its record is read.
  record Ranked(Kind kind, EntryQuery.Place place) {}

  /// @param depth how many places are kept at most
  /// @param isCounting whether the values of facets are counted
  static MergedHits of(PlannedSearch plan, int depth, boolean isCounting) {
    SearchRequest request = plan.request();
    Map<Kind, EntryQuery.Found> found = new EnumMap<>(Kind.class);
    List<Ranked> places = new ArrayList<>();
    for (Kind kind : request.all()) {
      PlannedKind query = plan.queries().get(kind);
      if (query == null || !plan.isAnswered() || !request.isWanted(kind)) {
        long total = query != null && plan.isAnswered() && isCounting ? query.index().count() : 0;
        found.put(kind, new EntryQuery.Found(total, List.of(), Map.of()));
        continue;
      }
      EntryQuery.Found each =
          query
              .index()
              .search(request.order(), request.language(), after(request, kind), depth, isCounting);
      found.put(kind, each);
      each.places().forEach(place -> places.add(new Ranked(kind, place)));
    }
    places.sort(order(request));
    return new MergedHits(found, places.subList(0, Math.min(depth, places.size())));
  }

  /// The hits among some entries of the wanted kinds, best first.
  static List<Ranked> among(PlannedSearch plan, Map<Kind, Set<EntryId>> entries) {
    SearchRequest request = plan.request();
    List<Ranked> places = new ArrayList<>();
    for (Kind kind : request.all()) {
      Set<EntryId> ids = entries.getOrDefault(kind, Set.of());
      PlannedKind query = plan.queries().get(kind);
      if (query != null && request.isWanted(kind) && !ids.isEmpty()) {
        plan.snapshot()
            .among(kind, query.index(), ids)
            .forEach(place -> places.add(new Ranked(kind, place)));
      }
    }
    places.sort(order(request));
    return places;
  }

  /// Matches of all wanted kinds.
  long total(SearchRequest request) {
    return found.keySet().stream().filter(request::isWanted).mapToLong(this::total).sum();
  }

  long total(Kind kind) {
    return Objects.requireNonNull(found.get(kind)).total();
  }

  private static Comparator<Ranked> order(SearchRequest request) {
    Comparator<Ranked> order =
        switch (request.order()) {
          case RELEVANCE ->
              Comparator.comparingLong((Ranked each) -> -each.place.rank())
                  .thenComparingDouble(each -> -each.place.score());
          case NAME -> (a, b) -> Arrays.compareUnsigned(a.place.key(), b.place.key());
          case EVIDENCE, SIZE, DEADLINE, DATE, DISTANCE ->
              Comparator.comparingLong((Ranked each) -> each.place.rank()).reversed();
        };
    return order
        .thenComparingInt(each -> request.all().indexOf(each.kind))
        .thenComparingInt(each -> each.place.doc());
  }

  /// Where a kind continues after a cursor: behind its place in the kind of the last hit; kinds
  /// before it have no more hits with that score, but kinds after it may.
  private static EntryQuery.@Nullable Place after(SearchRequest request, Kind kind) {
    SearchCursor cursor = request.after();
    if (cursor == null || cursor.kind() == kind) {
      return cursor == null ? null : cursor.place();
    }
    boolean isBefore = request.all().indexOf(kind) < request.all().indexOf(cursor.kind());
    EntryQuery.Place place = cursor.place();
    int doc = isBefore ? Integer.MAX_VALUE : -1;
    return new EntryQuery.Place(doc, place.score(), place.key(), place.rank());
  }

  /// Counts over all kinds, the most frequent value first: the kinds, and every facet that has a
  /// value among the hits or is narrowed.
  List<SearchResponse.FacetCounts> facets(PlannedSearch plan) {
    List<SearchResponse.FacetCounts> facets = new ArrayList<>();
    facets.add(kinds(plan.request()));
    for (Facet facet : Facet.values()) {
      Map<String, Long> counts = new HashMap<>();
      for (EntryQuery.Found each : found.values()) {
        each.facets()
            .getOrDefault(facet, Map.of())
            .forEach((value, count) -> counts.merge(value, (long) count, Long::sum));
      }
      if (facet == Facet.COUNTRY) {
        // An entry from elsewhere may sell there, which is no reason to offer what is not wanted.
        counts.keySet().removeAll(plan.read().conditions().outside());
      }
      Set<String> selected = plan.chosen(facet);
      if (!counts.isEmpty() || !selected.isEmpty()) {
        facets.add(counted(facet, counts, selected));
      }
    }
    return facets;
  }

  private SearchResponse.FacetCounts kinds(SearchRequest request) {
    List<SearchResponse.Value> values = new ArrayList<>();
    for (Kind kind : request.all()) {
      long count = total(kind);
      if (count > 0 || request.kinds().contains(kind)) {
        values.add(new SearchResponse.Value(kind.word(), count));
      }
    }
    Set<String> selected =
        request.kinds().stream().map(Kind::word).collect(Collectors.toCollection(TreeSet::new));
    return new SearchResponse.FacetCounts(KIND, sorted(values), selected);
  }

  /// @param selected values that are chosen; shown even with no hit, so that they can be let go
  private static SearchResponse.FacetCounts counted(
      Facet facet, Map<String, Long> counts, Set<String> selected) {
    Map<String, Long> all = new HashMap<>(counts);
    selected.forEach(each -> all.putIfAbsent(each, 0L));
    List<SearchResponse.Value> values = new ArrayList<>();
    all.forEach((value, count) -> values.add(new SearchResponse.Value(value, count)));
    int most = Math.min(MOST_VALUES, sorted(values).size());
    List<SearchResponse.Value> shown = new ArrayList<>(values.subList(0, most));
    values.subList(most, values.size()).stream()
        .filter(each -> selected.contains(each.value()))
        .forEach(shown::add);
    return new SearchResponse.FacetCounts(facet.word(), shown, new TreeSet<>(selected));
  }

  private static List<SearchResponse.Value> sorted(List<SearchResponse.Value> values) {
    values.sort(
        Comparator.comparingLong(SearchResponse.Value::count)
            .reversed()
            .thenComparing(SearchResponse.Value::value));
    return values;
  }
}
