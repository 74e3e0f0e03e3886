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
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
    Path home = Catalogs.ROOT.resolve("cluster");
    IOUtils.rm(home);
    MemoryBench.report("before nodes start");
    try (TestCluster cluster = TestCluster.start(home, nodes)) {
      ClusterSettings settings = settings(cluster, "bench");
      System.out.printf(
          "%,d firms, %,d entries, nodes: %d%n", setup.firms(), setup.entries(), nodes);
      MemoryBench.report("nodes started");
      if (rounds > 0) {
        String id = built.published().orElseThrow();
        load(settings, built.directory(id), rounds);
        copy(cluster, settings, id);
      }
    }
  }

  private ClusterSettings settings(TestCluster cluster, String name) {
    return nodes == 1 ? cluster.settings(name, 1) : cluster.settings(name, 2, "1");
  }

  private void load(ClusterSettings settings, Path directory, int rounds) throws IOException {
    BareBulk bulk = BareBulk.of(settings, directory);
    bulk.bare(); // Warm-up.
    bulk.published(directory);
    List<BareBulk.Took> bare = new ArrayList<>();
    List<BareBulk.Took> ours = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      bare.add(bulk.bare());
      ours.add(bulk.published(directory));
      System.out.printf(
          "  bare bulk %.2f s, loaded and checked %.2f s: %s%n",
          bare.getLast().seconds(), ours.getLast().seconds(), ours.getLast().steps());
    }
    System.out.printf(
        "median: loaded and checked %,.0f entries/s, bare bulk %,.0f entries/s; ratio %.2f; of"
            + " processor time %.2f%n",
        setup.entries() / median(ours, BareBulk.Took::seconds),
        setup.entries() / median(bare, BareBulk.Took::seconds),
        median(bare, BareBulk.Took::seconds) / median(ours, BareBulk.Took::seconds),
        median(bare, BareBulk.Took::processor) / median(ours, BareBulk.Took::processor));
    System.out.printf("lines %,d bytes%n", bulk.bytes());
  }

  private static double median(List<BareBulk.Took> runs, ToDoubleFunction<BareBulk.Took> what) {
    return Figures.median(runs.stream().mapToDouble(what).toArray());
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
      MemoryBench.report("before the copy");
      long start = System.nanoTime();
      live.pull();
      System.out.printf("copied in %.1f s%n", (System.nanoTime() - start) / NANOS);
      live.refresh();
      System.out.printf("data folder %,d bytes%n", bytes(store.directory(id)));
      RecommendBench answers = new RecommendBench(setup, REQUESTS);
      boolean isSame = answers.digest(own).equals(answers.digest(live));
      System.out.println("answers are " + (isSame ? "the same" : "DIFFERENT"));
      MemoryBench.report("copy served");
      GenerationStore another = cluster.store(setup.data(), settings);
      new PublicationUnderLoad(setup, live).run(another);
      another.shared().close();
    }
    store.shared().close();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
