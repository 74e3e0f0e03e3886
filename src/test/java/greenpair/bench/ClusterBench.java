package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.cluster.AskedCluster;
import greenpair.index.cluster.BareBulk;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.read.BareCandidates;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.reindex.SourceComparison;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/// `cluster N`: a generation loaded into OpenSearch, in turn with bare bulk requests of the same
/// documents; then published and copied, and the answers of both compared; then recommendations, in
/// turn with the bare query that finds their candidates. Without rounds, only the last.
final class ClusterBench {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1e9;
  private static final int REQUESTS = 100;
  private static final int NEEDS = 500;

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
      try (LiveIndex own = setup.open();
          Snapshot snapshot = own.acquire()) {
        recommend(cluster, built.directory(snapshot.manifest().id()), snapshot);
      }
    }
  }

  /// Whole recommendations from a copy, in turn with the bare query of OpenSearch that finds their
  /// candidates.
  private void recommend(TestCluster cluster, Path directory, Snapshot snapshot)
      throws IOException, InterruptedException {
    String node = cluster.addresses().replaceFirst(",.*", "");
    try (BareCandidates bare = bare(directory, Kind.FIRM, node);
        BareCandidates cases = bare(directory, Kind.DEPLOYMENT, node)) {
      List<RecommendationRequest> needs = RecommendBench.needs(setup, Kind.FIRM, NEEDS);
      List<String> prepared = new ArrayList<>();
      List<String> preparedCases = new ArrayList<>();
      int same = 0;
      double least = 1;
      for (RecommendationRequest need : needs) {
        List<CandidateQuery> queries = queries(need, snapshot);
        CandidateQuery query = queries.getFirst();
        prepared.add(bare.prepare(query));
        preparedCases.add(cases.prepare(queries.getLast()));
        Set<String> ids = bare.ids(prepared.getLast());
        List<Candidate> candidates = snapshot.candidates(query);
        long common = candidates.stream().filter(each -> ids.contains(each.id().value())).count();
        same += common == candidates.size() ? 1 : 0;
        least = Math.min(least, common / (double) Math.max(1, candidates.size()));
      }
      System.out.printf(
          "the same candidates for %d of %d needs, in the worst case %.1f %% of them%n",
          same, needs.size(), 100 * least);
      ClusterSettings asked = TestCluster.asked(settings(cluster, "asked"));
      String id = snapshot.manifest().id();
      MemoryBench.report("before it is loaded");
      publish(cluster, asked, id);
      MemoryBench.report("loaded with the fields");
      try (AskedCluster there =
          AskedCluster.of(
              asked, id, setup.workbench().taxonomy(), setup.workbench().indexSettings())) {
        compare(snapshot, there.source());
        Snapshot other =
            new Snapshot(
                snapshot.generation(), there.source(), snapshot.configuration(), Deadline.NONE);
        measure(
            needs,
            i -> bare.search(prepared.get(i)),
            i -> cases.search(preparedCases.get(i)),
            snapshot,
            other);
      }
    }
  }

  private BareCandidates bare(Path directory, Kind kind, String node)
      throws IOException, InterruptedException {
    BareCandidates bare =
        new BareCandidates(directory.resolve(kind.word()), setup.workbench().indexSettings(), node);
    bare.load(nodes == 1 ? 1 : 2, nodes == 1 ? 0 : 1);
    return bare;
  }

  private interface Bare {
    int search(int i) throws IOException, InterruptedException;
  }

  private void publish(TestCluster cluster, ClusterSettings settings, String id)
      throws IOException {
    GenerationStore store = cluster.store(setup.data(), settings);
    long start = System.nanoTime();
    store.publish(Published.of(id));
    System.out.printf(
        "loaded with the fields of candidates, %,.0f entries/s%n",
        setup.entries() / ((System.nanoTime() - start) / NANOS));
    store.shared().close();
  }

  private void compare(Snapshot own, CandidateSource other) {
    int found = SourceComparison.of(own, other, setup.workbench().taxonomy(), 50);
    Snapshot asked = new Snapshot(own.generation(), other, own.configuration(), Deadline.NONE);
    Recommender recommender = setup.workbench().recommender();
    boolean isSame =
        SourceComparison.recommendations(own, recommender, 25)
            .equals(SourceComparison.recommendations(asked, recommender, 25));
    System.out.printf(
        "%,d candidates equal in id, order, traits and score; 100 recommendations %s%n",
        found, isSame ? "equal" : "DIFFERENT");
  }

  /// In the first round, the cluster is asked for the frequencies of words too; later they are
  /// known, as are the words of the embedded index. Processor time is that of the calling thread: a
  /// server spends it, the cluster does not.
  private void measure(
      List<RecommendationRequest> needs, Bare candidates, Bare cases, Snapshot own, Snapshot asked)
      throws IOException, InterruptedException {
    for (String round : List.of("words unknown", "words known", "again")) {
      long[][] nanos = new long[6][needs.size()];
      for (int i = 0; i < needs.size(); i++) {
        long start = System.nanoTime();
        long used = CPU.getCurrentThreadCpuTime();
        setup.workbench().recommender().recommend(needs.get(i), own);
        nanos[1][i] = CPU.getCurrentThreadCpuTime() - used;
        nanos[0][i] = System.nanoTime() - start;
        start = System.nanoTime();
        used = CPU.getCurrentThreadCpuTime();
        setup.workbench().recommender().recommend(needs.get(i), asked);
        nanos[3][i] = CPU.getCurrentThreadCpuTime() - used;
        nanos[2][i] = System.nanoTime() - start;
        start = System.nanoTime();
        candidates.search(i);
        nanos[4][i] = System.nanoTime() - start;
        cases.search(i);
        nanos[5][i] = System.nanoTime() - start;
      }
      System.out.println(round);
      System.out.println("  whole recommendation, from a copy       " + new Figures(nanos[0]));
      System.out.println("    processor time of the server          " + new Figures(nanos[1]));
      System.out.println("  candidates from the cluster             " + new Figures(nanos[2]));
      System.out.println("    processor time of the server          " + new Figures(nanos[3]));
      System.out.println("  bare query of OpenSearch for candidates " + new Figures(nanos[4]));
      System.out.println("  bare queries for candidates and cases   " + new Figures(nanos[5]));
    }
  }

  private ClusterSettings settings(TestCluster cluster, String name) {
    return nodes == 1 ? cluster.settings(name, 1) : cluster.settings(name, 2, "1");
  }

  /// The queries of the first stage of a request: candidates, then cases.
  private List<CandidateQuery> queries(RecommendationRequest request, Snapshot snapshot) {
    Snapshot spy = Mockito.spy(snapshot);
    setup.workbench().recommender().recommend(request, spy);
    ArgumentCaptor<List<CandidateQuery>> queries = ArgumentCaptor.captor();
    Mockito.verify(spy).ahead(queries.capture());
    return queries.getValue();
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
