package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.SharedGenerations;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/// What a generation answers from the embedded index, and that it answers the same through a
/// cluster. A server that follows a cluster answers as one that built its index itself: every
/// entry, every candidate, recommendations, searches with facets and highlights, suggestions.
public final class ClusterContract {
  private final Workbench bench;
  private final Path builder;
  private final String id;
  private final Map<String, String> expected;

  /// @param builder data folder with a published generation
  public ClusterContract(Workbench bench, Path builder) throws IOException {
    this.bench = bench;
    this.builder = builder;
    this.id = new GenerationStore(builder).published().orElseThrow();
    try (LiveIndex live = bench.open(builder)) {
      expected = read(live, own -> AllAnswers.of(bench, own));
    }
  }

  private static <T> T read(LiveIndex live, Function<Snapshot, T> questions) {
    try (Snapshot snapshot = live.acquire()) {
      return questions.apply(snapshot);
    }
  }

  /// Publishes the generation, copies it, and compares what the copy answers.
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
  }
}
