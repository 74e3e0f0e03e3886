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
import greenpair.program.ProgramStore;
import greenpair.program.Revision;
import greenpair.program.access.Caller;
import greenpair.program.access.RequestOrigin;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.auth.Guard;
import greenpair.web.http.RequestId;
import greenpair.web.input.Parameters;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

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
  public void recommendations(Context context) {
    Caller caller = guard.caller(context);
    context.header("Cache-Control", "private, no-cache");
    answering.answer(
        context,
        input -> {
          Parameters parameters = input.parameters("kind", "from", "limit", "diverse", "lang");
          Kind kind = parameters.kind(Kind.RANKED, List.of(Kind.FIRM)).getFirst();
          int from = parameters.from();
          int limit = parameters.limit(RecommendationRequest.DEFAULT_LIMIT);
          boolean diverse = parameters.flag("diverse");
          Language language = parameters.language();
          input.check();
          Revision revision = need(context.pathParam("id"), caller);
          Need need = (Need) visible(context, caller, revision);
          boolean known = input.snapshot().city(need.city()).isPresent();
          RecommendationRequest request =
              new RecommendationRequest(
                  kind,
                  known ? need.city() : null,
                  known ? null : city(context, caller, need.city()),
                  null,
                  RecommendationRequest.Described.of(need),
                  limit,
                  from,
                  diverse,
                  false,
                  null);
          return new AnswerEndpoint.ParsedRequest(
              request, language, snapshot -> recommender.recommend(request, snapshot));
        });
  }

  private Revision need(String word, Caller caller) {
    try {
      EntryId id = new EntryId(word);
      return store
          .read(records -> records.revisions().latest(Kind.NEED, id, caller))
          .orElseThrow(() -> ReadEndpoint.noSuchRecord(word));
    } catch (IllegalArgumentException e) {
      throw ReadEndpoint.noSuchRecord(word);
    }
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
