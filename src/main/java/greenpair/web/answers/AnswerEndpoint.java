package greenpair.web.answers;

import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.web.http.CompressedAnswer;
import greenpair.web.http.Json;
import greenpair.web.http.Replies;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The frame of every request that the index answers: acquires one snapshot, parses the request,
/// takes the answer from the cache or computes it, releases the snapshot, and replies. The request
/// sees one generation, whatever is published meanwhile.
///
/// @param within time limit for the index queries of one answer; zero for no limit
public record AnswerEndpoint(LiveIndex live, AnswerCache cache, Duration within) {

  public interface RequestParser {
    /// The parts of a request.
    ///
    /// @throws greenpair.web.http.RefusedException with all faults
    ParsedRequest read(Input input);
  }

  public interface AnswerMaker {
    Object make(Snapshot snapshot);
  }

  /// What a valid request wants.
  ///
  /// @param language what texts are narrowed to; null for both languages
  public record ParsedRequest(@Nullable Language language, AnswerMaker making) {}

  /// Answers a request that is not repeated, or whose answer depends on who asks.
  ///
  /// @throws greenpair.index.generation.NoGenerationException if nothing can be served
  public void answer(Context context, RequestParser parser) {
    CompressedAnswer answer;
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      answer = made(ApiRequest.of(context), parser, snapshot);
    }
    Replies.answer(context, answer); // Who reads it slowly does not hold the generation.
  }

  /// Answers a request whose answer depends only on its address, the catalog and the configuration;
  /// a repeated one is not parsed again.
  ///
  /// @param parser does not refer to the request, which has ended when it is computed again
  /// @throws greenpair.index.generation.NoGenerationException if nothing can be served
  public void answerByAddress(Context context, RequestParser parser) {
    CompressedAnswer answer;
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      ApiRequest.Target place = ApiRequest.Target.of(context);
      Map<String, String> parts = context.pathParamMap();
      answer = cache.get(place, snapshot, now -> made(ApiRequest.of(place, parts), parser, now));
    }
    Replies.answer(context, answer);
  }

  private CompressedAnswer made(ApiRequest sent, RequestParser parser, Snapshot snapshot) {
    ParsedRequest wanted = parser.read(new Input(sent, snapshot));
    byte[] bytes = Json.write(wanted.making().make(snapshot), wanted.language());
    return CompressedAnswer.of(bytes, wanted.language());
  }
}
