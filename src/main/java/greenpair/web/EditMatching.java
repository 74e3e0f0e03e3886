package greenpair.web;

import greenpair.catalog.City;
import greenpair.catalog.EntryCodec;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.match.Ranker;
import greenpair.match.Recommender;
import greenpair.match.Request;
import greenpair.program.Caller;
import greenpair.program.ProgramStore;
import greenpair.program.Revision;
import greenpair.program.Tier;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Recommendations for a need that was typed in, before it is part of any catalog.
///
/// What is private counts only for a caller who may see it. For every other one the answer is made
/// without it: a score that was moved by a hidden budget would tell of the budget.
final class EditMatching {
  private final Answering answering;
  private final Recommender recommender;
  private final ProgramStore store;
  private final Guard guard;
  private final EntryCodec codec;
  private final InstantSource clock;

  EditMatching(
      Answering answering,
      Recommender recommender,
      ProgramStore store,
      Guard guard,
      EntryCodec codec,
      InstantSource clock) {
    this.answering = answering;
    this.recommender = recommender;
    this.store = store;
    this.guard = guard;
    this.codec = codec;
    this.clock = clock;
  }

  void recommendations(Context context) {
    Caller caller = guard.caller(context);
    answering.answer(
        context,
        input -> {
          Parameters parameters = input.parameters("kind", "limit", "diverse", "lang");
          Kind kind = parameters.kind(Ranker.KINDS, List.of(Kind.FIRM)).getFirst();
          int limit = parameters.limit(Request.DEFAULT_LIMIT);
          boolean diverse = parameters.flag("diverse");
          Language language = parameters.language();
          input.check();
          Revision revision = need(context.pathParam("id"));
          boolean all = caller.maySee(Tier.PRIVATE, revision.city());
          if (all) {
            audit(context, caller, revision);
          }
          Need need = (Need) codec.decode(revision.line().getBytes(StandardCharsets.UTF_8));
          Set<String> hidden = all ? Set.of() : revision.privateFields();
          boolean known = input.snapshot().city(need.city()).isPresent();
          Request request =
              new Request(
                  kind,
                  known ? need.city() : null,
                  known ? null : typedIn(need.city()),
                  null,
                  described(need, hidden),
                  limit,
                  diverse,
                  false);
          return new Answering.Wanted(
              request, language, snapshot -> recommender.recommend(request, snapshot));
        });
    context.header("Cache-Control", "private, no-cache");
  }

  private Revision need(String word) {
    try {
      EntryId id = new EntryId(word);
      return store
          .read(records -> records.revisions().latest(Kind.NEED, id))
          .orElseThrow(() -> ProgramReading.noSuchRecord(word));
    } catch (IllegalArgumentException e) {
      throw ProgramReading.noSuchRecord(word);
    }
  }

  private City typedIn(EntryId city) {
    Revision profile =
        store
            .read(records -> records.revisions().latest(Kind.CITY, city))
            .orElseThrow(() -> ProgramReading.noSuchRecord(city.value()));
    return (City) codec.decode(profile.line().getBytes(StandardCharsets.UTF_8));
  }

  private static Request.Described described(Need need, Set<String> hidden) {
    String text =
        Stream.of(need.name(), hidden.contains("description") ? null : need.profile().description())
            .flatMap(EditMatching::words)
            .collect(Collectors.joining("\n"));
    return new Request.Described(
        text,
        hidden.contains("technologies") ? List.of() : need.technologies(),
        hidden.contains("instruments") ? List.of() : need.instruments(),
        hidden.contains("budget") ? null : need.budget());
  }

  private static Stream<String> words(@Nullable Text text) {
    return text == null
        ? Stream.empty()
        : Stream.of(text.en(), text.zh()).flatMap(Stream::ofNullable);
  }

  private void audit(Context context, Caller caller, Revision revision) {
    if (!revision.privateFields().isEmpty()) {
      String subject =
          "need " + revision.entry() + ": " + String.join(", ", revision.privateFields());
      store.write(
          records -> {
            records
                .audit()
                .add(caller, clock.instant(), "private.match", subject, RequestId.of(context));
            return subject;
          });
    }
  }
}
