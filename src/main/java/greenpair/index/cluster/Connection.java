package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to a cluster. If a node does not answer, another is used; if the cluster is busy, the
/// request is repeated after a pause. Thread-safe.
final class Connection implements Closeable {
  static final JsonMapper JSON = new JsonMapper();

  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final int NOT_IN_TIME = 408;
  private static final int TRIES_PER_NODE = 6;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 1_600;

  private final ClusterSettings settings;
  private final int tries;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  Connection(ClusterSettings settings) {
    this.settings = settings;
    this.tries = TRIES_PER_NODE * settings.addresses().size();
    this.transport = Transports.of(settings);
    this.client = new OpenSearchGenericClient(transport);
  }

  /// An answer: a status of HTTP, and JSON.
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status < 300;
    }

    /// The reason given by OpenSearch; where it is empty, that of the cause.
    String reason() {
      JsonNode error = body.path("error");
      String reason = error.path("reason").asString("");
      if (reason.isEmpty()) {
        reason = error.path("caused_by").path("reason").asString("");
      }
      return "HTTP " + status + (reason.isEmpty() ? "" : ": " + reason);
    }

    String type() {
      return body.path("error").path("type").asString("");
    }

    /// Whether the credentials are insufficient. A cluster with a full disk, or an index that is
    /// closed to writes, answers 403 too.
    boolean isRefusal() {
      return status == 401 || (status == 403 && !type().endsWith("block_exception"));
    }
  }

  /// Reads a document that must exist.
  JsonNode get(String path) {
    return good("GET " + path, ask("GET", path, null));
  }

  /// Reads a document that may be missing.
  Optional<JsonNode> find(String path) {
    Answer answer = ask("GET", path, null);
    return answer.status == 404 ? Optional.empty() : Optional.of(good("GET " + path, answer));
  }

  /// Sends a request that must be accepted.
  JsonNode send(String method, String path, Object body) {
    return good(method + " " + path, ask(method, path, body));
  }

  /// Creates an index. A request whose answer was lost is sent again and finds the index there.
  ///
  /// @return whether it was not there before
  boolean create(String path, Object mapping) {
    Answer made = ask("PUT", path, mapping);
    boolean isThere = made.type().equals("resource_already_exists_exception");
    if (!isThere) {
      good("PUT " + path, made);
    }
    return !isThere;
  }

  /// Waits until every shard of some indexes has all its copies, at most half as long as a request
  /// may take.
  ///
  /// @return their health: `green` if so, `yellow` if copies are missing, `red` if data are
  String health(String indexes) {
    String path = "/_cluster/health/" + indexes;
    long most = settings.within().toMillis() / 2;
    Answer answer = ask("GET", path + "?wait_for_status=green&timeout=" + most + "ms", null);
    JsonNode health = answer.status == NOT_IN_TIME ? answer.body : good("GET " + path, answer);
    return health.path("status").asString("");
  }

  private JsonNode good(String what, Answer answer) {
    if (!answer.isGood()) {
      throw new SharedException(
          BUSY.contains(answer.status) ? Condition.UNREACHABLE : Condition.DAMAGED,
          "the cluster " + settings + " refused " + what + " (" + answer.reason() + ")");
    }
    return answer.body;
  }

  /// Sends a request, repeatedly if the cluster is busy.
  ///
  /// @param body to be written as JSON; null for none
  Answer ask(String method, String path, @Nullable Object body) {
    Body sent = body == null ? null : json(JSON.writeValueAsBytes(body));
    return patiently(() -> once(method, path, sent));
  }

  /// A body of one JSON document.
  static @Nullable Body json(byte[] document) {
    return Body.from(document, "application/json");
  }

  /// A body of JSON documents, one a line.
  static @Nullable Body lines(byte[] lines) {
    return Body.from(lines, "application/x-ndjson");
  }

  /// Repeats a request after a pause while the cluster is busy or does not answer. The pauses
  /// double up to a limit. The client may send every third try to a node that is cut off, and
  /// another cluster manager is elected only after some seconds, so there are tries for each node.
  Answer patiently(Supplier<Answer> question) {
    long pause = FIRST_PAUSE_MILLIS;
    for (int tried = 1; ; tried++) {
      try {
        Answer answer = question.get();
        if (!BUSY.contains(answer.status()) || tried == tries) {
          return answer;
        }
      } catch (SharedException e) {
        if (e.condition() != Condition.UNREACHABLE || tried == tries) {
          throw e;
        }
      }
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the cluster", e);
    }
  }

  /// Sends a request once: for a periodic check, or while a person waits.
  Answer once(String method, String path, @Nullable Body body) {
    int mark = path.indexOf('?');
    Requests.JsonBodyBuilder builder =
        Requests.builder().method(method).endpoint(mark < 0 ? path : path.substring(0, mark));
    if (mark >= 0) {
      builder = builder.query(parameters(path.substring(mark + 1)));
    }
    if (body != null) {
      builder = builder.body(body);
    }
    try (Response response = client.execute(builder.build())) {
      byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElse(new byte[0]);
      return new Answer(response.getStatus(), read(bytes));
    } catch (IOException e) {
      Answer answer = answer(e);
      if (answer == null) {
        throw new SharedException(
            Condition.UNREACHABLE,
            ("the cluster %s does not answer (%s); check that it runs and that the setting cluster"
                    + " names its nodes")
                .formatted(settings, cause(e)),
            e);
      }
      if (answer.isRefusal()) {
        throw new SharedException(
            Condition.REFUSED,
            ("the cluster %s refused the credentials (%s); check cluster_user with"
                    + " cluster_password, or cluster_token, and what this user may do")
                .formatted(settings, answer.reason()),
            e);
      }
      return answer;
    }
  }

  /// The response that the client turned into an exception, whose message ends with the body; null
  /// if there was no response.
  private static @Nullable Answer answer(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof ResponseException response) {
        String message = String.valueOf(response.getMessage());
        String body = message.substring(message.indexOf('\n') + 1);
        return new Answer(response.status(), read(body.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return null;
  }

  /// The innermost message, which is the most specific.
  private String cause(Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    if (at instanceof SocketTimeoutException && !(at instanceof ConnectTimeoutException)) {
      return "no answer within " + settings.within().toSeconds() + " s";
    }
    String message = at.getMessage();
    return message == null ? at.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new java.util.LinkedHashMap<>();
    for (String each : query.split("&", -1)) {
      int at = each.indexOf('=');
      parameters.put(each.substring(0, at), each.substring(at + 1));
    }
    return parameters;
  }

  private static JsonNode read(byte[] bytes) {
    try {
      return bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes);
    } catch (JacksonException e) {
      // Another program on that port; the status and the version check report it.
      return JSON.getNodeFactory().stringNode(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
