package greenpair.index;

import static greenpair.index.Days.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.Shared;
import greenpair.catalog.Language;
import greenpair.index.generation.InUse;
import greenpair.index.generation.Manifest;
import greenpair.message.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A damaged generation is refused, with a message that names the damage.
class DamagedGenerationTest {
  @RegisterExtension static final Shared<Days.Built> BUILT = Days.shared();

  @TempDir private Path data;
  private Days days;

  @BeforeEach
  void empty() {
    days = BUILT.get().into(data);
  }

  /// One damage to a generation.
  private interface Damage {
    void to(Path directory) throws IOException;
  }

  /// A damaged generation is refused, with a message that names the damage, and the previous one is
  /// served: by an index that already served it, and by one that starts.
  private void assertRefused(Damage damage, String... words) throws IOException {
    String good = days.publish(1);
    try (LiveIndex live = SmallCatalog.live(days.store());
        LiveIndex started = SmallCatalog.live(days.store())) {
      live.refresh();
      String bad = days.publish(2);
      damage.to(days.directory(bad));

      assertFalse(live.refresh());
      assertEquals(good, served(live));
      assertTrue(started.refresh());
      assertEquals(good, served(started));
      for (LiveIndex each : List.of(live, started)) {
        assertEquals(1, each.refusals().size(), each.refusals()::toString);
        String refusal = each.refusals().getFirst().in(Language.EN);
        assertTrue(refusal.startsWith("generation " + bad + " cannot be served: "), refusal);
        for (String word : words) {
          assertTrue(refusal.contains(word), refusal);
        }
      }

      String next = days.publish(3);
      assertTrue(live.refresh());
      assertEquals(next, served(live));
    }
  }

  /// One damage to one file, and what takes it back.
  private interface Spoiling {
    Spoiling to(Path file) throws IOException;
  }

  private Spoiling flipped(Random random) {
    return file -> {
      long at = random.nextLong(Files.size(file));
      FileTime before = Files.getLastModifiedTime(file);
      flip(file, at);
      return again -> {
        flip(again, at);
        Files.setLastModifiedTime(again, before);
        return gone();
      };
    };
  }

  private Spoiling gone() {
    return file -> {
      Path aside = data.resolve("aside");
      Files.move(file, aside);
      return again -> {
        Files.move(aside, again);
        return gone();
      };
    };
  }

  /// In turn each file has one byte changed and is taken away: each is found at the next look, by
  /// its name, and the generation before answers.
  @Seeded(runs = 1)
  void anyFile_withOneByteChangedOrMissing_isFound(Random random) throws IOException {
    String good = days.publish(1);
    Path directory = days.directory(days.publish(2));
    List<Path> files = files(directory);
    assertTrue(files.size() > 20, files::toString);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      for (Path file : files) {
        for (Spoiling each : List.of(flipped(random), gone())) {
          Spoiling back = each.to(file);
          live.refresh();
          assertEquals(good, served(live));
          String refusals = Messages.of(Language.EN).list(live.refusals());
          assertTrue(refusals.contains(directory.relativize(file).toString()), refusals);
          assertTrue(
              refusals.matches(".*(its checksum differs|is missing|manifest.json).*"), refusals);
          var _ = back.to(file);
        }
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> !each.endsWith(InUse.FILE) && !each.endsWith("write.lock"))
          .sorted()
          .toList();
    }
  }

  /// In place, as a disk does it: the file keeps its length.
  private static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      int value = open.read();
      open.seek(at);
      open.write(value ^ 0x10);
    }
  }

  @Test
  void generation_withoutManifest_isRefusedAsUnfinished() throws IOException {
    assertRefused(
        directory -> Files.delete(directory.resolve(Manifest.FILE)),
        "no readable manifest.json, so its build did not finish");
  }
}
