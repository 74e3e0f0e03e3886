package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.Shared;
import greenpair.cli.ServedCohort;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.SharedGenerations;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server that follows a cluster answers as one that built its index itself: every entry, every
/// candidate, recommendations, searches with facets and highlights, suggestions.
@Tag("slow")
class ClusterAnswersTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private static final Workbench BENCH = new Workbench(Path.of("index-config"));

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
      ClusterSettings settings = cluster.settings("answers", shards, replicas);
      GenerationStore built = cluster.store(builder, settings);
      built.publish(Published.of(id));
      built.shared().close();
      GenerationStore copying = cluster.store(server, settings);
      try (LiveIndex live = BENCH.open(copying)) {
        live.pull();
        SharedGenerations.State state = live.shared().orElseThrow();
        assertEquals(SharedGenerations.Condition.FOLLOWING, state.condition(), state::toString);
        assertEquals(nodes, state.nodes());
      }
      copying.shared().close();
    }
    AllAnswers.assertSame(expected, AllAnswers.of(BENCH, server));
  }
}
