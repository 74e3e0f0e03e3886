package greenpair.search;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.EntryQuery;
import greenpair.search.PlannedSearch.PlannedKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hits of all kinds, merged into one order: by score, name or number, then by kind, then by
/// place in the catalog.
///
/// @param found by kind; all kinds of the request
/// @param places of the wanted kinds, in order
record MergedHits(Map<Kind, EntryQuery.Found> found, List<Ranked> places) {
  /// One hit before its record is read.
  record Ranked(Kind kind, EntryQuery.Place place) {}

  /// @param depth how many places are kept at most
  /// @param isCounting whether the values of facets are counted
  static MergedHits of(PlannedSearch asked, int depth, boolean isCounting) {
    SearchRequest request = asked.request();
    Map<Kind, EntryQuery.Found> found = new EnumMap<>(Kind.class);
    List<Ranked> places = new ArrayList<>();
    for (Kind kind : request.all()) {
      PlannedKind query = asked.queries().get(kind);
      if (query == null || !asked.isAnswered() || !request.isWanted(kind)) {
        long total = query != null && asked.isAnswered() && isCounting ? query.index().count() : 0;
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
  static List<Ranked> among(PlannedSearch asked, Map<Kind, Set<EntryId>> entries) {
    SearchRequest request = asked.request();
    List<Ranked> places = new ArrayList<>();
    for (Kind kind : request.all()) {
      Set<EntryId> ids = entries.getOrDefault(kind, Set.of());
      PlannedKind query = asked.queries().get(kind);
      if (query != null && request.isWanted(kind) && !ids.isEmpty()) {
        asked
            .snapshot()
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
          case RELEVANCE -> Comparator.comparingDouble((Ranked each) -> -each.place.score());
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
}
