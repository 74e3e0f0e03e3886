package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sends documents to an alias, several requests at a time. The caller waits if the cluster cannot
/// keep up. If a busy cluster rejects documents of a request, the request is sent again; each
/// document has its own id and is only created, so it is stored once and never replaced: a replaced
/// document would still count in the statistics of words. For use by one thread.
final class Bulk implements AutoCloseable {
  private static final int AT_ONCE = 3;
  private static final Set<Integer> BUSY = Set.of(429, 503);
  private static final String ACTION = "create";

  /// Status of a document that an earlier request stored, whose answer was lost.
  private static final int THERE = 409;

  private final Connection connection;
  private final String path;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  /// One more request than are being sent is prepared and waits.
  private final Semaphore room = new Semaphore(AT_ONCE + 1);

  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private ByteArrayOutputStream lines = new ByteArrayOutputStream();

  Bulk(Connection connection, String alias) {
    this.connection = connection;
    this.path =
        "/" + alias + "/_bulk?require_alias=true&filter_path=errors,items.*.status,items.*.error";
  }

  /// Adds a document to the next request.
  void add(String id, Object document) {
    Connection.JSON.writeValue(lines, Map.of(ACTION, Map.of("_id", id)));
    lines.write('\n');
    Connection.JSON.writeValue(lines, document);
    lines.write('\n');
  }

  /// Bytes of the next request.
  int bytes() {
    return lines.size();
  }

  /// Sends the added documents; waits while too many requests are in progress.
  void send() {
    if (lines.size() == 0) {
      return;
    }
    byte[] body = lines.toByteArray();
    lines = new ByteArrayOutputStream();
    take(1);
    check();
    threads.execute(
        () -> {
          try {
            if (failure.get() == null) {
              send(body);
            }
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  private void send(byte[] body) {
    Connection.Answer answer =
        connection.patiently(
            () -> {
              Connection.Answer sent = connection.once("POST", path, Connection.lines(body));
              return sent.isGood() ? new Connection.Answer(status(sent.body()), sent.body()) : sent;
            });
    if (!answer.isGood()) {
      throw new SharedException(
          Condition.DAMAGED,
          "the cluster did not take all documents of a request (" + reason(answer) + ")");
    }
  }

  /// 200 if all were accepted, else the worst status. A node that has not heard of the alias yet
  /// counts as busy: the request is sent again, to another node.
  private static int status(JsonNode body) {
    if (!body.path("errors").asBoolean(true)) {
      return 200;
    }
    int worst = 200;
    for (JsonNode item : body.path("items")) {
      JsonNode result = item.path(ACTION);
      boolean isUnheardOf =
          result.path("error").path("type").asString("").equals("index_not_found_exception");
      int status = isUnheardOf ? 503 : result.path("status").asInt(0);
      if (status == THERE) {
        continue;
      }
      if (status >= 300 && !BUSY.contains(status)) {
        return status;
      }
      worst = Math.max(worst, status);
    }
    return worst;
  }

  private static String reason(Connection.Answer answer) {
    for (JsonNode item : answer.body().path("items")) {
      JsonNode error = item.path(ACTION).path("error");
      if (!error.isMissingNode()) {
        return error.path("type").asString("") + ": " + error.path("reason").asString("");
      }
    }
    return answer.reason();
  }

  /// Waits until all requests are complete.
  ///
  /// @throws SharedException if a document was not accepted
  void finish() {
    send();
    take(AT_ONCE + 1);
    room.release(AT_ONCE + 1);
    check();
  }

  private void take(int permits) {
    try {
      room.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the cluster was loaded", e);
    }
  }

  private void check() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      room.release();
      throw failed;
    }
  }

  /// Waits for requests in progress; nothing more is sent.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
