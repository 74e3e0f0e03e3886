package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.cli.Workbench;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run reports how many rows a stage has, so that the remaining work is known.
class KnownTotalsTest {
  @TempDir private Path folder = Path.of("");

  /// Stages in order, each with what was expected and what came.
  private static final class Seen implements RunObserver {
    private final List<String> names = new ArrayList<>();
    private final List<Long> expected = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();

    @Override
    public void stage(String name, long rowsExpected) {
      names.add(name);
      expected.add(rowsExpected);
      rows.add(0L);
    }

    @Override
    public void step(long count) {
      rows.set(rows.size() - 1, rows.getLast() + count);
    }

    @Override
    public void rejected() {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  @Test
  void stagesAfterConverting_sayHowManyRowsTheyHave_andHandleSoMany() throws IOException {
    TinyRegistries registries = new TinyRegistries(folder).write(1);
    Seen seen = new Seen();
    new Workbench(registries.config())
        .reindexing(folder.resolve("data"))
        .run(registries.order(), seen, Instant.parse("2026-01-01T12:00:00Z"));

    List<String> known = new ArrayList<>();
    for (int at = 0; at < seen.names.size(); at++) {
      if (seen.expected.get(at) > 0) {
        known.add(seen.names.get(at));
        assertEquals(seen.expected.get(at), seen.rows.get(at), seen.names.get(at));
      }
    }
    assertEquals(List.of("checking", "resolving", "merging", "checking", "writing"), known);
  }
}
