package greenpair.web.program;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryCodec;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.program.ProgramStore;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.answers.RecommendationHandler;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.RequestId;
import greenpair.web.input.Parameters;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Recommendations for an entered need that is not in the catalog yet.
///
/// Private fields count only for a caller who may see them. For all others the answer is computed
/// without them, because a score that a hidden budget changed would disclose it.
public record EditMatching(
    AnswerEndpoint answering,
    Recommender recommender,
    ProgramStore store,
    Guard guard,
    EntryCodec codec,
    InstantSource clock) {
  record Asked(
      @Rules.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Default("firm") Kind kind,
      @Rules.Range(min = 0, max = Parameters.FARTHEST) @Rules.Default("0") int from,
      @Rules.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Rules.Default("10") int limit,
      @Rules.Range(min = 0, max = RecommendationRequest.MAX_LIMIT) @Nullable Integer others,
      boolean diverse,
      @Nullable Language lang) {}

  public Route route() {
    return Route.get(
            "/api/v1/edits/need/{id}/recommendations", Access.MEMBER, this::recommendations)
        .as("recommendationsOfEdit", Asked.class, Answer.class)
        .where("id", "typed-1");
  }

  private void recommendations(Context context) {
    Caller caller = guard.caller(context);
    context.header("Cache-Control", "private, no-cache");
    answering.answer(
        context,
        input -> {
          Asked sent = input.query(Asked.class);
          Revision revision = need(context.pathParam("id"), caller);
          Need need = (Need) visible(context, caller, revision);
          boolean known = input.snapshot().city(need.city()).isPresent();
          RecommendationRequest request =
              new RecommendationRequest(
                  sent.kind(),
                  known ? need.city() : null,
                  known ? null : city(context, caller, need.city()),
                  null,
                  RecommendationRequest.Described.of(need),
                  sent.limit(),
                  RecommendationHandler.others(sent.others(), sent.limit(), sent.from()),
                  sent.from(),
                  sent.diverse(),
                  false,
                  null);
          return new AnswerEndpoint.ParsedRequest(
              request, sent.lang(), snapshot -> recommender.recommend(request, snapshot));
        });
  }

  private Revision need(String word, Caller caller) {
    return EntryId.parse(word)
        .flatMap(id -> store.read(all -> all.revisions().latest(Kind.NEED, id, caller)))
        .orElseThrow(() -> ReadEndpoint.noSuchRecord(word));
  }

  private City city(Context context, Caller caller, EntryId city) {
    Revision profile =
        store
            .read(records -> records.revisions().latest(Kind.CITY, city, caller))
            .orElseThrow(() -> ReadEndpoint.noSuchRecord(city.value()));
    return (City) visible(context, caller, profile);
  }

  /// The entry as the caller may see it; private fields that count are audited.
  private Entry visible(Context context, Caller caller, Revision revision) {
    EditHandler.View view = EditHandler.View.of(revision, caller);
    if (!view.privateFields().isEmpty()) {
      String subject = String.join("; ", view.secrets());
      RequestOrigin origin = RequestId.origin(context);
      store.change(
          all -> all.audit().add(caller, clock.instant(), "private.match", subject, origin));
    }
    return codec.decode(view.entry().toString().getBytes(StandardCharsets.UTF_8));
  }
}
