package greenpair.web;

import greenpair.catalog.Language;
import greenpair.catalog.Taxonomy;
import greenpair.index.Deadline;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The frame of every request that the index answers: acquire one snapshot, read, take the
/// answer from the cache or make it, reply, release. Whatever is published meanwhile, the
/// request sees one generation.
final class Answering {
  private final LiveIndex live;
  private final Searches searches;
  private final Duration within;
  private final Taxonomy taxonomy;
  private final AnswerCache cache;
  private final Json json;
  private final Replies replies;
  private final NearNames near = new NearNames();

  /// @param searches what is searched with now
  /// @param within how long the index may be asked for one answer; zero for no limit
  Answering(
      LiveIndex live,
      Searches searches,
      Taxonomy taxonomy,
      AnswerCache cache,
      Json json,
      Replies replies,
      Duration within) {
    this.live = live;
    this.searches = searches;
    this.within = within;
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
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      replies.answer(context, answered(context, reading, snapshot));
    }
  }

  /// Answers a request whose answer depends on nothing but its address, the catalog and the
  /// configuration: one that was asked before is not read again.
  ///
  /// @throws greenpair.index.NoGenerationException when nothing can be served
  void answerByAddress(Context context, Reading reading) {
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      AnswerCache.Address address = address(context, snapshot);
      Optional<Answered> kept = cache.at(address);
      if (kept.isPresent()) {
        if (Version.isVersioned(context)) {
          Sent.varies(context);
        }
        replies.answer(context, kept.get());
        return;
      }
      Answered answer = answered(context, reading, snapshot);
      cache.note(address, answer);
      replies.answer(context, answer);
    }
  }

  private AnswerCache.Address address(Context context, Snapshot snapshot) {
    boolean asksByHeader = Version.isVersioned(context);
    return new AnswerCache.Address(
        snapshot.manifest().id(),
        List.of(snapshot.configuration(), searches.of(snapshot.configuration()).configuration()),
        context.req().getRequestURI(),
        Objects.requireNonNullElse(context.queryString(), ""),
        asksByHeader ? Asked.preferred(context.header(Header.ACCEPT_LANGUAGE)) : null);
  }

  private Answered answered(Context context, Reading reading, Snapshot snapshot) {
    Checks checks = new Checks(new Faults(), taxonomy);
    Wanted wanted = reading.read(new Input(Sent.of(context), snapshot, checks, near));
    return cache.get(
        snapshot.manifest(),
        snapshot.configuration(),
        wanted.request(),
        wanted.language(),
        () -> json.write(wanted.making().make(snapshot), wanted.language()));
  }
}
