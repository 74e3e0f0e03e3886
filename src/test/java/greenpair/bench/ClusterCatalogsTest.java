package greenpair.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.ClusterContract;
import greenpair.reindex.run.ReindexRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of the index on larger catalogs than the fixtures, for one node, and for three
/// nodes with two shards and a replica.
@Tag("cluster")
class ClusterCatalogsTest {
  private static final Workbench BENCH = new Workbench(Path.of("index-config"));
  private static final int FIRMS = 10_000;

  @TempDir private Path home;

  @TempDir private Path data;

  @Test
  void generatedFirms() throws IOException {
    Setup setup = Setup.of(FIRMS);
    setup.open().close();
    assertContractIsKept(setup.data());
  }

  /// The registries of `../shared/data`, which a clone does not have; `-Dgreenpair.sources=DIR`
  /// names another folder.
  @Test
  void allRegistries_withTheFixtures() throws IOException {
    Path sources = Path.of(System.getProperty("greenpair.sources", "../shared/data"));
    assumeTrue(Files.isDirectory(sources.resolve("epa-lmop")), "no registries in " + sources);
    Path builder = data.resolve("builder");
    ReindexRequest.Registries all = new ReindexRequest.Registries(List.of(), sources, sources);
    BENCH.run(new ReindexRequest(List.of(Path.of("fixtures")), all, 0, Tolerance.ANY, 1), builder);
    assertContractIsKept(builder);
  }

  private void assertContractIsKept(Path builder) throws IOException {
    ClusterContract contract = new ClusterContract(BENCH, builder);
    try (TestCluster cluster = TestCluster.start(home, 1)) {
      assertContractIsKept(contract, cluster, cluster.settings("one", 1, "0-1"), 1);
      cluster.grow(3);
      assertContractIsKept(contract, cluster, cluster.settings("three", 2, "1"), 3);
    }
  }

  private void assertContractIsKept(
      ClusterContract contract, TestCluster cluster, ClusterSettings settings, int nodes)
      throws IOException {
    GenerationStore copying = cluster.store(data.resolve("copy-" + nodes), settings);
    try (LiveIndex live = BENCH.open(copying)) {
      contract.assertIsKept(cluster, settings, nodes, live);
    }
    copying.shared().close();
  }
}
