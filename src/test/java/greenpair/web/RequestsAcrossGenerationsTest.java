package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import greenpair.index.Published;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Requests that run while generations come and go, while reading one fails, and while the server
/// stops.
@Tag("slow")
class RequestsAcrossGenerationsTest extends GenerationsFixture {
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
            Client.Reply reply = client.get("/api/v1/search?q=BYD");
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
        assertTrue(Set.of(with, without).containsAll(each.get(60, TimeUnit.SECONDS)));
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
    JsonNode answer = held.get(60, TimeUnit.SECONDS).json();
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
    assertEquals(200, held.get(60, TimeUnit.SECONDS).status());
    stopped.get(60, TimeUnit.SECONDS);
  }

  private boolean answers() {
    try {
      return client.getSoon("/healthz").status() == 200;
    } catch (AssertionError e) {
      return false;
    }
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
