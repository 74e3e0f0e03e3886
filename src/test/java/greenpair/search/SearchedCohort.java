package greenpair.search;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import org.jspecify.annotations.Nullable;

/// The demonstration cohort, indexed and searched.
final class SearchedCohort implements Closeable {
  static final EntryQuery.Order RELEVANCE = EntryQuery.Order.RELEVANCE;
  static final List<Kind> OFFERS = List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER);
  static final List<Kind> ALL = Kind.SEARCHED;

  final Search search;
  final Suggestions suggestions;
  final Snapshot snapshot;
  private final LiveIndex live;

  private SearchedCohort(Path data) throws IOException {
    Workbench workbench = Workbench.demonstration(data);
    search = workbench.search();
    suggestions = new Suggestions("test", workbench.taxonomy());
    live = workbench.open(data);
    snapshot = live.acquire();
  }

  static Shared<SearchedCohort> shared() {
    return new Shared<>(SearchedCohort.class, SearchedCohort::new);
  }

  SearchResponse find(String text) {
    return search.search(SearchRequest.of(OFFERS, text, 10), snapshot);
  }

  /// Among all kinds.
  SearchResponse findAll(String text) {
    return search.search(SearchRequest.of(ALL, text, 50), snapshot);
  }

  List<Entry> entries(SearchResponse results) {
    return results.hits().stream()
        .map(hit -> snapshot.entry(hit.kind(), hit.id()).orElseThrow())
        .toList();
  }

  SearchResponse find(
      List<Kind> kinds,
      String text,
      Map<Facet, Set<String>> facets,
      EntryQuery.Order order,
      int limit,
      @Nullable SearchCursor after) {
    return search.search(
        new SearchRequest(
            kinds,
            Set.of(),
            text,
            SearchRequest.Narrowing.of(facets),
            order,
            Language.EN,
            limit,
            after),
        snapshot);
  }

  List<FacetNames.NamedFacet> named(SearchResponse response) {
    return search.names().of(response, snapshot);
  }

  static List<String> ids(SearchResponse results) {
    return results.hits().stream().map(hit -> hit.kind().word() + ":" + hit.id()).toList();
  }

  /// How many hits of all kinds there are on all pages.
  long count(String text) {
    return search.ranking(SearchRequest.of(ALL, text, 1), Integer.MAX_VALUE, snapshot).size();
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
