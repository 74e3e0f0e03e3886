package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.cluster.ProcessCluster;
import greenpair.program.ProgramStore;
import greenpair.program.access.Role;
import greenpair.program.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What docs/operation/compose.yaml runs, as processes: three nodes, PostgreSQL and two servers
/// with the settings of that file. Beside them, a server with the embedded default answers from the
/// index that the first one built. Needs root on Linux.
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopologyTest {
  private static final Path COMPOSE = Path.of("docs/operation/compose.yaml");
  private static final int PAGES = 150;

  @TempDir private static Path folder;

  private static ProcessCluster cluster;
  private static EmbeddedPostgres database;
  private static ServerProcess embedded;
  private static ServerProcess first;
  private static ServerProcess second;

  @BeforeAll
  static void start() throws Exception {
    cluster = ProcessCluster.start(folder.resolve("nodes"), 3);
    cluster.awaitGreen();
    database = EmbeddedPostgres.start();
    first = ServerProcess.start(folder.resolve("first"), settings("greenpair-1"));
    embedded = ServerProcess.start(folder.resolve("first"), Map.of());
    second = ServerProcess.start(folder.resolve("second"), settings("greenpair-2"));
  }

  @AfterAll
  static void stop() throws IOException {
    for (ServerProcess each : new ServerProcess[] {embedded, first, second}) {
      if (each != null) {
        each.kill();
      }
    }
    if (database != null) {
      database.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  /// The settings of a server in the compose file, with the addresses of this run.
  private static Map<String, String> settings(String service) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<?, ?> file = yaml.load(Files.readString(COMPOSE));
    Map<String, String> settings = new LinkedHashMap<>();
    map(map(map(file, "services"), service), "environment")
        .forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
    settings.put("GREENPAIR_CLUSTER", cluster.addresses());
    settings.put("GREENPAIR_DATABASE", url());
    settings.put("GREENPAIR_DATABASE_USER", "postgres");
    settings.put("GREENPAIR_DATABASE_PASSWORD", "");
    return settings;
  }

  private static Map<?, ?> map(Map<?, ?> from, String key) {
    return (Map<?, ?>) Objects.requireNonNull(from.get(key), key);
  }

  private static String url() {
    return "jdbc:postgresql://localhost:" + database.getPort() + "/postgres";
  }

  @Test
  @Order(1)
  void pagesAndAnswers_ofBothServers_areThoseOfTheEmbeddedDefault() throws Exception {
    first.await("/readyz", "\"condition\":\"following\"");
    second.await("/readyz", "\"condition\":\"following\"");
    SamePages.assertSame(embedded::get, List.of(first::get, second::get), PAGES);
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

  @Test
  @Order(3)
  void killedServerAndNodes_leaveTheOtherServerAnswering() throws Exception {
    first.kill();
    for (int node = 0; node < 3; node++) {
      assertEquals(200, second.get("/api/v1/search?q=biogas&limit=" + (node + 1)).status());
      cluster.kill(node);
    }
    second.await("/readyz", "\"condition\":\"unreachable\"");
    assertEquals(200, second.get("/api/v1/cities/cn-jilin/recommendations").status());
    for (int node = 0; node < 3; node++) {
      cluster.restart(node);
    }
    second.await("/readyz", "\"condition\":\"following\"");
    first = ServerProcess.start(folder.resolve("first"), settings("greenpair-1"));
    first.await("/readyz", "\"condition\":\"following\"");
  }
}
