package greenpair.web.answers;

import module java.base;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import greenpair.search.Search;
import greenpair.search.SearchCursor;
import greenpair.search.SearchRequest;
import greenpair.search.Suggestions;
import greenpair.search.read.QueryBounds.Years;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import org.jspecify.annotations.Nullable;

/// Finds entries by words and by what they are narrowed to.
public record SearchHandler(LiveAnswerParts answerParts) {
  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 2200;

  /// More than half of the way round the earth.
  static final int MAX_WITHIN = 20_040;

  /// The beginning of a word.
  record Typed(
      @Rules.Default("") @Rules.Example("heat") String q,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Rules.Default("10") int limit)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (q.length() > Suggestions.LONGEST) {
        fields
            .checks()
            .fault(
                "q",
                q,
                Message.of("check.most_characters", "most", Suggestions.LONGEST),
                Message.of("next.shorten"));
      }
    }
  }

  public record WordQuery(
      @JsonUnwrapped SearchFilter filter,
      @Rules.Default("relevance") EntryQuery.Order sort,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Rules.Default("10") int limit,
      @Nullable String cursor,
      @Nullable Language lang) {}

  AnswerEndpoint.ParsedRequest suggestions(Input input) {
    Typed sent = input.query(Typed.class);
    AnswerParts now = answerParts.of(input.snapshot());
    return new AnswerEndpoint.ParsedRequest(
        null, snapshot -> now.suggestions().of(sent.q(), sent.limit(), snapshot));
  }

  AnswerEndpoint.ParsedRequest search(Input input) {
    AnswerParts now = answerParts.of(input.snapshot());
    List<SearchRequest> requests = new ArrayList<>();
    WordQuery sent =
        input.query(
            WordQuery.class,
            made -> {
              check(input, made.filter());
              checkCity(input, made);
              requests.add(behind(request(made), input, made.cursor(), now.search()));
            });
    SearchRequest request = requests.getFirst();
    return new AnswerEndpoint.ParsedRequest(
        sent.lang(), snapshot -> now.search().search(request, snapshot));
  }

  private static SearchRequest request(WordQuery sent) {
    EntryQuery.Order order = sent.sort() == null ? EntryQuery.Order.RELEVANCE : sent.sort();
    Language language = Objects.requireNonNullElse(sent.lang(), Language.EN);
    return sent.filter().request(SearchRequest.EVERYTHING, order, language, sent.limit());
  }

  /// A city whose climate is unknown is like none, which is a fault and not an empty answer.
  /// Between years that exclude each other, entries without a year would be found.
  public static void check(Input input, SearchFilter sent) {
    EntryId city = sent.climateLike();
    if (city != null && input.snapshot().city(city).orElseThrow().koppen() == null) {
      input.fault(
          "climate_like",
          city.value(),
          Message.of("search.climate"),
          Message.of("search.climate.next"));
    }
    Integer within = sent.within();
    if (within != null && sent.city() == null) {
      input.fault(
          "within",
          within.toString(),
          Message.of("search.no_city"),
          Message.of("search.no_city.next", "other", "city"));
    }
    for (String market : sent.facets().getOrDefault(Facet.MARKET, Set.of())) {
      if (market.matches("[A-Z]{2}-.*")) {
        input.checks().region(Facet.MARKET.word(), market);
      } else if (market.matches("[a-z0-9].*") && !market.equals(Facet.UNKNOWN)) {
        var _ = input.known(Facet.MARKET.word(), market, List.of(Kind.CITY));
      }
    }
    Integer until = sent.untilYear();
    if (sent.fromYear() != null && until != null && until < sent.fromYear()) {
      Message rule = Message.of("value.below", "other", "from_year", "bound", sent.fromYear());
      input.fault("until_year", until.toString(), rule, Message.of("next.correct"));
    }
  }

  /// Distances are measured from a city.
  private static void checkCity(Input input, WordQuery sent) {
    if (sent.filter().city() == null) {
      if (sent.sort() == EntryQuery.Order.DISTANCE) {
        input.fault(
            "sort",
            "distance",
            Message.of("search.no_city"),
            Message.of("search.no_city.next", "other", "city"));
      }
    } else if (sent.sort() == EntryQuery.Order.DISTANCE
        && input.snapshot().city(sent.filter().city()).orElseThrow().place() == null) {
      input.fault(
          "city",
          sent.filter().city().value(),
          Message.of("search.no_place"),
          Message.of("search.no_place.next"));
    }
  }

  private static SearchRequest behind(
      SearchRequest request, Input input, @Nullable String word, Search search) {
    if (word == null || !input.checks().faults().isEmpty()) {
      return request;
    }
    Optional<SearchCursor> cursor = search.cursor(word, request, input.snapshot());
    if (cursor.isEmpty()) {
      input.fault("cursor", word, Message.of("check.cursor"), Message.of("check.cursor.next"));
    }
    return request.behind(cursor.orElse(null));
  }

  /// Words, and what entries are narrowed to.
  ///
  /// @param city in which entries have a verified deployment; null for any
  /// @param within kilometres around that city; null or 0 for the city itself
  /// @param climateLike city in a climate like whose they have one
  /// @param fromYear earliest year in which projects began and needs were stated; null for any
  /// @param untilYear the latest
  public record SearchFilter(
      @Rules.Default("") @Rules.Example("heat pumps") String q,
      @Rules.Searched List<Kind> kind,
      Map<Facet, Set<String>> facets,
      @Rules.Known(Kind.CITY) @Rules.Example("cn-shenzhen") @Nullable EntryId city,
      @Rule.Range(min = 0, max = MAX_WITHIN) @Nullable Integer within,
      @Rules.Known(Kind.CITY) @Rules.Example("cn-jilin") @Nullable EntryId climateLike,
      @Rule.Range(min = FIRST_YEAR, max = LAST_YEAR) @Nullable Integer fromYear,
      @Rule.Range(min = FIRST_YEAR, max = LAST_YEAR) @Nullable Integer untilYear) {
    /// The request of a search.
    ///
    /// @param kinds that are searched if none is named
    public SearchRequest request(
        List<Kind> kinds, EntryQuery.Order order, Language language, int limit) {
      Years years =
          new Years(
              Objects.requireNonNullElse(fromYear, Years.ANY.from()),
              Objects.requireNonNullElse(untilYear, Years.ANY.until()));
      return new SearchRequest(
          kinds,
          new TreeSet<>(kind),
          q,
          new SearchRequest.Narrowing(
              facets, city, within == null ? 0 : within, climateLike, years),
          order,
          language,
          limit,
          null);
    }
  }
}
