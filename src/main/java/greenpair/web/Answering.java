package greenpair.web;

import greenpair.catalog.Language;
import greenpair.catalog.Taxonomy;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// The frame of every request that the index answers: acquire one snapshot, read, take the
/// answer from the cache or make it, reply, release. Whatever is published meanwhile, the
/// request sees one generation.
final class Answering {
  private final LiveIndex live;
  private final Taxonomy taxonomy;
  private final AnswerCache cache;
  private final Json json;
  private final Replies replies;
  private final NearNames near = new NearNames();

  Answering(LiveIndex live, Taxonomy taxonomy, AnswerCache cache, Json json, Replies replies) {
    this.live = live;
    this.taxonomy = taxonomy;
    this.cache = cache;
    this.json = json;
    this.replies = replies;
  }

  /// Reads a request.
  interface Reading {
    /// What is wanted.
    ///
    /// @throws RefusedException with all faults
    Wanted read(Input input);
  }

  /// Makes the answer.
  interface Making {
    Object make(Snapshot snapshot);
  }

  /// What a valid request wants.
  ///
  /// @param request a record that says all that the answer depends on, besides generation,
  ///     configuration and language
  /// @param language what texts are narrowed to; null for both languages
  record Wanted(Object request, @Nullable Language language, Making making) {}

  /// Answers the request.
  ///
  /// @throws greenpair.index.NoGenerationException when nothing can be served
  void answer(Context context, Reading reading) {
    try (Snapshot snapshot = live.acquire()) {
      Checks checks = new Checks(new Faults(), taxonomy);
      Wanted wanted = reading.read(new Input(Sent.of(context), snapshot, checks, near));
      Answered answer =
          cache.get(
              snapshot.manifest(),
              snapshot.configuration(),
              wanted.request(),
              wanted.language(),
              () -> json.write(wanted.making().make(snapshot), wanted.language()));
      replies.answer(context, answer, wanted.language());
    }
  }
}
