package greenpair.web.answers;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import java.util.Optional;

/// The opportunities of a partner, packages for a need, and gaps of the catalog.
record MatchingHandler(Recommender recommender) {
  private record Opportunities(Kind kind, EntryId partner, int from, int limit) {}

  private record Packages(EntryId need, int from, int limit) {}

  private record Gaps(int from, int limit) {}

  AnswerEndpoint.ParsedRequest opportunities(Input input) {
    Parameters parameters = input.parameters("kind", "from", "cursor", "limit", "lang");
    Optional<Entry> partner = input.inPath(parameters.kind(Kind.PARTNERS, Kind.PARTNERS));
    int from = parameters.place();
    int limit = parameters.limit(RecommendationRequest.DEFAULT_LIMIT);
    Language language = parameters.language();
    input.check();
    EntryId id = partner.orElseThrow().id();
    Kind kind = partner.orElseThrow().kind();
    return new AnswerEndpoint.ParsedRequest(
        new Opportunities(kind, id, from, limit),
        language,
        snapshot -> recommender.opportunities(kind, id, from, limit, snapshot));
  }

  AnswerEndpoint.ParsedRequest packages(Input input) {
    Optional<Entry> need = input.inPath(Kind.NEED);
    Parameters parameters = input.parameters("from", "cursor", "limit", "lang");
    int from = parameters.place();
    int limit = parameters.limit(RecommendationRequest.DEFAULT_LIMIT);
    Language language = parameters.language();
    input.check();
    EntryId id = need.orElseThrow().id();
    return new AnswerEndpoint.ParsedRequest(
        new Packages(id, from, limit),
        language,
        snapshot -> recommender.packages(id, from, limit, snapshot));
  }

  AnswerEndpoint.ParsedRequest gaps(Input input) {
    Parameters parameters = input.parameters("from", "cursor", "limit", "lang");
    int from = parameters.place();
    int limit = parameters.limit(RecommendationRequest.MAX_LIMIT);
    Language language = parameters.language();
    input.check();
    return new AnswerEndpoint.ParsedRequest(
        new Gaps(from, limit), language, snapshot -> recommender.gaps(from, limit, snapshot));
  }
}
