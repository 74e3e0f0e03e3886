package greenpair.pages.search;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.PageText;
import greenpair.pages.view.ViewLinks;
import greenpair.pages.view.Visit;
import greenpair.search.Search;
import greenpair.search.SearchCursor;
import greenpair.search.SearchRequest;
import greenpair.search.SearchResponse;
import greenpair.search.read.QueryBounds;
import org.jspecify.annotations.Nullable;

/// Collects the contents of the search page.
public final class SearchPageBuilder {
  private static final int CITIES = 500;
  private static final int SHOWN = 20;

  /// What a list without words offers; there, deployments and needs would hide the partners.
  private static final List<Kind> BROWSED =
      List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER, Kind.EXPERT, Kind.CITY);

  private SearchPageBuilder() {}

  /// The query of a user.
  ///
  /// @param words at most [SearchRequest#MAX_TEXT] characters; empty for none
  /// @param kinds only these; empty for all
  /// @param facets for each the values of which a hit has at least one
  /// @param order by distance only with a city whose place is known
  /// @param cursor of the page; null for the first one
  public record Criteria(
      String words,
      Set<Kind> kinds,
      Map<Facet, Set<String>> facets,
      Near near,
      EntryQuery.Order order,
      @Nullable String cursor) {
    public boolean isByRelevance() {
      return order == EntryQuery.Order.RELEVANCE;
    }
  }

  /// Where a hit must be proven.
  public enum Near {
    ANYWHERE,
    /// In a climate like that of the user's city.
    CLIMATE,
    CITY
  }

  public static SearchPage of(Criteria asked, Visit visit, Search search, Snapshot snapshot) {
    EntryId id = visit.home();
    City home =
        id == null ? null : snapshot.entry(Kind.CITY, id).map(City.class::cast).orElse(null);
    Near near = near(asked.near(), home);
    boolean isOpen =
        asked.words().isEmpty()
            && asked.kinds().isEmpty()
            && asked.facets().isEmpty()
            && near == Near.ANYWHERE;
    SearchRequest request = isOpen ? null : request(asked, near, home, visit);
    SearchResponse results =
        request == null ? null : results(request, asked.cursor(), search, snapshot);
    ViewLinks links = ViewLinks.of(visit.query());
    return new SearchPage(
        asked,
        near,
        links,
        snapshot.taxonomy().sectors(),
        snapshot.participants(CITIES),
        home,
        results,
        request == null ? "" : table(request),
        results == null ? List.of() : search.names().of(results, snapshot));
  }

  /// Without a city, nothing is near; for a city with unknown climate, no climate is similar.
  private static Near near(Near asked, @Nullable City home) {
    boolean isUnknown = home == null || (asked == Near.CLIMATE && home.koppen() == null);
    return isUnknown ? Near.ANYWHERE : asked;
  }

  /// Words are searched in all kinds, because often only a deployment or a need has them.
  private static List<Kind> covered(Criteria asked) {
    Stream<Kind> more =
        asked.words().isEmpty() ? asked.kinds().stream().sorted() : Kind.SEARCHED.stream();
    return Stream.concat(BROWSED.stream(), more).distinct().toList();
  }

  private static SearchRequest request(
      Criteria asked, Near near, @Nullable City home, Visit visit) {
    boolean isFrom = home != null && home.place() != null && near != Near.CITY;
    EntryQuery.Order order =
        asked.order() == EntryQuery.Order.DISTANCE && !isFrom
            ? EntryQuery.Order.RELEVANCE
            : asked.order();
    return new SearchRequest(
        covered(asked),
        asked.kinds(),
        asked.words(),
        new SearchRequest.Narrowing(
            asked.facets(),
            near == Near.CITY || order == EntryQuery.Order.DISTANCE ? visit.home() : null,
            0,
            near == Near.CLIMATE ? visit.home() : null,
            QueryBounds.Years.ANY),
        order,
        visit.language(),
        SHOWN,
        null);
  }

  /// The same list of the API, from which files are had.
  private static String table(SearchRequest request) {
    List<String> pairs = new ArrayList<>();
    BiConsumer<String, @Nullable Object> pair =
        (name, value) -> {
          if (value != null && !value.toString().isEmpty()) {
            pairs.add(name + "=" + PageText.encode(value.toString()));
          }
        };
    pair.accept("q", request.text());
    (request.kinds().isEmpty() ? request.all() : request.kinds())
        .forEach(each -> pair.accept("kind", each.word()));
    SearchRequest.Narrowing narrowed = request.narrowing();
    narrowed.facets().forEach((facet, all) -> all.forEach(each -> pair.accept(facet.word(), each)));
    pair.accept("city", narrowed.city());
    pair.accept("climate_like", narrowed.climateLike());
    pair.accept("sort", Word.of(request.order()));
    return "/api/v1/search?limit=100&" + String.join("&", pairs);
  }

  private static SearchResponse results(
      SearchRequest request, @Nullable String page, Search search, Snapshot snapshot) {
    // A cursor of another search or generation is old: the list starts again.
    Optional<SearchCursor> cursor =
        Optional.ofNullable(page).flatMap(each -> search.cursor(each, request, snapshot));
    return search.search(request.behind(cursor.orElse(null)), snapshot);
  }
}
