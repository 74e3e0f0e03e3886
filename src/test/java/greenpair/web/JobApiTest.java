package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.job.Ended;
import greenpair.job.Riverton;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Jobs over HTTP, with a real server and real runs.
@Tag("slow")
class JobApiTest {
  @TempDir private Path data = Path.of("");
  private Cohort cohort;
  private Client client;
  private String operator;
  private final Riverton riverton = new Riverton();

  @BeforeEach
  void serve() throws IOException {
    cohort = Cohort.serving(data, Riverton.before(data.resolve("first")));
    client = cohort.client();
    operator = cohort.token("Op", Role.OPERATOR);
    Riverton.layOut(cohort.catalog, cohort.registries);
    cohort.jobs.follow(riverton::pass);
  }

  @AfterEach
  void stop() {
    riverton.open();
    cohort.close();
  }

  private Client.Reply post(String path, String body, String... headers) {
    return client.as(operator, "POST", path, body, headers);
  }

  private JsonNode ended(String id) throws InterruptedException {
    var _ = Ended.await(cohort.jobs, id);
    return client.as(operator, "GET", "/api/v1/jobs/" + id, "").json();
  }

  private static String id(Client.Reply reply) {
    return reply.json().get("id").stringValue();
  }

  @Test
  void reindex_runs_isListed_andIsServed() throws Exception {
    Client.Reply begun =
        post("/api/v1/reindex", "{\"sources\": [\"gbfs\"], \"reason\": \"a new list\"}");
    assertEquals(202, begun.status(), begun.text());
    assertEquals("running", begun.json().get("state").stringValue());
    assertEquals("/api/v1/jobs/" + id(begun), begun.header("Location"));
    JsonNode job = ended(id(begun));
    assertEquals("published", job.get("state").stringValue(), job::toString);
    assertEquals("Op", job.get("who").stringValue());
    JsonNode rows = job.get("sources").get(0);
    assertEquals("gbfs", rows.get("name").stringValue());
    assertEquals(1, rows.get("read").intValue());
    assertEquals(cohort.store.published(), Optional.of(job.get("generation").stringValue()));
    JsonNode list = client.as(operator, "GET", "/api/v1/jobs?limit=1", "").json();
    assertEquals(job, list.get("items").get(0));
    String audit = client.as(operator, "GET", "/api/v1/audit", "").text();
    assertTrue(audit.contains("job.reindex") && audit.contains("job " + id(begun)), audit);
    String metrics = client.get("/metrics").text();
    assertTrue(metrics.contains("greenpair_jobs_started_total{kind=\"reindex\"} 1"), metrics);
    assertTrue(metrics.contains("greenpair_job_running 0"), metrics);
  }

  @Test
  void sameKey_startsOneJob() throws Exception {
    Client.Reply first = post("/api/v1/reindex", "{}", "Idempotency-Key", "k1");
    ended(id(first));
    Client.Reply again = post("/api/v1/reindex", "{}", "Idempotency-Key", "k1");
    assertEquals(202, again.status());
    assertEquals(id(first), id(again));
    assertEquals(1, cohort.jobs.list("", 10).size());
    assertEquals(
        422, post("/api/v1/reindex", "{\"reason\": \"x\"}", "Idempotency-Key", "k1").status());
  }

  @Test
  void job_whoseAuditCannotBeWritten_doesNotRun() throws Exception {
    Optional<String> before = cohort.store.published();
    try (Connection database = DriverManager.getConnection(DatabaseSettings.sqlite(data).url());
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END");
      assertTrue(post("/api/v1/reindex", "{}").status() >= 500);
      assertEquals(List.of(), cohort.jobs.list("", 10));
      assertEquals(before, cohort.store.published());
      statement.execute("DROP TRIGGER full");
    }
    assertEquals("published", ended(id(post("/api/v1/reindex", "{}"))).get("state").stringValue());
  }

  @Test
  void cancel_whoseAuditCannotBeWritten_doesNotEndTheJob() throws Exception {
    riverton.hold();
    String job = id(post("/api/v1/reindex", "{}"));
    try (Connection database = DriverManager.getConnection(DatabaseSettings.sqlite(data).url());
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END");
      assertTrue(post("/api/v1/jobs/" + job + "/cancel", "").status() >= 500);
      statement.execute("DROP TRIGGER full");
    }
    riverton.open();
    assertEquals("published", ended(job).get("state").stringValue());
  }

  @Test
  void rollback_goesBack_andNeedsAReason() throws Exception {
    Optional<String> before = cohort.store.published();
    ended(id(post("/api/v1/reindex", "{}")));
    Client.Reply without = post("/api/v1/rollback", "{}");
    assertEquals(List.of("reason"), without.faults());
    JsonNode job = ended(id(post("/api/v1/rollback", "{\"reason\": \"a slip\"}")));
    assertEquals("published", job.get("state").stringValue(), job::toString);
    assertEquals(before, cohort.store.published());
    for (String unknown : List.of("..", "nope")) {
      Client.Reply none =
          post("/api/v1/rollback", "{\"generation\": \"" + unknown + "\", \"reason\": \"x\"}");
      assertEquals(List.of("generation"), none.faults());
      assertTrue(none.text().contains(before.orElseThrow()), none::text);
    }
  }

  @Test
  void rejects_areGivenByTheirName_andNoOtherFile() throws Exception {
    Files.createDirectories(data.resolve("rejects"));
    Files.writeString(data.resolve("rejects/gbfs.rejects.csv"), "a,_reason\n1,bad\n");
    Files.writeString(data.resolve("rejects/secret.txt"), "x");
    Files.createSymbolicLink(
        data.resolve("rejects/link.rejects.csv"), data.resolve("rejects/secret.txt"));
    Client.Reply reply = client.as(operator, "GET", "/api/v1/rejects/gbfs.rejects.csv", "");
    assertEquals(200, reply.status());
    assertEquals("a,_reason\n1,bad\n", reply.text());
    assertTrue(reply.header("Content-Disposition").startsWith("attachment"));
    for (String name :
        List.of(
            "secret.txt",
            "link.rejects.csv",
            "..%2F..%2Fprogram.db",
            "%2e%2e",
            "none.rejects.csv")) {
      int status = client.as(operator, "GET", "/api/v1/rejects/" + name, "").status();
      assertTrue(status == 404 || status == 400, name + " " + status);
    }
  }
}
