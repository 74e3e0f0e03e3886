package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.Workbench;
import greenpair.index.FullDisk;
import greenpair.index.GenerationStore;
import greenpair.index.generation.BusyException;
import greenpair.registry.source.read.SourceException;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A registry is truncated, changes, or disappears while a run reads it: the run reports this,
/// publishes nothing and leaves nothing behind, and the next run succeeds.
@Tag("postgres")
class BrokenSourceTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String ROWS =
      "Ref,Name,City\na,ACME BIOGAS,Riverton\nb,\"Umbra, Methane\",Lakeside\n";

  @TempDir private Path folder = Path.of("");

  private int runs;
  private TinyRegistries registries = new TinyRegistries(folder);

  @BeforeEach
  void prepare() throws IOException {
    registries = new TinyRegistries(folder);
    registries.write(1);
    assertEquals(
        ReindexReport.Outcome.PUBLISHED, run(registries.order(), RunObserver.NONE).outcome());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ReindexReport run(ReindexRequest order, RunObserver watch) throws IOException {
    return new Workbench(registries.config())
        .reindexing(data())
        .run(order, watch, NOON.plusSeconds(runs++));
  }

  /// @return the message of the run
  private String breaks(RunObserver watch) throws IOException {
    GenerationStore store = new GenerationStore(data());
    Optional<String> good = store.published();
    registries.write(2);
    Files.delete(folder.resolve("second.csv"));
    SourceException e = assertThrows(SourceException.class, () -> run(registries.order(), watch));
    assertEquals(good, store.published());
    assertEquals(1, store.list().size());
    assertFalse(Files.exists(data().resolve("work")), "temporary files are gone");
    return String.valueOf(e.getMessage());
  }

  private void nextRunSucceeds() throws IOException {
    mapping("files: second.csv");
    registries.write(3);
    assertEquals(
        ReindexReport.Outcome.PUBLISHED, run(registries.order(), RunObserver.NONE).outcome());
  }

  /// What the second registry is read from.
  private void mapping(String from) throws IOException {
    Path file = registries.config().resolve("sources/second.yaml");
    String now = Files.readString(file);
    Files.writeString(file, now.replaceFirst("(?s)files: [^\n]*(?=\nrecord)", from.strip()));
  }

  /// Does something when the first row of the second registry was read.
  private static RunObserver atTheFirstRow(Runnable act) {
    return new RunObserver() {
      private boolean isThere;
      private boolean isDone;

      @Override
      public void stage(String name, long expected) {
        isThere = name.equals("converting second");
      }

      @Override
      public void step(long rows) {
        if (isThere && !isDone) {
          isDone = true;
          act.run();
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"appended to", "replaced", "removed"})
  void file_thatChangesWhileItIsRead_isNamed(String how) throws IOException {
    Path file = folder.resolve("live.csv");
    // More than is read ahead of the row that is converted.
    StringBuilder rows = new StringBuilder(ROWS);
    for (int i = 0; i < 20_000; i++) {
      rows.append("n").append(i).append(",Firm ").append(i).append(",Riverton\n");
    }
    Files.writeString(file, rows);
    mapping("files: live.csv");
    String said =
        breaks(
            atTheFirstRow(
                () -> {
                  try {
                    switch (how) {
                      case "appended to" ->
                          Files.writeString(file, "c,Gamma,Riverton\n", StandardOpenOption.APPEND);
                      case "replaced" -> {
                        Path next = Files.writeString(folder.resolve("live.next"), ROWS);
                        Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                      }
                      default -> Files.delete(file);
                    }
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                }));
    assertTrue(said.contains("live.csv changed while it was read"), said);
    nextRunSucceeds();
  }

  @Test
  void disk_thatIsFull_endsTheRunAndLeavesNothing() throws IOException {
    GenerationStore store = new GenerationStore(data());
    Optional<String> good = store.published();
    registries.write(2);
    try (FullDisk disk = new FullDisk(2_000)) {
      IOException e =
          assertThrows(IOException.class, () -> run(registries.order(), RunObserver.NONE));
      assertTrue(String.valueOf(e.getMessage()).contains("No space left"), e::toString);
      assertTrue(disk.room() < 0);
    }
    assertEquals(good, store.published());
    assertFalse(Files.exists(data().resolve("work")), "temporary files are gone");
    try (var left = Files.list(data().resolve("generations"))) {
      assertEquals(1, left.count());
    }
    nextRunSucceeds();
  }

  @Test
  void secondRun_besideOne_isRefused() throws IOException {
    registries.write(2);
    ReindexReport report =
        run(
            registries.order(),
            atTheFirstRow(
                () ->
                    assertThrows(
                        BusyException.class, () -> run(registries.order(), RunObserver.NONE))));
    assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome());
  }
}
