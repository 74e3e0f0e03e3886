package greenpair.web.answers;

import module java.base;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.match.RecommendationRequest;
import greenpair.web.input.Input;
import greenpair.web.input.Rules;
import greenpair.web.input.Slice;
import org.jspecify.annotations.Nullable;

/// The opportunities of a partner, packages for a need, and gaps of the catalog.
record MatchingHandler(LiveAnswerParts answerParts) {
  /// @param kind of the partner; null for whichever kind has an entry with the id
  record Opportunities(
      @Rule.OneOf({"firm", "financier", "expert"}) @Rules.Example("financier") @Nullable Kind kind,
      @JsonUnwrapped Packages part) {}

  record Packages(
      @JsonUnwrapped Slice.Start start,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Rules.Default("10") int limit,
      @Nullable Language lang) {}

  AnswerEndpoint.ParsedRequest opportunities(Input input) {
    List<Entry> partner = new ArrayList<>();
    Opportunities sent =
        input.query(
            Opportunities.class,
            made ->
                input
                    .inPath(made.kind() == null ? Kind.PARTNERS : List.of(made.kind()))
                    .ifPresent(partner::add));
    EntryId id = partner.getFirst().id();
    Kind kind = partner.getFirst().kind();
    int from = sent.part().start().from();
    int limit = sent.part().limit();
    return new AnswerEndpoint.ParsedRequest(
        sent.part().lang(),
        snapshot ->
            answerParts.recommender(snapshot).opportunities(kind, id, from, limit, snapshot));
  }

  AnswerEndpoint.ParsedRequest packages(Input input) {
    Optional<Entry> need = input.inPath(Kind.NEED);
    Packages sent = input.query(Packages.class);
    EntryId id = need.orElseThrow().id();
    int from = sent.start().from();
    return new AnswerEndpoint.ParsedRequest(
        sent.lang(),
        snapshot -> answerParts.recommender(snapshot).packages(id, from, sent.limit(), snapshot));
  }

  AnswerEndpoint.ParsedRequest gaps(Input input) {
    Slice.InLanguage sent = input.query(Slice.InLanguage.class);
    int from = sent.slice().start().from();
    return new AnswerEndpoint.ParsedRequest(
        sent.lang(),
        snapshot -> answerParts.recommender(snapshot).gaps(from, sent.slice().limit(), snapshot));
  }
}
