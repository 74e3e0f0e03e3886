package greenpair.web.answers;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import greenpair.search.Search;
import greenpair.search.SearchCursor;
import greenpair.search.SearchRequest;
import greenpair.search.Suggestions;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds entries by words and by what they are narrowed to.
record SearchHandler(LiveAnswerParts engines) {
  /// A request with the configuration under which it is answered, which a cache must distinguish.
  private record Under(String configuration, Object request) {}

  private record Typed(String text, int limit) {}

  AnswerEndpoint.ParsedRequest suggestions(Input input) {
    Parameters parameters = input.parameters("q", "limit");
    String text = parameters.words();
    int limit = parameters.limit(SearchRequest.DEFAULT_LIMIT);
    if (text.length() > Suggestions.LONGEST) {
      input.fault(
          "q",
          text,
          Message.of("search.completed", "most", Suggestions.LONGEST),
          Message.of("search.completed.next"));
    }
    input.check();
    AnswerParts now = engines.of(input.snapshot().configuration());
    return new AnswerEndpoint.ParsedRequest(
        new Under(now.configuration(), new Typed(text, limit)),
        null,
        snapshot -> now.suggestions().of(text, limit, snapshot));
  }

  AnswerEndpoint.ParsedRequest everything(Input input) {
    return wanted(input, SearchRequest.EVERYTHING);
  }

  AnswerEndpoint.ParsedRequest solutions(Input input) {
    return wanted(input, List.of(Kind.SOLUTION));
  }

  AnswerEndpoint.ParsedRequest partners(Input input) {
    return wanted(input, Kind.PARTNERS);
  }

  private AnswerEndpoint.ParsedRequest wanted(Input input, List<Kind> kinds) {
    AnswerParts now = engines.of(input.snapshot().configuration());
    Parameters parameters = input.parameters(known(kinds));
    Language language = parameters.language();
    SearchRequest request =
        new SearchRequest(
            kinds,
            parameters.kinds(kinds),
            parameters.words(),
            parameters.facets(),
            input.city("city", parameters.one("city")),
            climate(input, parameters),
            parameters.order(),
            Objects.requireNonNullElse(language, Language.EN),
            parameters.limit(SearchRequest.DEFAULT_LIMIT),
            null);
    SearchRequest paged = behind(request, input, parameters.one("cursor"), now.search());
    input.check();
    return new AnswerEndpoint.ParsedRequest(
        new Under(now.configuration(), paged),
        language,
        snapshot -> now.search().search(paged, snapshot));
  }

  private static String[] known(List<Kind> kinds) {
    List<String> known = new ArrayList<>(List.of("q"));
    if (kinds.size() > 1) {
      known.add("kind");
    }
    for (Facet facet : Facet.values()) {
      known.add(facet.word());
    }
    known.addAll(List.of("city", "climate_like", "sort", "limit", "cursor", "lang"));
    return known.toArray(new String[0]);
  }

  /// A city whose climate is unknown is like none, which is a fault and not an empty answer.
  private static @Nullable EntryId climate(Input input, Parameters parameters) {
    String word = parameters.one("climate_like");
    EntryId city = input.city("climate_like", word);
    if (city != null && input.snapshot().city(city).orElseThrow().koppen() == null) {
      input.fault(
          "climate_like",
          city.value(),
          Message.of("search.climate"),
          Message.of("search.climate.next"));
    }
    return city;
  }

  private static SearchRequest behind(
      SearchRequest request, Input input, @Nullable String word, Search search) {
    if (word == null) {
      return request;
    }
    Optional<SearchCursor> cursor =
        SearchCursor.of(word)
            .filter(each -> each.basis().equals(search.basis(input.snapshot())))
            .filter(each -> each.search().equals(request.fingerprint()))
            .filter(each -> request.all().contains(each.kind()));
    if (cursor.isEmpty()) {
      input.fault("cursor", word, Message.of("search.cursor"), Message.of("search.cursor.next"));
    }
    return request.behind(cursor.orElse(null));
  }
}
