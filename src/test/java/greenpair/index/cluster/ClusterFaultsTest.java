package greenpair.index.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.GenerationStore;
import greenpair.index.SharedGenerations;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.SmallCatalog;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.generation.Digests;
import greenpair.index.read.OpenGeneration;
import greenpair.registry.format.CatalogJson;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Errors of the cluster are reported in one line that names the cluster and the next step.
class ClusterFaultsTest {
  @TempDir private Path folder;

  private SharedGenerations.State look(ClusterSettings settings) {
    GenerationStore store = new GenerationStore(folder);
    OpenGeneration.Context context =
        new OpenGeneration.Context(
            new Digests(SmallCatalog.CONFIGURATION, SmallCatalog.CONFIGURATION),
            SmallCatalog.TAXONOMY,
            IndexSettings.none(),
            new CatalogJson(SmallCatalog.TAXONOMY));
    try (OpenSearchGenerations shared = OpenSearchGenerations.of(settings)) {
      assertFalse(shared.look(store, context));
      return shared.state().orElseThrow();
    }
  }

  private static void assertSays(
      SharedGenerations.State state, Condition condition, String... words) {
    assertEquals(condition, state.condition(), state::toString);
    assertFalse(state.fault().contains("\n"), state::fault);
    for (String word : words) {
      assertTrue(state.fault().contains(word), () -> word + " is not in " + state.fault());
    }
  }

  @Test
  void nobodyListens_isUnreachable() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + free);
    assertSays(
        look(FakeCluster.settings(List.of(address), "", "", "", null)),
        Condition.UNREACHABLE,
        address.toString(),
        "check that it runs");
  }

  @Test
  void nodeThatIsDown_isLeftForAnother() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (FakeCluster cluster = new FakeCluster(ClusterFaultsTest::nothingPublished)) {
      List<URI> both = List.of(URI.create("http://127.0.0.1:" + free), cluster.address());
      SharedGenerations.State state = look(FakeCluster.settings(both, "", "", "", null));
      assertSays(state, Condition.EMPTY, "nothing is published", "greenpair reindex");
      assertEquals("yellow", state.health());
      assertEquals(3, state.nodes());
    }
  }

  /// Beyond the time limit of a request, a slow node is as good as none.
  @Test
  void slowNode_isReported_andLeftForAnother() throws IOException {
    CountDownLatch isOver = new CountDownLatch(1);
    FakeCluster.Answers slow =
        request -> {
          try {
            isOver.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return nothingPublished(request);
        };
    try (FakeCluster late = new FakeCluster(slow);
        FakeCluster good = new FakeCluster(ClusterFaultsTest::nothingPublished);
        Closeable _ = isOver::countDown) {
      assertSays(
          look(late.settings("", "", "", null)), Condition.UNREACHABLE, "no answer within 2 s");
      List<URI> both = List.of(late.address(), good.address());
      assertSays(look(FakeCluster.settings(both, "", "", "", null)), Condition.EMPTY);
    }
  }

  private static String nothingPublished(String request) {
    return switch (request) {
      case "GET /" -> FakeCluster.VERSION;
      case "GET /_cluster/health" -> "{\"status\":\"yellow\",\"number_of_nodes\":3}";
      default -> "404 {}";
    };
  }

  @ParameterizedTest
  @CsvSource({"401", "403"})
  void wrongCredentials_areReported_andNotShown(int status) throws IOException {
    try (FakeCluster cluster = new FakeCluster(request -> status + " Unauthorized")) {
      SharedGenerations.State state = look(cluster.settings("anna", "s3cret", "", null));
      assertSays(state, Condition.REFUSED, "HTTP " + status, "cluster_user");
      assertFalse(state.fault().contains("s3cret"));
      assertEquals("GET / Basic YW5uYTpzM2NyZXQ=", cluster.asked.getFirst());
    }
  }

  @Test
  void token_isSentInsteadOfAPassword() throws IOException {
    try (FakeCluster cluster = new FakeCluster(ClusterFaultsTest::nothingPublished)) {
      look(cluster.settings("", "", "t0ken", null));
      assertEquals("GET / Bearer t0ken", cluster.asked.getFirst());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":{\"distribution\":\"opensearch\",\"number\":\"2.19.1\"}} | OpenSearch 2.19.1",
        "{\"version\":{\"number\":\"9.1.0\"}} | is not OpenSearch",
        "<html>welcome</html> | is not OpenSearch"
      })
  void anotherVersionOrProgram_isRefused(String answer, String said) throws IOException {
    try (FakeCluster cluster = new FakeCluster(request -> answer)) {
      assertSays(look(cluster.settings("", "", "", null)), Condition.OTHER_VERSION, said, "3.8.0");
    }
  }

  @Test
  void aliasThatNamesAnotherIndex_isDamage() throws IOException {
    try (FakeCluster cluster =
        new FakeCluster(
            request ->
                request.startsWith("GET /_alias")
                    ? "{\"logs\":{\"aliases\":{\"greenpair-published\":{}}}}"
                    : nothingPublished(request))) {
      assertSays(
          look(cluster.settings("", "", "", null)),
          Condition.DAMAGED,
          "greenpair-published",
          "[logs]",
          "rollback");
    }
  }

  @Test
  void clusterWithoutAManager_isUnreachable() throws IOException {
    try (FakeCluster cluster =
        new FakeCluster(
            request ->
                request.equals("GET /")
                    ? FakeCluster.VERSION
                    : "503 {\"error\":{\"reason\":\"no manager\"}}")) {
      assertSays(look(cluster.settings("", "", "", null)), Condition.UNREACHABLE, "503");
    }
  }

  @Test
  void certificate_isTrustedOnlyIfItsAuthorityIsNamed() throws Exception {
    Certificates certificates = Certificates.make(folder);
    try (FakeCluster cluster =
        new FakeCluster(ClusterFaultsTest::nothingPublished, certificates.context())) {
      assertSays(look(cluster.settings("", "", "", null)), Condition.UNREACHABLE, "https://");
      assertSays(look(cluster.settings("", "", "", certificates.authority())), Condition.EMPTY);
    }
  }

  @Test
  void missingLibrary_isReportedInOneLine() throws Exception {
    List<java.net.URL> without = new ArrayList<>();
    String path = System.getProperty("java.class.path");
    for (String each : path.split(java.io.File.pathSeparator, -1)) {
      if (!each.contains("opensearch-java")) {
        without.add(Path.of(each).toUri().toURL());
      }
    }
    try (java.net.URLClassLoader loader =
        new java.net.URLClassLoader(
            without.toArray(java.net.URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> settings = loader.loadClass(ClusterSettings.class.getName());
      Object some =
          settings.getConstructors()[0].newInstance(
              List.of(URI.create("http://127.0.0.1:9200")),
              "greenpair",
              "",
              "",
              "",
              null,
              1,
              "1",
              java.time.Duration.ofSeconds(1));
      var of = loader.loadClass(OpenSearchGenerations.class.getName()).getMethod("of", settings);
      var thrown =
          assertThrows(
              java.lang.reflect.InvocationTargetException.class, () -> of.invoke(null, some));
      String told = String.valueOf(thrown.getCause());
      assertTrue(thrown.getCause() instanceof IllegalArgumentException, told);
      assertTrue(told.contains("opensearch-java") && told.contains("lib"), told);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://a:9200 | greenpair | 1 | http",
        "http://anna:s3cret@a:9200 | greenpair | 1 | without user",
        "http://a:9200/path | greenpair | 1 | path",
        "http://a:9200 | Greenpair | 1 | lower-case letters",
        "http://a:9200 | greenpair | many | cluster_replicas"
      })
  void settings_thatCannotBe_areRefused(String address, String name, String replicas, String rule) {
    IllegalArgumentException told =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ClusterSettings(
                    List.of(URI.create(address)),
                    name,
                    "",
                    "",
                    "",
                    null,
                    1,
                    replicas,
                    java.time.Duration.ofSeconds(1)));
    assertTrue(String.valueOf(told.getMessage()).contains(rule), told::toString);
    assertFalse(told.toString().contains("s3cret"), told::toString);
  }

  @Test
  void generations_haveNamesThatOpenSearchTakes() {
    IndexSet set = new IndexSet("greenpair", "20260301T120000.000Zx");
    assertEquals("greenpair-20260301t120000.000zx", set.entries());
    assertEquals(set, IndexSet.of("greenpair", set.entries()).orElseThrow());
    assertTrue(IndexSet.of("greenpair", "greenpair-journal").isEmpty());
    assertTrue(IndexSet.of("green", set.entries()).isEmpty());
    assertEquals(
        crc("{}\n".getBytes(StandardCharsets.UTF_8)),
        EntryDocument.crc(List.of(new EntryDocument(0, "firm", "a", "{}"))));
  }

  private static long crc(byte[] bytes) {
    var crc = new java.util.zip.CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
