package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.Published;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A server while generations come and go under it.
@Tag("slow")
class GenerationsTest extends GenerationsFixture {
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
    String path = "/api/v1/search?q=BYD";
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
            "/api/v1/search?q=BYD",
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

  @Test
  void status_asTimePasses_countsSeconds() {
    now.set(NOON.plusSeconds(90));
    JsonNode server = client.get("/api/v1/status").json().get("server");
    assertEquals("2026-06-01T12:00:00Z", server.get("started").stringValue());
    assertEquals(90, server.get("uptime_seconds").longValue());
  }
}
