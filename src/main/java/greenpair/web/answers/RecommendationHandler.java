package greenpair.web.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Rule;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recommendations for a city, for one need, and for what a body describes.
public record RecommendationHandler(LiveAnswerParts answerParts) {
  /// What recommendations are wanted.
  ///
  /// @param others how many entries of each other list: leads, peers and the like
  public record RecommendationQuery(
      @Rule.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Default("firm") Kind kind,
      @Rule.Range(min = 0, max = Parameters.FARTHEST) @Rules.Default("0") int from,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Rules.Default("5") int limit,
      @Rule.Range(min = 0, max = RecommendationRequest.MAX_LIMIT) @Nullable Integer others,
      @Nullable Language lang) {
    private RecommendationRequest request(
        @Nullable EntryId city,
        @Nullable City describedCity,
        @Nullable EntryId need,
        RecommendationRequest.@Nullable Described described) {
      int rest = RecommendationHandler.others(others, limit, from);
      return new RecommendationRequest(
          kind, city, describedCity, need, described, limit, rest, from, false);
    }
  }

  /// @param need of the city; null for all
  record OfCity(
      @JsonUnwrapped RecommendationQuery wanted,
      @Rules.Example("us-ca-losangeles-n2") @Nullable String need) {}

  /// What is needed where: a need of the catalog, or one in words or codes.
  public record DescribedNeed(
      @JsonUnwrapped RecommendationQuery wanted,
      @Rule.Form(value = "", rule = "recommend.city")
          @Rules.Required(
              value = "what.described_city",
              example = "\"us-ca-losangeles\", {\"country\": \"CN\"}")
          CityOrId city,
      @Rules.Known(value = Kind.NEED, cityIn = "city") @Nullable EntryId need,
      @Rules.Default("") String text,
      List<Code> technologies,
      @Rule.Under("FIN") List<Code> instruments,
      @Nullable Money budget)
      implements Request {
    /// There is exactly one way to say what is needed.
    @Override
    public void check(BodyFields fields) {
      if (fields.isMissing("need")) {
        if (fields.isMissing("text") && fields.isMissing("technologies")) {
          fields.fault(
              "text",
              Message.of("recommend.need_required"),
              Message.of("recommend.need_required.next"));
        }
        return;
      }
      for (String key : List.of("text", "technologies", "instruments", "budget")) {
        if (!fields.isMissing(key)) {
          fields.fault(
              key, Message.of("check.not_with", "other", "need"), Message.of("next.leave_one_out"));
        }
      }
      if (need != null && city instanceof CityOrId.CityDescription) {
        fields.fault(
            "need",
            Message.of("recommend.need_of_described"),
            Message.of("recommend.need_of_described.next"));
      }
    }

    RecommendationRequest request() {
      return wanted.request(
          city.known(),
          city instanceof CityOrId.CityDescription described ? described.city() : null,
          need,
          need != null
              ? null
              : new RecommendationRequest.Described(
                  text, technologies, instruments, budget, Attributes.NONE));
    }
  }

  /// No entry of the other lists, if nothing else is wanted: their totals are in every response.
  public static int others(@Nullable Integer wanted, int limit, int from) {
    return wanted == null ? RecommendationRequest.others(limit, from, 0) : wanted;
  }

  AnswerEndpoint.ParsedRequest ofCity(Input input) {
    Optional<City> city = input.inPath(Kind.CITY).map(City.class::cast);
    EntryId id = city.map(Entry::id).orElse(null);
    OfCity sent =
        input.query(
            OfCity.class,
            made -> {
              var _ = input.need("need", made.need(), id);
            });
    EntryId need = sent.need() == null ? null : new EntryId(sent.need());
    return wanted(sent.wanted(), city.orElseThrow().id(), need);
  }

  AnswerEndpoint.ParsedRequest ofNeed(Input input) {
    Optional<Need> need = input.inPath(Kind.NEED).map(Need.class::cast);
    RecommendationQuery sent = input.query(RecommendationQuery.class);
    return wanted(sent, need.orElseThrow().city(), need.orElseThrow().id());
  }

  AnswerEndpoint.ParsedRequest described(Input input) {
    DescribedNeed sent = input.body(DescribedNeed.class);
    return wanted(sent.request(), sent.wanted().lang());
  }

  private AnswerEndpoint.ParsedRequest wanted(
      RecommendationQuery sent, EntryId city, @Nullable EntryId need) {
    return wanted(sent.request(city, null, need, null), sent.lang());
  }

  private AnswerEndpoint.ParsedRequest wanted(
      RecommendationRequest request, @Nullable Language language) {
    return new AnswerEndpoint.ParsedRequest(
        language, snapshot -> answerParts.recommender(snapshot).recommend(request, snapshot));
  }
}
