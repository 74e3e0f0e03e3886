package greenpair.bench;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.cluster.BareBulk;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/// `cluster N`: a generation loaded into OpenSearch, in turn with bare bulk requests of the same
/// documents; then published and copied, and the answers of both compared.
final class ClusterBench {
  private static final double NANOS = 1e9;
  private static final int REQUESTS = 100;

  private final Setup setup;
  private final int nodes;

  ClusterBench(Setup setup, int nodes) {
    this.setup = setup;
    this.nodes = nodes;
  }

  void run(int rounds) throws Exception {
    setup.open().close();
    GenerationStore built = new GenerationStore(setup.data());
    String id = built.published().orElseThrow();
    Path home = Catalogs.ROOT.resolve("cluster");
    IOUtils.rm(home);
    try (TestCluster cluster = TestCluster.start(home, nodes)) {
      ClusterSettings settings =
          nodes == 1 ? cluster.settings("bench", 1) : cluster.settings("bench", 2, "1");
      System.out.printf(
          "%,d firms, %,d entries, nodes: %d%n", setup.firms(), setup.entries(), nodes);
      load(settings, built.directory(id), rounds);
      copy(cluster, settings, id);
    }
  }

  private void load(ClusterSettings settings, Path directory, int rounds) throws IOException {
    BareBulk bulk = BareBulk.of(settings, directory);
    bulk.seconds(); // Warm-up.
    bulk.published(directory);
    double[] bare = new double[rounds];
    double[] ours = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      bare[i] = bulk.seconds();
      ours[i] = bulk.published(directory);
    }
    System.out.printf(
        "median: loaded and checked %,.0f entries/s, bare bulk %,.0f entries/s; ratio %.2f%n",
        setup.entries() / Figures.median(ours),
        setup.entries() / Figures.median(bare),
        Figures.median(bare) / Figures.median(ours));
    System.out.printf("lines %,d bytes%n", bulk.bytes());
  }

  private void copy(TestCluster cluster, ClusterSettings settings, String id) throws Exception {
    GenerationStore publishing = cluster.store(setup.data(), settings);
    publishing.publish(Published.of(id));
    publishing.shared().close();
    System.out.printf("in the cluster %,d bytes%n", BareBulk.stored(settings));
    Path data = Catalogs.ROOT.resolve("copied");
    IOUtils.rm(data);
    long begun = System.nanoTime();
    setup.workbench().reindexQuietly(List.of(setup.catalog()), data);
    System.out.printf("rebuilt from files in %.1f s%n", (System.nanoTime() - begun) / NANOS);
    IOUtils.rm(data);
    GenerationStore store = cluster.store(data, settings);
    try (LiveIndex live = setup.workbench().open(store);
        LiveIndex own = setup.open()) {
      long start = System.nanoTime();
      live.pull();
      System.out.printf("copied in %.1f s%n", (System.nanoTime() - start) / NANOS);
      live.refresh();
      System.out.printf("data folder %,d bytes%n", bytes(store.directory(id)));
      RecommendBench answers = new RecommendBench(setup, REQUESTS);
      boolean isSame = answers.digest(own).equals(answers.digest(live));
      System.out.println("answers are " + (isSame ? "the same" : "DIFFERENT"));
    }
    store.shared().close();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
