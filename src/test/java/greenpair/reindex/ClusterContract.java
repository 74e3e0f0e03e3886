package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import greenpair.match.reason.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a generation answers from the embedded index, and that it answers the same through a
/// cluster. A server that follows a cluster answers as one that built its index itself: every
/// entry, every candidate, recommendations, searches with facets and highlights, suggestions. So it
/// does if the cluster finds the candidates of recommendations: the same, in the same order, with
/// exactly the same scores.
public final class ClusterContract {
  /// Of each kind.
  private static final int QUERIES = 20;

  private static final int NEEDS = 5;

  /// For a request that no copy answers, on a machine that does other things too.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workbench bench;
  private final Path builder;
  private final String id;
  private final Map<String, String> expected;
  private final List<Answer> recommended;

  /// @param builder data folder with a published generation
  public ClusterContract(Workbench bench, Path builder) throws IOException {
    this.bench = bench;
    this.builder = builder;
    this.id = new GenerationStore(builder).published().orElseThrow();
    try (LiveIndex live = bench.open(builder)) {
      expected = read(live, own -> AllAnswers.of(bench, own));
      recommended = recommended(live, NEEDS);
    }
  }

  private static <T> T read(LiveIndex live, Function<Snapshot, T> questions) {
    try (Snapshot snapshot = live.acquire()) {
      return questions.apply(snapshot);
    }
  }

  List<Answer> recommended(LiveIndex live, int needs) {
    return read(live, own -> SourceComparison.recommendations(own, bench.recommender(), needs));
  }

  /// The settings to use.
  public static ClusterSettings settings(
      TestCluster cluster, String name, int shards, String replicas) {
    return TestCluster.asked(cluster.settings(name, shards, replicas)).within(PATIENCE);
  }

  /// Publishes the generation, copies it, and compares what the copy and the cluster answer.
  ///
  /// @param live index of a data folder that follows the cluster
  public void assertIsKept(TestCluster cluster, ClusterSettings settings, int nodes, LiveIndex live)
      throws IOException {
    GenerationStore built = cluster.store(builder, settings);
    built.publish(Published.of(id));
    built.shared().close();
    live.pull();
    live.refresh();
    SharedGenerations.State state = live.shared().orElseThrow();
    assertEquals(SharedGenerations.Condition.FOLLOWING, state.condition(), state::toString);
    assertEquals(nodes, state.nodes());
    AllAnswers.assertSame(expected, read(live, copy -> AllAnswers.of(bench, copy)));
    try (Snapshot own = live.acquire();
        AskedCluster asked =
            AskedCluster.of(settings, id, bench.taxonomy(), bench.indexSettings())) {
      int found = SourceComparison.of(own, asked.source(), bench.taxonomy(), QUERIES);
      assertTrue(found > 1_000, () -> found + " candidates were compared");
      Snapshot other =
          new Snapshot(own.generation(), asked.source(), own.configuration(), Deadline.NONE);
      assertEquals(
          recommended, SourceComparison.recommendations(other, bench.recommender(), NEEDS));
    }
  }
}
