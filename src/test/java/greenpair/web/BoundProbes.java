package greenpair.web;

import static greenpair.web.GuardedCohort.NOTE;
import static greenpair.web.GuardedCohort.REMARKS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.taxonomy.Concept;
import java.net.http.HttpRequest;

/// Requests below and above each limit of docs/operation.md.
final class BoundProbes {
  private static final int MAX_BODY = 1 << 16;

  private BoundProbes() {}

  /// Requests just below and just above a limit; each returns the status of the answer.
  record Probe(Sending within, Sending beyond) {}

  interface Sending {
    /// Returns the status of the answer.
    ///
    /// @param folder for the data of a server of its own
    int status(Path folder) throws Exception;
  }

  private static Client client() {
    return BoundsTest.GUARDED.get().client;
  }

  private static int get(String path, String... headers) {
    return client().get(path, headers).status();
  }

  private static int add(String body, String... headers) {
    return client().as(BoundsTest.GUARDED.get().token, "POST", REMARKS, body, headers).status();
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

  static final Map<String, Probe> PROBES = new LinkedHashMap<>();

  static {
    PROBES.put(
        "URL and headers",
        new Probe(
            folder -> get("/healthz", "X-Long", x(100_000)),
            folder -> {
              assertEquals(414, get("/healthz?x=" + x(140_000)));
              return get("/healthz", "X-Long", x(140_000));
            }));
    PROBES.put(
        "`Accept-Language` and `Accept`",
        new Probe(
            folder -> get("/api/v1/taxonomy", "Accept-Language", "zh," + x(900)),
            folder -> {
              Client.Reply reply =
                  client().get("/api/v1/remarks", "Accept", "text/csv," + x(1_000));
              assertTrue(reply.header("Content-Type").startsWith("application/json"));
              return get("/api/v1/taxonomy", "Accept-Language", x(100_000));
            }));
    PROBES.put(
        "`X-Request-Id`",
        new Probe(
            folder -> {
              Client.Reply reply = client().get("/healthz", "X-Request-Id", x(64));
              assertEquals(x(64), reply.header("X-Request-Id"));
              return reply.status();
            },
            folder -> {
              Client.Reply reply = client().get("/healthz", "X-Request-Id", x(65));
              assertEquals(16, reply.header("X-Request-Id").length());
              return reply.status();
            }));
    PROBES.put(
        "`Idempotency-Key`",
        new Probe(
            folder -> add(note("key"), "Idempotency-Key", x(200)),
            folder -> add(note("key"), "Idempotency-Key", x(201))));
    PROBES.put(
        "id",
        new Probe(
            folder -> get("/api/v1/remarks?city=cn-jilin"),
            folder -> {
              assertEquals(404, get("/api/v1/cities/" + x(201)));
              return add(NOTE.replace("cn-jilin", x(201)));
            }));
    PROBES.put(
        "values of a parameter",
        new Probe(
            folder -> get("/api/v1/search?q=a" + "&technology=ENE".repeat(100)),
            folder -> {
              assertEquals(400, get("/api/v1/search?q=a&q=b"));
              return get("/api/v1/search?q=a" + "&technology=ENE".repeat(101));
            }));
    PROBES.put(
        "search text",
        new Probe(
            folder -> get("/api/v1/search?q=" + x(10_000)),
            folder -> get("/api/v1/search?q=" + x(10_001))));
    PROBES.put(
        "`limit` of a list in a response",
        new Probe(
            folder -> get("/api/v1/cities?limit=100"), folder -> get("/api/v1/cities?limit=101")));
    PROBES.put(
        "body",
        new Probe(
            folder -> add(NOTE + " ".repeat(MAX_BODY - NOTE.length())),
            folder -> {
              String bulky = NOTE + " ".repeat(MAX_BODY - NOTE.length() + 1);
              assertEquals(413, typed("/mcp", "application/json", bulky));
              return add(bulky);
            }));
    PROBES.put("slow body", new Probe(folder -> slow(1), folder -> slow(40)));
    PROBES.put(
        "form",
        new Probe(
            folder -> form("a=1&".repeat(999) + "token=x") == 401 ? 200 : 0,
            folder -> form("a=1&".repeat(1_000) + "token=x")));
    PROBES.put(
        "multipart or compressed body",
        new Probe(
            folder -> add(note("plain")),
            folder -> {
              assertEquals(415, add(note("packed"), "Content-Encoding", "gzip"));
              return typed("/sign-in", "multipart/form-data; boundary=b", "--b--");
            }));
    PROBES.put(
        "depth of JSON",
        new Probe(
            folder -> add(NOTE),
            folder -> {
              String deep = "{\"a\":".repeat(17) + "1" + "}".repeat(17);
              assertEquals(400, typed("/mcp", "application/json", deep));
              return add(deep);
            }));
    PROBES.put(
        "list in a body",
        new Probe(
            folder -> typed("/api/v1/recommendations", "application/json", asked(100)),
            folder -> typed("/api/v1/recommendations", "application/json", asked(101))));
    PROBES.put(
        "text in a body",
        new Probe(folder -> add(note(x(10_000))), folder -> add(note(x(10_001)))));
    PROBES.put(
        "name and position of a contact person",
        new Probe(
            folder -> contact(x(200), x(200)),
            folder -> {
              assertEquals(400, contact(x(201), "x"));
              return contact("x", x(201));
            }));
    PROBES.put("title of a plan", new Probe(folder -> plan(x(200)), folder -> plan(x(201))));
    PROBES.put(
        "time that a request may spend in the index",
        new Probe(
            folder -> get("/api/v1/gaps?limit=1"),
            folder ->
                limited(
                    folder,
                    new SettingsMaker().answerWithin(Duration.ofNanos(1)),
                    "/api/v1/gaps",
                    1)));
    PROBES.put(
        "requests from an address",
        new Probe(
            folder -> limited(folder, few(), "/healthz", 5),
            folder -> limited(folder, few(), "/healthz", 6)));
    PROBES.put(
        "invalid tokens from an address",
        new Probe(
            folder -> badTokens("198.51.100.21", 20) == 401 ? 200 : 0,
            folder -> badTokens("198.51.100.22", 21)));
  }

  private static int post(String path, String body) {
    return client().as(BoundsTest.GUARDED.get().token, "POST", path, body).status();
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
  private static int limited(Path folder, SettingsMaker settings, String path, int times)
      throws IOException {
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
        new Socket(
            InetAddress.getLoopbackAddress(), BoundsTest.GUARDED.get().cohort.server.port())) {
      String head =
          "POST /api/v1/remarks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nAuthorization: Bearer "
              + BoundsTest.GUARDED.get().token
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
}
