package greenpair.web;

import static greenpair.web.GuardedCohort.NOTE;
import static greenpair.web.GuardedCohort.REMARKS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.DocTable;
import greenpair.Shared;
import greenpair.catalog.taxonomy.Concept;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks the table of limits in docs/operation.md: input just below each limit is accepted, and
/// input just above it is answered as the table states.
@Tag("slow")
class BoundsTest {
  private static final Pattern STATUS = Pattern.compile("\\b[1-5][0-9][0-9]\\b");
  private static final int MAX_BODY = 1 << 16;

  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  @TempDir private Path folder = Path.of("");

  /// Requests just below and just above a limit; each returns the status of the answer.
  private record Probe(Sending within, Sending beyond) {}

  private interface Sending {
    int status(BoundsTest test) throws Exception;
  }

  private static Client client() {
    return GUARDED.get().client;
  }

  private static int get(String path, String... headers) {
    return client().get(path, headers).status();
  }

  private static int add(String body, String... headers) {
    return client().as(GUARDED.get().token, "POST", REMARKS, body, headers).status();
  }

  private static int form(String fields) {
    return typed("/sign-in", "application/x-www-form-urlencoded", fields);
  }

  private static int typed(String path, String type, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", type));
    return client()
        .send("POST", path, HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new))
        .status();
  }

  private static String x(int times) {
    return "x".repeat(times);
  }

  private static String note(String text) {
    return NOTE.replace("\"x\"", "\"" + text + "\"");
  }

  private static String asked(int technologies) {
    return "{\"city\": \"cn-jilin\", \"technologies\": ["
        + CohortRules.READ.taxonomy().concepts().stream()
            .map(Concept::code)
            .filter(code -> !Set.of("FIN", "FTY").contains(code.root()))
            .limit(technologies)
            .map(code -> "\"" + code + "\"")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private static final Map<String, Probe> PROBES = new LinkedHashMap<>();

  static {
    PROBES.put(
        "URL and headers",
        new Probe(
            test -> get("/healthz", "X-Long", x(100_000)),
            test -> {
              assertEquals(414, get("/healthz?x=" + x(140_000)));
              return get("/healthz", "X-Long", x(140_000));
            }));
    PROBES.put(
        "`Accept-Language` and `Accept`",
        new Probe(
            test -> get("/api/v1/taxonomy", "Accept-Language", "zh," + x(900)),
            test -> {
              Client.Reply reply =
                  client().get("/api/v1/remarks", "Accept", "text/csv," + x(1_000));
              assertTrue(reply.header("Content-Type").startsWith("application/json"));
              return get("/api/v1/taxonomy", "Accept-Language", x(100_000));
            }));
    PROBES.put(
        "`X-Request-Id`",
        new Probe(
            test -> {
              Client.Reply reply = client().get("/healthz", "X-Request-Id", x(64));
              assertEquals(x(64), reply.header("X-Request-Id"));
              return reply.status();
            },
            test -> {
              Client.Reply reply = client().get("/healthz", "X-Request-Id", x(65));
              assertEquals(16, reply.header("X-Request-Id").length());
              return reply.status();
            }));
    PROBES.put(
        "`Idempotency-Key`",
        new Probe(
            test -> add(note("key"), "Idempotency-Key", x(200)),
            test -> add(note("key"), "Idempotency-Key", x(201))));
    PROBES.put(
        "id",
        new Probe(
            test -> get("/api/v1/remarks?city=cn-jilin"),
            test -> {
              assertEquals(404, get("/api/v1/cities/" + x(201)));
              return add(NOTE.replace("cn-jilin", x(201)));
            }));
    PROBES.put(
        "values of a parameter",
        new Probe(
            test -> get("/api/v1/search?q=a" + "&technology=ENE".repeat(100)),
            test -> {
              assertEquals(400, get("/api/v1/search?q=a&q=b"));
              return get("/api/v1/search?q=a" + "&technology=ENE".repeat(101));
            }));
    PROBES.put(
        "search text",
        new Probe(
            test -> get("/api/v1/search?q=" + x(10_000)),
            test -> get("/api/v1/search?q=" + x(10_001))));
    PROBES.put(
        "`limit` of a list in a response",
        new Probe(
            test -> get("/api/v1/cities?limit=100"), test -> get("/api/v1/cities?limit=101")));
    PROBES.put(
        "body",
        new Probe(
            test -> add(NOTE + " ".repeat(MAX_BODY - NOTE.length())),
            test -> {
              String bulky = NOTE + " ".repeat(MAX_BODY - NOTE.length() + 1);
              assertEquals(413, typed("/mcp", "application/json", bulky));
              return add(bulky);
            }));
    PROBES.put("slow body", new Probe(test -> slow(1), test -> slow(40)));
    PROBES.put(
        "form",
        new Probe(
            test -> form("a=1&".repeat(999) + "token=x") == 401 ? 200 : 0,
            test -> form("a=1&".repeat(1_000) + "token=x")));
    PROBES.put(
        "multipart or compressed body",
        new Probe(
            test -> add(note("plain")),
            test -> {
              assertEquals(415, add(note("packed"), "Content-Encoding", "gzip"));
              return typed("/sign-in", "multipart/form-data; boundary=b", "--b--");
            }));
    PROBES.put(
        "depth of JSON",
        new Probe(
            test -> add(NOTE),
            test -> {
              String deep = "{\"a\":".repeat(17) + "1" + "}".repeat(17);
              assertEquals(400, typed("/mcp", "application/json", deep));
              return add(deep);
            }));
    PROBES.put(
        "list in a body",
        new Probe(
            test -> typed("/api/v1/recommendations", "application/json", asked(100)),
            test -> typed("/api/v1/recommendations", "application/json", asked(101))));
    PROBES.put(
        "text in a body", new Probe(test -> add(note(x(10_000))), test -> add(note(x(10_001)))));
    PROBES.put(
        "name and position of a contact person",
        new Probe(
            test -> contact(x(200), x(200)),
            test -> {
              assertEquals(400, contact(x(201), "x"));
              return contact("x", x(201));
            }));
    PROBES.put("title of a plan", new Probe(test -> plan(x(200)), test -> plan(x(201))));
    PROBES.put(
        "time that a request may spend in the index",
        new Probe(
            test -> get("/api/v1/gaps?limit=1"),
            test ->
                test.limited(
                    new SettingsMaker().answerWithin(Duration.ofNanos(1)), "/api/v1/gaps", 1)));
    PROBES.put(
        "requests from an address",
        new Probe(
            test -> test.limited(few(), "/healthz", 5),
            test -> test.limited(few(), "/healthz", 6)));
    PROBES.put(
        "invalid tokens from an address",
        new Probe(
            test -> badTokens("198.51.100.21", 20) == 401 ? 200 : 0,
            test -> badTokens("198.51.100.22", 21)));
  }

  private static int post(String path, String body) {
    return client().as(GUARDED.get().token, "POST", path, body).status();
  }

  private static int contact(String name, String position) {
    return post(
        "/api/v1/contacts",
        "{\"kind\": \"firm\", \"entry\": \"byd\", \"name\": \"%s\", \"role\": \"%s\"}"
            .formatted(name, position));
  }

  private static int plan(String title) {
    return post("/api/v1/plans/cohort", "{\"title\": \"" + title + "\"}");
  }

  private static SettingsMaker few() {
    return new SettingsMaker().requestsPerMinute(5);
  }

  private static int badTokens(String address, int times) {
    int status = 0;
    for (int i = 0; i < times; i++) {
      status = get("/api/v1/edits", "Authorization", "Bearer gp_x", "X-Forwarded-For", address);
    }
    return status;
  }

  /// Asks a server with those bounds.
  ///
  /// @return the status of the last answer
  private int limited(SettingsMaker settings, String path, int times) throws IOException {
    Path data = folder.resolve("data" + times + path.hashCode());
    try (Cohort cohort = Cohort.served(data, settings.make())) {
      int status = 0;
      for (int i = 0; i < times; i++) {
        status = cohort.client().get(path).status();
      }
      return status;
    }
  }

  /// Sends a note with a pause after each of its bytes.
  ///
  /// @param seconds that the whole takes
  private static int slow(int seconds) throws Exception {
    byte[] body = note("slow " + seconds).getBytes(US_ASCII);
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), GUARDED.get().cohort.server.port())) {
      String head =
          "POST /api/v1/remarks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nAuthorization: Bearer "
              + GUARDED.get().token
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      for (byte each : body) {
        if (socket.getInputStream().available() > 0) {
          break; // It was answered already.
        }
        socket.getOutputStream().write(each);
        socket.getOutputStream().flush();
        Thread.sleep(seconds * 1000L / body.length);
      }
      String answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
    }
  }

  /// Rows with a test of their own, since they are not answered or need a job that runs.
  private static final List<String> ALONE =
      List.of("event streams", "idle connection", "claims, corrections and interest of a visitor");

  static Stream<String> rows() {
    return table().keySet().stream().filter(row -> !ALONE.contains(row));
  }

  private static Map<String, List<String>> table() {
    return DocTable.under(Path.of("docs/operation.md"), "### Requests");
  }

  @Test
  void everyRow_hasItsProbe_andEveryProbeItsRow() {
    List<String> probes = new ArrayList<>(PROBES.keySet());
    probes.addAll(ALONE);
    assertEquals(table().keySet().stream().sorted().toList(), probes.stream().sorted().toList());
  }

  @Test
  void connection_thatIsIdle_isClosed() throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), GUARDED.get().cohort.server.port())) {
      socket.setSoTimeout(60_000);
      long begun = System.nanoTime();
      assertEquals(-1, socket.getInputStream().read());
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      assertTrue(seconds >= 25 && seconds <= 59, "closed after " + seconds + " s");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bound_isKept(String row) throws Exception {
    Probe probe = Objects.requireNonNull(PROBES.get(row));
    int within = probe.within.status(this);
    assertTrue(within >= 200 && within < 300, row + ", within: " + within);
    String said = Objects.requireNonNull(table().get(row)).get(2);
    List<String> statuses = STATUS.matcher(said).results().map(MatchResult::group).toList();
    int beyond = probe.beyond.status(this);
    assertTrue(statuses.contains(Integer.toString(beyond)), row + ", beyond: " + beyond);
  }
}
