package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.Digests;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A build that has no room leaves nothing behind, and what was published goes on being served.
class FullDiskTest {
  private static final int PARTS = 12;
  private static final Instant NEXT_DAY = SmallCatalog.NOON.plusSeconds(86_400);

  @TempDir private Path data;

  private GenerationStore store() {
    return new GenerationStore(data);
  }

  /// What `reindex` does: a build that is discarded unless it was finished.
  private void build(GenerationStore.Lock lock) throws IOException {
    GenerationBuilder builder =
        store()
            .begin(
                lock,
                new Digests(SmallCatalog.CONFIGURATION, SmallCatalog.CONFIGURATION),
                SmallCatalog.TAXONOMY,
                IndexSettings.none(),
                NEXT_DAY);
    boolean finished = false;
    try (builder) {
      SmallCatalog.ENTRIES.forEach(builder::survey);
      for (var entry : SmallCatalog.ENTRIES) {
        builder.add(entry, SmallCatalog.JSON.encode(entry));
      }
      builder.finish(List.of(), NEXT_DAY);
      finished = true;
    } finally {
      if (!finished) {
        store().discard(builder);
      }
    }
  }

  private long bytesOfABuild() throws IOException {
    try (FullDisk disk = new FullDisk(Long.MAX_VALUE);
        GenerationStore.Lock lock = store().lock()) {
      build(lock);
      return Long.MAX_VALUE - disk.room();
    }
  }

  @Test
  void build_whereverTheDiskIsFull_reportsItAndLeavesNothing() throws IOException {
    String good = SmallCatalog.publish(store(), 0, SmallCatalog.ENTRIES);
    long needed = bytesOfABuild();
    assertEquals(1, store().prune(0).size(), "the one that was measured");
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      for (int part = 0; part < PARTS; part++) {
        try (FullDisk disk = new FullDisk(needed * part / PARTS);
            GenerationStore.Lock lock = store().lock()) {
          IOException e = assertThrows(IOException.class, () -> build(lock));
          assertTrue(String.valueOf(e.getMessage()).contains("No space left"), e::toString);
          assertTrue(disk.room() < 0);
        }
        assertEquals(List.of(good), store().list().stream().map(Manifest::id).toList());
        try (var left = Files.list(store().generations())) {
          assertEquals(1, left.count(), "only the good one is left");
        }
        assertEquals(Optional.of(good), store().published());
      }
      try (Snapshot snapshot = live.acquire()) {
        assertEquals(good, snapshot.manifest().id());
        assertEquals(2, snapshot.entries(Kind.FIRM, 0, 10).size());
      }
    }
    try (FullDisk disk = new FullDisk(needed);
        GenerationStore.Lock lock = store().lock()) {
      build(lock);
      assertEquals(0, disk.room(), "with just enough room it is built");
    }
    assertEquals(2, store().list().size());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void build_withNoRoomForItsManifest_isNoGeneration() throws IOException {
    try (GenerationStore.Lock lock = store().lock();
        GenerationBuilder builder =
            SmallCatalog.begin(store(), lock, NEXT_DAY, SmallCatalog.ENTRIES)) {
      Path manifest = builder.directory().resolve(Manifest.FILE + ".new");
      Files.createSymbolicLink(manifest, Path.of("/dev/full"));
      IOException e = assertThrows(IOException.class, () -> builder.finish(List.of(), NEXT_DAY));
      assertTrue(String.valueOf(e.getMessage()).contains("No space left"), e::toString);
      assertEquals(List.of(), store().list());
      store().discard(builder);
    }
    try (var left = Files.list(store().generations())) {
      assertEquals(0, left.count());
    }
  }
}
