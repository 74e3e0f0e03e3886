package greenpair.reindex;

import greenpair.Shared;
import greenpair.cli.ServedCohort;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
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
    ClusterSettings settings = cluster.settings(name, shards, replicas);
    GenerationStore copying = cluster.store(server, settings);
    try (LiveIndex live = BENCH.open(copying)) {
      contract.assertIsKept(cluster, settings, nodes, live);
    }
    copying.shared().close();
  }
}
