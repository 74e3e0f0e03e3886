package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.index.Published;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// A server while generations come and go under it, and while reading one fails.
@Tag("slow")
class GenerationsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final String OAKLAND = "/api/v1/cities/us-ca-oakland";

  @TempDir private Path data;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private GatedCodec codec;
  private Cohort cohort;
  private Client client;

  @BeforeEach
  void start() {
    codec = new GatedCodec(new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy()));
    cohort = new Cohort(data, Cohort.SETTINGS, codec, now::get);
    cohort.server.start("127.0.0.1", 0);
    client = cohort.client();
  }

  @AfterEach
  void stop() {
    codec.letGo();
    cohort.close();
  }

  private List<Entry> without(String id) {
    return cohort.fixtures().stream().filter(each -> !each.id().value().equals(id)).toList();
  }

  /// The cohort without a city and all that refers to it.
  private List<Entry> withoutCity(String id) {
    return without(id).stream()
        .filter(
            each ->
                switch (each) {
                  case Need need -> !need.city().value().equals(id);
                  case Deployment deployment -> !deployment.city().value().equals(id);
                  case City city -> true;
                  case Firm firm -> true;
                  case Financier financier -> true;
                  case Solution solution -> true;
                  case Programme programme -> true;
                  case Expert expert -> true;
                })
        .map(each -> each instanceof Programme programme ? without(programme, id) : each)
        .toList();
  }

  private static Entry without(Programme programme, String city) {
    return new Programme(
        programme.profile(),
        programme.participants().stream()
            .filter(each -> !each.city().value().equals(city))
            .toList(),
        programme.organisers(),
        programme.since(),
        programme.until(),
        programme.website(),
        programme.contact());
  }

  private String served() {
    Client.Reply ready = client.get("/readyz");
    return ready.status() == 200 ? ready.json().get("generation").stringValue() : "";
  }

  private void awaitServed(String generation) {
    await("generation " + generation + " is not served", () -> served().equals(generation));
  }

  private static void await(String otherwise, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void nothingPublished_isNotReadyAndSaysWhatToDo() {
    assertEquals(200, client.get("/healthz").status());
    for (String path : List.of("/readyz", "/api/v1/cities", OAKLAND + "/recommendations")) {
      Client.Reply reply = client.get(path);
      assertEquals(503, reply.status());
      assertEquals("5", reply.header("Retry-After"));
      assertEquals("/problems/not-ready", reply.json().get("type").stringValue());
      assertTrue(reply.json().get("detail").stringValue().contains("greenpair reindex"));
      assertFalse(reply.text().contains(data.toString()), reply.text());
    }
    JsonNode status = client.get("/api/v1/status").json();
    assertFalse(status.get("ready").booleanValue());
    assertFalse(status.has("generation"));
    assertFalse(status.has("published"));
  }

  @Test
  void generation_publishedWhileTheServerRuns_isServedWithoutRestart() throws IOException {
    awaitServed(cohort.publish(withoutCity("us-ca-oakland")));
    assertEquals(404, client.get(OAKLAND).status());
    String second = cohort.publish(cohort.fixtures());
    awaitServed(second);
    Client.Reply city = client.get(OAKLAND);
    assertEquals(200, city.status());
    assertEquals(second, city.json().get("generation").stringValue());
  }

  @Test
  void generation_newer_neverServesAnOldAnswer() throws IOException {
    String first = cohort.publish(cohort.fixtures());
    awaitServed(first);
    String path = "/api/v1/partners?q=BYD";
    JsonNode before = client.get(path).json();
    assertEquals("byd", before.at("/hits/0/id").stringValue());
    String second = cohort.publish(without("byd"));
    awaitServed(second);
    JsonNode after = client.get(path).json();
    assertEquals(second, after.get("generation").stringValue());
    assertFalse(after.toString().contains("\"byd\""), after.toString());
    // Rolled back, the first one serves its own answer again.
    cohort.store.publish(Published.of(first));
    awaitServed(first);
    assertEquals(before, client.get(path).json());
  }

  @Test
  void whatWasAsked_isMadeForTheNextGenerationBeforeThatServes() throws IOException {
    awaitServed(cohort.publish(cohort.fixtures()));
    List<String> asked =
        List.of(
            "/api/v1/partners?q=BYD",
            "/api/v1/cities/us-ca-oakland/recommendations?kind=firm&lang=zh",
            OAKLAND + "?lang=en",
            "/cities/us-ca-oakland?lang=zh",
            "/partners/firm/byd?lang=en",
            "/?q=BYD&lang=en");
    for (String each : asked) {
      assertEquals(200, client.get(each).status(), each);
    }
    String second = cohort.publish(without("byd"));
    awaitServed(second);
    long made = made();
    for (String each : asked) {
      Client.Reply reply = client.get(each);
      assertFalse(reply.text().contains("/partners/firm/byd\""), reply.text());
      // What is gone is looked for once more.
      assertEquals(each.endsWith("byd?lang=en") ? 404 : 200, reply.status(), each);
      if (each.startsWith("/api")) {
        assertEquals(second, reply.json().get("generation").stringValue());
      }
    }
    assertEquals(made + 1, made());
  }

  /// Answers that were not kept when they were asked for.
  private long made() {
    return client.get("/api/v1/status").json().at("/server/cache/misses").longValue();
  }

  /// One generation has BYD and the other has not, so an answer that mixed the two would show.
  @Test
  void requests_during20Publishes_neverFailAndEachIsOfOneGeneration() throws Exception {
    String with = cohort.publish(cohort.fixtures());
    String without = cohort.publish(without("byd"));
    cohort.live.refresh();
    AtomicBoolean done = new AtomicBoolean();
    Callable<Set<String>> asking =
        () -> {
          Set<String> generations = new TreeSet<>();
          while (!done.get()) {
            Client.Reply reply = client.get("/api/v1/partners?q=BYD");
            assertEquals(200, reply.status(), reply::text);
            String generation = reply.json().get("generation").stringValue();
            assertEquals(generation.equals(with), reply.text().contains("\"byd\""), reply::text);
            generations.add(generation);
          }
          return generations;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Set<String>>> asked = List.of(threads.submit(asking), threads.submit(asking));
      for (int i = 0; i < 20; i++) {
        String next = i % 2 == 0 ? with : without;
        cohort.store.publish(Published.of(next));
        awaitServed(next);
      }
      done.set(true);
      for (Future<Set<String>> each : asked) {
        assertTrue(Set.of(with, without).containsAll(each.get(30, TimeUnit.SECONDS)));
      }
    } finally {
      done.set(true);
    }
  }

  @Test
  void request_thatRunsAcrossAPublish_seesOneGeneration() throws Exception {
    String first = cohort.publish(cohort.fixtures());
    awaitServed(first);
    codec.hold("us-ca-oakland-n1");
    CompletableFuture<Client.Reply> held = CompletableFuture.supplyAsync(() -> client.get(OAKLAND));
    codec.awaitHeld();
    String second = cohort.publish(without("us-ca-oakland-n1"));
    awaitServed(second);
    codec.letGo();
    JsonNode answer = held.get(30, TimeUnit.SECONDS).json();
    assertEquals(first, answer.get("generation").stringValue());
    assertEquals("us-ca-oakland-n1", answer.at("/needs/0/id").stringValue());
    JsonNode fresh = client.get(OAKLAND).json();
    assertEquals(second, fresh.get("generation").stringValue());
    assertNotEquals("us-ca-oakland-n1", fresh.at("/needs/0/id").stringValue());
  }

  @Test
  void stop_whileARequestRuns_letsItEnd() throws Exception {
    awaitServed(cohort.publish(cohort.fixtures()));
    codec.hold("us-ca-oakland-n1");
    CompletableFuture<Client.Reply> held = CompletableFuture.supplyAsync(() -> client.get(OAKLAND));
    codec.awaitHeld();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(cohort.server::stop);
    await("the server does not stop", () -> !answers());
    assertFalse(stopped.isDone());
    codec.letGo();
    assertEquals(200, held.get(30, TimeUnit.SECONDS).status());
    stopped.get(30, TimeUnit.SECONDS);
  }

  private boolean answers() {
    try {
      return client.getSoon("/healthz").status() == 200;
    } catch (AssertionError e) {
      return false;
    }
  }

  @Test
  void generation_damaged_isRefusedAndThePreviousGoesOn() throws IOException {
    String first = cohort.publish(cohort.fixtures());
    awaitServed(first);
    String second = cohort.publish(cohort.fixtures(), "0".repeat(64));
    await("nothing was refused", () -> !cohort.live.refusals().isEmpty());
    assertEquals(first, served());
    JsonNode status = client.get("/api/v1/status").json();
    assertEquals(second, status.get("published").stringValue());
    assertEquals(first, status.at("/generation/id").stringValue());
    assertTrue(status.at("/refusals/0").stringValue().contains(second));
  }

  @Test
  void generation_cutOff_isRefusedAndSaidWhenNothingElseIsThere() throws IOException {
    String only = cohort.publish(cohort.fixtures());
    awaitServed(only);
    cohort.close();
    Path generation = data.resolve("generations").resolve(only);
    String file = cohort.store.list().getFirst().files().keySet().iterator().next();
    Files.write(generation.resolve(file), new byte[3]);
    cohort = new Cohort(data, Cohort.SETTINGS, codec, now::get);
    cohort.server.start("127.0.0.1", 0);
    Client.Reply reply = cohort.client().get("/readyz");
    assertEquals(503, reply.status());
    assertTrue(reply.json().get("detail").stringValue().contains(only), reply.text());
  }

  @Test
  void status_asTimePasses_countsSeconds() {
    now.set(NOON.plusSeconds(90));
    JsonNode server = client.get("/api/v1/status").json().get("server");
    assertEquals("2026-06-01T12:00:00Z", server.get("started").stringValue());
    assertEquals(90, server.get("uptime_seconds").longValue());
  }

  @Test
  void request_thatFails_isAProblemWithTheIdOfTheLog() throws IOException {
    awaitServed(cohort.publish(cohort.fixtures()));
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    ch.qos.logback.classic.Logger log =
        (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Errors.class);
    logged.start();
    log.addAppender(logged);
    try {
      for (Throwable failure :
          List.of(new IllegalStateException("secret"), new StackOverflowError("secret"))) {
        codec.fail("us-ca-oakland", failure);
        Client.Reply reply = client.get(OAKLAND);
        assertEquals(500, reply.status(), reply.text());
        assertEquals("application/problem+json; charset=utf-8", reply.header("Content-Type"));
        assertEquals("/problems/internal-failure", reply.json().get("type").stringValue());
        assertFalse(reply.text().contains("secret"), reply.text());
        assertFalse(reply.text().contains("greenpair."), reply.text());
        String id = reply.json().get("id").stringValue();
        ILoggingEvent event = logged.list.getLast();
        assertTrue(event.getFormattedMessage().contains(id), event.getFormattedMessage());
        assertEquals("secret", event.getThrowableProxy().getMessage());
      }
    } finally {
      log.detachAppender(logged);
    }
    codec.fail(null, null);
    assertEquals(200, client.get(OAKLAND).status());
  }

  @Test
  void clientThatDoesNotReadItsAnswers_holdsNoGeneration() throws Exception {
    String first = cohort.publish(cohort.fixtures());
    while (!served().equals(first)) {
      Thread.sleep(10);
    }
    try (Socket api = new Socket();
        Socket page = new Socket()) {
      ask(api, "/api/v1/cities");
      ask(page, "/cities");
      Thread.sleep(500); // The server fills the buffers; if it has not, this test shows less.
      String second = cohort.publish(cohort.fixtures());
      while (!served().equals(second)) {
        Thread.sleep(10);
      }
      // A connection on which nothing moves is closed after 30 s, which would let go as well.
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (cohort.store.isUsed(first)) {
        assertTrue(System.nanoTime() < end, "the generation is held");
        Thread.sleep(10);
      }
    }
  }

  /// Asks many times and reads nothing.
  private void ask(Socket socket, String path) throws IOException {
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), cohort.server.port()));
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.repeat(100).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
