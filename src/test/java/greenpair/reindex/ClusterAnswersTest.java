package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.ServedCohort;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import greenpair.match.reason.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract of the embedded index, a cluster of one node, and one of three nodes with two
/// shards and a replica, on the fixtures. If the cluster fails, the copy finds the candidates.
@Tag("slow")
class ClusterAnswersTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private static final Workbench BENCH = new Workbench(Path.of("index-config"));

  @TempDir private static Path builder;

  @TempDir private static Path home;

  private static TestCluster cluster;
  private static ClusterContract contract;

  @BeforeAll
  static void answers() throws IOException {
    COHORT.get().copyTo(builder);
    contract = new ClusterContract(BENCH, builder);
    cluster = TestCluster.start(home, 1);
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  /// The one node becomes the first of three.
  @ParameterizedTest
  @CsvSource({"1, 1, 0-1", "3, 2, 1"})
  void answers_areThoseOfTheEmbeddedIndex(
      int nodes, int shards, String replicas, @TempDir Path server) throws IOException {
    cluster.grow(nodes);
    String name = "answers" + nodes;
    ClusterSettings settings = ClusterContract.settings(cluster, name, shards, replicas);
    GenerationStore copying = cluster.store(server, settings);
    try (LiveIndex live = BENCH.open(copying)) {
      contract.assertIsKept(cluster, settings, nodes, live);
      assertFalse(live.isBehind()); // The check opens the generation in the cluster.
      long before = searches(name);
      List<Answer> one = contract.recommended(live, 1);
      // On a busy machine, the cluster may once take longer than a request waits.
      for (int i = 0; i < 100 && !fault(live).isEmpty(); i++) {
        live.isBehind();
        contract.recommended(live, 1);
      }
      assertEquals("", fault(live));
      assertTrue(searches(name) > before);
      if (nodes == 3) {
        cluster.close();
        assertEquals(one, contract.recommended(live, 1));
        assertTrue(fault(live).contains("candidates come from the copy"), fault(live));
      }
    }
    copying.shared().close();
  }

  private static String fault(LiveIndex live) {
    return live.shared().orElseThrow().fault();
  }

  private static long searches(String name) {
    String statistics = cluster.send("GET", "/" + name + "-*/_stats/search", "");
    return Long.parseLong(statistics.replaceFirst("(?s).*?\"query_total\":(\\d+).*", "$1"));
  }
}
