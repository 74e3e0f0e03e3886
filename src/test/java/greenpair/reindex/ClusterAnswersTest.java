package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.ServedCohort;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.SharedGenerations;
import greenpair.index.cluster.AskedCluster;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.MemoryFolder;
import greenpair.index.cluster.TestCluster;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.match.explain.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract of the embedded index, a cluster of one node, and one of three nodes with two
/// shards and a replica. A server that follows a cluster answers as one that built its index
/// itself: every entry, every candidate, recommendations, searches with facets and highlights,
/// suggestions. So it does if the cluster finds the candidates of recommendations: the same, in
/// the same order, with exactly the same scores. If the cluster fails, the copy finds them.
@Tag("slow")
class ClusterAnswersTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private static final Workbench BENCH = new Workbench(Path.of("index-config"));

  /// Of each kind.
  private static final int QUERIES = 20;

  private static final int NEEDS = 5;

  /// For a request that no copy answers, on a machine that does other things too.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(factory = MemoryFolder.class)
  private static Path builder;

  @TempDir(factory = MemoryFolder.class)
  private static Path home;

  private static TestCluster cluster;
  private static String id;
  private static Map<String, String> expected;
  private static List<Answer> recommended;

  @BeforeAll
  static void answers() throws IOException {
    id = COHORT.get().copyTo(builder);
    try (LiveIndex live = BENCH.open(builder)) {
      expected = read(live, own -> AllAnswers.of(BENCH, own));
      recommended = recommended(live, NEEDS);
    }
    cluster = TestCluster.start(home, 1);
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  private static <T> T read(LiveIndex live, Function<Snapshot, T> questions) {
    try (Snapshot snapshot = live.acquire()) {
      return questions.apply(snapshot);
    }
  }

  private static List<Answer> recommended(LiveIndex live, int needs) {
    return read(live, own -> SourceComparison.recommendations(own, BENCH.recommender(), needs));
  }

  /// The one node becomes the first of three.
  @ParameterizedTest
  @CsvSource({"1, 1, 0-1", "3, 2, 1"})
  void answers_areThoseOfTheEmbeddedIndex(
      int nodes, int shards, String replicas, @TempDir(factory = MemoryFolder.class) Path server)
      throws IOException {
    cluster.grow(nodes);
    String name = "answers" + nodes;
    ClusterSettings settings =
        cluster.settings(name, shards, replicas).askedForCandidates().within(PATIENCE);
    GenerationStore built = cluster.store(builder, settings);
    built.publish(Published.of(id));
    built.shared().close();
    GenerationStore copying = cluster.store(server, settings);
    try (LiveIndex live = BENCH.open(copying)) {
      live.pull();
      live.refresh();
      SharedGenerations.State state = live.shared().orElseThrow();
      assertEquals(SharedGenerations.Condition.FOLLOWING, state.condition(), state::toString);
      assertEquals(nodes, state.nodes());
      AllAnswers.assertSame(expected, read(live, copy -> AllAnswers.of(BENCH, copy)));
      try (AskedCluster asked =
          AskedCluster.of(settings, id, BENCH.taxonomy(), BENCH.indexSettings())) {
        assertCandidatesAreSame(live, asked);
      }
      assertFalse(live.isBehind()); // The check opens the generation in the cluster.
      long before = searches(name);
      List<Answer> one = recommended(live, 1);
      // On a busy machine, the cluster may once take longer than a request waits.
      for (int i = 0; i < 100 && !fault(live).isEmpty(); i++) {
        live.isBehind();
        recommended(live, 1);
      }
      assertEquals("", fault(live));
      assertTrue(searches(name) > before);
      if (nodes == 3) {
        cluster.close();
        assertEquals(one, recommended(live, 1));
        assertTrue(fault(live).contains("candidates come from the copy"), fault(live));
      }
    }
    copying.shared().close();
  }

  private static void assertCandidatesAreSame(LiveIndex live, AskedCluster asked) {
    try (Snapshot own = live.acquire()) {
      int found = SourceComparison.of(own, asked.source(), BENCH.taxonomy(), QUERIES);
      assertTrue(found > 1_000, () -> found + " candidates were compared");
      Snapshot other =
          new Snapshot(own.generation(), asked.source(), own.configuration(), Deadline.NONE);
      assertEquals(
          recommended, SourceComparison.recommendations(other, BENCH.recommender(), NEEDS));
    }
  }

  private static String fault(LiveIndex live) {
    return live.shared().orElseThrow().fault();
  }

  private static long searches(String name) {
    String statistics = cluster.send("GET", "/" + name + "-*/_stats/search", "");
    return Long.parseLong(statistics.replaceFirst("(?s).*?\"query_total\":(\\d+).*", "$1"));
  }
}
