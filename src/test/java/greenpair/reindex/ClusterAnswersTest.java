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
import greenpair.index.cluster.TestCluster;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.match.explain.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  private static final int QUERIES = 60;

  private static final int NEEDS = 5;

  @TempDir private static Path builder;
  private static Map<String, String> expected;
  private static String id;

  @BeforeAll
  static void answers() throws IOException {
    id = COHORT.get().copyTo(builder);
    expected = AllAnswers.of(BENCH, builder);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0-1", "3, 2, 1"})
  void answers_areThoseOfTheEmbeddedIndex(
      int nodes, int shards, String replicas, @TempDir Path folder) throws IOException {
    Path server = folder.resolve("server");
    try (TestCluster cluster = TestCluster.start(folder.resolve("cluster"), nodes)) {
      ClusterSettings settings = cluster.settings("answers", shards, replicas).askedForCandidates();
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
        try (AskedCluster asked =
            AskedCluster.of(settings, id, BENCH.taxonomy(), BENCH.indexSettings())) {
          assertCandidatesAreSame(live, asked);
        }
        assertCopyStandsIn(live, cluster, nodes);
      }
      copying.shared().close();
    }
    AllAnswers.assertSame(expected, AllAnswers.of(BENCH, server));
  }

  private static void assertCandidatesAreSame(LiveIndex live, AskedCluster asked) {
    try (Snapshot own = live.acquire()) {
      int found = SourceComparison.of(own, asked.source(), BENCH.taxonomy(), QUERIES);
      assertTrue(found > 1_000, () -> found + " candidates were compared");
      Snapshot other =
          new Snapshot(own.generation(), asked.source(), own.configuration(), Deadline.NONE);
      AllAnswers.assertSame(expected, AllAnswers.of(BENCH, other));
    }
  }

  private static void assertCopyStandsIn(LiveIndex live, TestCluster cluster, int nodes)
      throws IOException {
    assertFalse(live.isBehind()); // The check opens the generation in the cluster.
    long before = searches(cluster);
    List<Answer> answers = answers(live);
    assertTrue(searches(cluster) > before);
    assertEquals("", live.shared().orElseThrow().fault());
    for (int i = 0; i < nodes; i++) {
      cluster.stop(i);
    }
    assertEquals(answers, answers(live));
    String fault = live.shared().orElseThrow().fault();
    assertTrue(fault.contains("candidates come from the copy"), fault);
  }

  private static List<Answer> answers(LiveIndex live) {
    try (Snapshot snapshot = live.acquire()) {
      return SourceComparison.recommendations(snapshot, BENCH.recommender(), NEEDS);
    }
  }

  private static long searches(TestCluster cluster) {
    String statistics = cluster.send("GET", "/answers-*/_stats/search", "");
    return Long.parseLong(statistics.replaceFirst("(?s).*?\"query_total\":(\\d+).*", "$1"));
  }
}
