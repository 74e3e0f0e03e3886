package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two servers as processes, on one data folder and one PostgreSQL, with the settings of
/// docs/operation/compose.yaml.
@Tag("postgres")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralServersTest {
  private static final Pattern GENERATION = Pattern.compile("\"generation\":\"([^\"]+)\"");
  private static final String ANSWER = "/api/v1/cities/cn-jilin/recommendations?limit=100";

  @TempDir private static Path folder;

  private static EmbeddedPostgres database;
  private static Path data;
  private static ServerProcess first;
  private static ServerProcess second;

  @BeforeAll
  static void start() throws Exception {
    database = EmbeddedPostgres.start();
    data = folder.resolve("shared");
    Map<String, String> settings =
        Map.of(
            "GREENPAIR_DATABASE", url(),
            "GREENPAIR_DATABASE_USER", "postgres",
            "GREENPAIR_ANSWER_WITHIN_SECONDS", "60");
    first = ServerProcess.start(data, settings);
    second = ServerProcess.start(data, settings);
  }

  @AfterAll
  static void stop() throws IOException {
    for (ServerProcess each : new ServerProcess[] {first, second}) {
      if (each != null) {
        each.kill();
      }
    }
    database.close();
  }

  private static String url() {
    return "jdbc:postgresql://localhost:" + database.getPort() + "/postgres";
  }

  private static String generation(ServerProcess.Answer answer) {
    Matcher named = GENERATION.matcher(answer.body());
    assertTrue(named.find(), answer::body);
    return named.group(1);
  }

  @Test
  @Order(1)
  void answers_ofBothServers_areTheSame() throws Exception {
    for (String path : List.of(ANSWER, "/api/v1/search?q=biogas", "/cities/cn-jilin")) {
      ServerProcess.Answer answer = first.get(path);
      assertEquals(200, answer.status(), answer::body);
      assertEquals(answer, second.get(path), path);
    }
  }

  @Test
  @Order(2)
  void noteWrittenOnOneServer_isReadOnTheOther() throws Exception {
    String token;
    try (ProgramStore store = new ProgramStore(new DatabaseSettings(url(), "postgres", "", 2))) {
      store.open();
      Instant now = Instant.now();
      token =
          store
              .write(
                  all ->
                      all.tokens()
                          .create("Li", Role.COORDINATOR, Set.of(), now.plusSeconds(3_600), now))
              .secret();
    }
    String note = "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"seen by both\"}";
    ServerProcess.Answer written = first.post("/api/v1/remarks", note, token);
    assertEquals(201, written.status(), written::body);
    ServerProcess.Answer read = second.get("/api/v1/remarks?city=cn-jilin", token);
    assertTrue(read.body().contains("seen by both"), read::body);
  }

  /// No request fails, and each is answered by one generation: all answers of a generation are the
  /// same, whoever gives them.
  @Test
  @Order(3)
  void generationPublishedUnderLoad_isServedByBoth() throws Exception {
    Map<String, Set<String>> answers = new ConcurrentHashMap<>();
    String before = generation(first.get(ANSWER));
    Thread load = load(answers, before);
    Path line = TextFile.in(folder, "new.jsonl", CatalogLines.FIRM);
    Ran reindex = Ran.on(data, "reindex", "fixtures", line.toString());
    assertEquals(Exit.OK, reindex.code(), reindex::toString);
    load.join();
    assertEquals(2, answers.size(), () -> answers.keySet().toString());
    answers.values().forEach(each -> assertEquals(1, each.size()));
  }

  /// Asks both until both have changed from a generation.
  private static Thread load(Map<String, Set<String>> answers, String before) {
    return Thread.ofPlatform()
        .start(
            () -> {
              Set<ServerProcess> ahead = new HashSet<>(List.of(first, second));
              for (int i = 0; i < 100_000 && !ahead.isEmpty(); i++) {
                for (ServerProcess each : List.of(first, second)) {
                  try {
                    ServerProcess.Answer answer = each.get(ANSWER);
                    String named = generation(answer);
                    answers
                        .computeIfAbsent(named, _ -> ConcurrentHashMap.newKeySet())
                        .add(answer.status() + answer.body());
                    if (!named.equals(before)) {
                      ahead.remove(each);
                    }
                    Thread.sleep(20); // Leaves the processors to the run.
                  } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                  }
                }
              }
            });
  }

  @Test
  @Order(4)
  void killedServer_leavesTheOtherAnswering_andTheFolderFree() throws Exception {
    String before = generation(second.get(ANSWER));
    first.kill();
    Ran rollback = Ran.on(data, "rollback");
    assertEquals(Exit.OK, rollback.code(), rollback::toString);
    String published = rollback.out().replaceFirst("(?s).*?(\\d{8}T\\d{6}\\.\\d{3}Z).*", "$1");
    assertNotEquals(before, published);
    second.await("/readyz", published);
    assertEquals(200, second.get(ANSWER).status());
  }
}
