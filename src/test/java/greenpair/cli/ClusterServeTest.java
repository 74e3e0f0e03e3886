package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.app.Exit;
import greenpair.index.LiveIndex;
import greenpair.index.cluster.TestCluster;
import greenpair.web.Server;
import greenpair.web.settings.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Servers over a cluster of three nodes with two shards and a replica: they give the pages and
/// answers of the embedded default, also while nodes die and a generation is published.
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterServeTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PAGES = 150;

  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  @TempDir private static Path folder;

  private static TestCluster cluster;
  private static Workbench workbench;
  private static Over embedded;
  private static Over following;

  /// A server over a data folder.
  private record Over(Path data, LiveIndex live, Server server) implements AutoCloseable {
    static Over of(Path data, LiveIndex live) {
      Server server = workbench.server(data, live, WebSettings.DEFAULT);
      server.start("127.0.0.1", 0);
      return new Over(data, live, server);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return HTTP.send(
          HttpRequest.newBuilder(uri).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    ServerProcess.Answer answer(String path) throws IOException, InterruptedException {
      HttpResponse<String> response = get(path);
      return new ServerProcess.Answer(response.statusCode(), response.body());
    }

    @Override
    public void close() {
      server.stop();
      live.close();
    }
  }

  private static Ran onCluster(String data, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--index", "opensearch", "--cluster", cluster.addresses()));
    return Ran.on(folder.resolve(data), all.toArray(String[]::new));
  }

  @BeforeAll
  static void start() throws IOException {
    cluster = TestCluster.start(folder.resolve("cluster"), 3);
    workbench = new Workbench(Path.of("index-config"));
    Path builder = folder.resolve("builder");
    String id = COHORT.get().copyTo(builder);
    // What a folder has that the cluster lacks is loaded.
    Ran published = onCluster("builder", "rollback", id);
    assertEquals(Exit.OK, published.code(), published::toString);
    embedded = Over.of(builder, workbench.open(builder));
    Path data = folder.resolve("follower");
    LiveIndex live = workbench.open(cluster.store(data, cluster.settings("greenpair", 2, "1")));
    following = Over.of(data, live);
  }

  @AfterAll
  static void stop() throws IOException {
    embedded.close();
    following.close();
    cluster.close();
  }

  private static void await(Over server, String wanted) throws Exception {
    for (int i = 0; i < 600; i++) {
      HttpResponse<String> ready = server.get("/readyz");
      if (ready.body().contains(wanted)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(wanted + " does not come: " + server.get("/readyz").body());
  }

  @Test
  @Order(1)
  void pagesAndAnswers_areThoseOfTheEmbeddedIndex() throws Exception {
    await(following, "\"condition\":\"following\"");
    SamePages.assertSame(embedded::answer, List.of(following::answer), PAGES);
  }

  @Test
  @Order(2)
  void commands_copyWhatIsPublished_andSayHowItStands() {
    for (String command :
        List.of(
            "recommend cn-jilin --json",
            "search biogas --json",
            "plan cohort --sides CN=3,US=3 --draws 200 --json",
            "plan partners --cities cn-jilin,us-ca-fresno --capacity 2 --json")) {
      String[] words = command.split(" ");
      Ran copied = onCluster("another", words);
      assertEquals(Exit.OK, copied.code(), copied::toString);
      assertEquals(COHORT.get().good(words).out(), copied.out());
    }
    Ran status = onCluster("another", "status");
    assertTrue(
        status.out().contains("shared in opensearch under the name greenpair: following"),
        status.out());
    assertTrue(status.out().contains("green with nodes: 3"), status.out());
  }

  @Test
  @Order(3)
  void stateOfTheCluster_isOnStatusAndMetrics() throws Exception {
    assertTrue(following.get("/api/v1/status").body().contains("\"backend\":\"opensearch\""));
    String metrics = following.get("/metrics").body();
    assertTrue(metrics.contains("greenpair_shared_condition{condition=\"following\"} 1"), metrics);
    assertTrue(metrics.contains("greenpair_shared_nodes 3"), metrics);
    assertFalse(embedded.get("/readyz").body().contains("shared"));
    assertFalse(embedded.get("/metrics").body().contains("greenpair_shared"));
  }

  /// One node is gone: with a replica nothing is missing, and a run publishes as ever.
  @Test
  @Order(4)
  void nodeThatDies_underLoadAndAPublication_failsNoRequest() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    List<Integer> answers = new ArrayList<>();
    Thread load =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (!isOver.get()) {
                      answers.add(following.get("/api/v1/search?q=biogas").statusCode());
                    }
                  } catch (IOException | InterruptedException e) {
                    answers.add(0);
                  }
                });
    String before = following.get("/readyz").body();
    cluster.stop(0);
    Path line = TextFile.in(folder, "new.jsonl", CatalogLines.FIRM);
    Ran reindex = onCluster("builder", "reindex", "--incremental", line.toString());
    assertEquals(Exit.OK, reindex.code(), reindex::toString);
    String id = reindex.out().replaceFirst("(?s).*published generation (\\S+).*", "$1");
    assertFalse(before.contains(id));
    await(following, "\"generation\":\"" + id + "\"");
    isOver.set(true);
    load.join();
    assertEquals(Set.of(200), new HashSet<>(answers));
  }

  /// Two of three are gone: no manager can be elected. Servers answer from their copies and say so;
  /// one without a copy answers 503 with the reason; all follow again by themselves.
  @Test
  @Order(5)
  void clusterWithoutAMajority_isReported_andFollowedAgainWhenItIsBack() throws Exception {
    cluster.stop(1);
    await(following, "\"condition\":\"unreachable\"");
    assertEquals(200, following.get("/api/v1/cities").statusCode());
    Path data = folder.resolve("empty");
    LiveIndex none = workbench.open(cluster.store(data, cluster.settings("greenpair", 2, "1")));
    try (Over empty = Over.of(data, none)) {
      HttpResponse<String> answer = empty.get("/readyz");
      for (int i = 0; i < 100 && !answer.body().contains("does not answer"); i++) {
        Thread.sleep(100);
        answer = empty.get("/readyz");
      }
      assertEquals(503, answer.statusCode());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      assertTrue(answer.body().contains("does not answer"), answer.body());
      Ran reindex = onCluster("builder", "rollback");
      assertEquals(Exit.FAILURE, reindex.code(), reindex::toString);
      assertTrue(reindex.err().startsWith("greenpair: the cluster greenpair at"), reindex.err());
      cluster.restart(1);
      cluster.restart(0);
      await(following, "\"condition\":\"following\"");
      await(empty, "\"condition\":\"following\"");
    }
  }
}
