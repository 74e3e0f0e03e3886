package greenpair.web.answers;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.message.Message;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recommendations for a city, for one need, and for what a body describes.
record RecommendationHandler(Recommender recommender) {
  AnswerEndpoint.ParsedRequest ofCity(Input input) {
    Optional<City> city = input.cityInPath();
    Parameters parameters =
        input.parameters("kind", "need", "from", "limit", "diverse", "explore", "lang");
    Kind kind = kind(parameters);
    EntryId need = input.need("need", parameters.one("need"), city.map(Entry::id).orElse(null));
    int from = parameters.from();
    int limit = parameters.limit(RecommendationRequest.DEFAULT_LIMIT);
    boolean diverse = parameters.flag("diverse");
    Long explore = explore(input, parameters, diverse);
    Language language = parameters.language();
    input.check();
    EntryId id = city.orElseThrow().id();
    return wanted(
        new RecommendationRequest(kind, id, null, need, null, limit, from, diverse, false, explore),
        language);
  }

  AnswerEndpoint.ParsedRequest ofNeed(Input input) {
    Optional<Need> need = input.inPath(Kind.NEED).map(Need.class::cast);
    Parameters parameters = input.parameters("kind", "from", "limit", "diverse", "explore", "lang");
    Kind kind = kind(parameters);
    int from = parameters.from();
    int limit = parameters.limit(RecommendationRequest.DEFAULT_LIMIT);
    boolean diverse = parameters.flag("diverse");
    Long explore = explore(input, parameters, diverse);
    Language language = parameters.language();
    input.check();
    Need found = need.orElseThrow();
    EntryId city = found.city();
    return wanted(
        new RecommendationRequest(
            kind, city, null, found.id(), null, limit, from, diverse, false, explore),
        language);
  }

  AnswerEndpoint.ParsedRequest described(Input input) {
    input.parameters();
    RecommendationBody.ParsedBody body = RecommendationBody.read(input, input.body());
    return wanted(body.request(), body.language());
  }

  private static @Nullable Long explore(Input input, Parameters parameters, boolean diverse) {
    String word = parameters.one("explore");
    if (word == null) {
      return null;
    }
    if (diverse) {
      input.fault(
          "explore",
          word,
          Message.of("check.not_with", "other", "diverse"),
          Message.of("next.leave_one_out"));
    }
    return (Long) (long) parameters.whole("explore", Integer.MAX_VALUE, 0);
  }

  private static Kind kind(Parameters parameters) {
    return parameters.kind(Kind.RANKED, List.of(Kind.FIRM)).getFirst();
  }

  private AnswerEndpoint.ParsedRequest wanted(
      RecommendationRequest request, @Nullable Language language) {
    return new AnswerEndpoint.ParsedRequest(
        request, language, snapshot -> recommender.recommend(request, snapshot));
  }
}
