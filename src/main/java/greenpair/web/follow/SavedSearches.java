package greenpair.web.follow;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.index.read.Snapshot;
import greenpair.search.SearchRequest;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.SearchHandler;
import greenpair.web.answers.SearchHandler.SearchFilter;
import greenpair.web.http.RefusedException;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import greenpair.web.input.Rules;

/// Searches as they are saved: the query of `/api/v1/search` without place and length.
public record SavedSearches(LiveAnswerParts answerParts) {
  static final int LONGEST = 2_000;
  private static final int HITS = 100;
  private static final String ADDRESS = "/api/v1/search";

  public static Set<String> names() {
    return Rules.keys(SearchFilter.class);
  }

  /// Reads a query; nothing if the API would refuse it or it asks for nothing.
  Optional<SearchRequest> request(String query, Snapshot snapshot) {
    ApiRequest asked = ApiRequest.of(new ApiRequest.Target(ADDRESS, query, null), Map.of());
    Input input = new Input(asked, snapshot);
    try {
      SearchRequest request =
          input
              .query(SearchFilter.class, made -> SearchHandler.check(input, made))
              .request(Kind.SEARCHED, EntryQuery.Order.RELEVANCE, Language.EN, HITS);
      boolean isEmpty =
          request.text().isEmpty() && request.narrowing().equals(SearchRequest.Narrowing.NONE);
      return isEmpty ? Optional.empty() : Optional.of(request);
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  /// The first hits; none for a query that can be asked no longer.
  public List<Entry> hits(String query, Snapshot snapshot) {
    return request(query, snapshot)
        .map(
            request ->
                List.copyOf(
                    answerParts.of(snapshot).search().ranking(request, HITS, snapshot).keySet()))
        .orElse(List.of());
  }
}
