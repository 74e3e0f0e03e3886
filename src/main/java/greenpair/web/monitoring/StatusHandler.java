package greenpair.web.monitoring;

import module java.base;

import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.web.answers.AnswerCache;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Replies;
import io.javalin.http.Context;

/// Liveness, readiness and status.
public record StatusHandler(
    LiveIndex live,
    GenerationStore store,
    LiveAnswerParts answerParts,
    AnswerCache cache,
    InstantSource clock,
    Instant started) {
  /// The answer of a process that is up.
  record Health(String status) {}

  /// The answer of a server that can answer.
  ///
  /// @param refusals why a published generation is not the one that is served; empty if all is well
  record Ready(String status, String generation, List<Text> refusals) {}

  public List<Route> routes() {
    return List.of(
        Route.get("/healthz", Access.OPEN, this::health).as("health", Health.class),
        Route.get("/readyz", Access.OPEN, this::ready).as("ready", Ready.class),
        Route.get("/api/v1/status", Access.READ, this::status).as("status", Status.class));
  }

  public void health(Context context) {
    Replies.answer(context, new Health("up"));
  }

  /// Answers whether requests can be served.
  ///
  /// @throws greenpair.index.generation.NoGenerationException if nothing can be served
  public void ready(Context context) {
    try (Snapshot snapshot = live.acquire()) {
      Replies.answer(
          context,
          new Ready(
              "ready",
              snapshot.manifest().id(),
              live.refusals().stream().map(Message::text).toList()));
    }
  }

  private void status(Context context) {
    long uptime = Duration.between(started, clock.instant()).toSeconds();
    Status.Running running =
        new Status.Running(started, Math.max(0, uptime), cache.counts(), answerParts.faults());
    Replies.answer(context, Status.of(live, store, live.configuration(), running));
  }
}
