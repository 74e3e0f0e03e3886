package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.Workbench;
import greenpair.reindex.run.CancelledException;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A watch that ends a run after so many rows, at every stage of it.
class CancelTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  @TempDir private Path data = Path.of("");
  @TempDir private Path other = Path.of("");
  @TempDir private Path folder = Path.of("");

  /// Counts rows and stages, and cancels at one of them.
  private static final class Stop implements RunObserver {
    private final long at;
    private long seen;

    Stop(long at) {
      this.at = at;
    }

    @Override
    public void stage(String name, long expected) {
      seen++;
    }

    @Override
    public void step(long rows) {
      seen += rows;
    }

    @Override
    public void rejected() {}

    @Override
    public boolean isCancelled() {
      return seen >= at;
    }
  }

  @Test
  void run_thatIsCancelled_leavesNothingBehindAndPublishesNothing() throws IOException {
    TinyRegistries registries = new TinyRegistries(folder).write(1);
    Workbench bench = new Workbench(registries.config());
    bench.reindexing(data).run(registries.order(), RunObserver.NONE, NOW);
    ReindexRequest second = registries.write(2).order();
    Set<String> before = files();
    Stop all = new Stop(Long.MAX_VALUE);
    TinyRegistries.copy(data, other);
    bench.reindexing(other).run(second, all, NOW.plusSeconds(1));

    for (long at : List.of(1L, all.seen / 3, all.seen / 2, all.seen)) {
      assertThrows(
          CancelledException.class,
          () -> bench.reindexing(data).run(second, new Stop(at), NOW.plusSeconds(1)));
      assertEquals(before, files(), "cancelled after " + at);
    }
    assertTrue(bench.open(data).isReady());
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.map(each -> data.relativize(each).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
