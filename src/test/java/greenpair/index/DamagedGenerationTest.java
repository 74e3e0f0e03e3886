package greenpair.index;

import static greenpair.index.Days.biggest;
import static greenpair.index.Days.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.index.generation.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A generation to which something was done is refused, whatever it is, with words that tell it.
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

  /// A damaged generation is refused, with words that tell what is wrong with it, and the previous
  /// one is served: by an index that served it already, and by one that starts anew.
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
        String refusal = each.refusals().getFirst();
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

  @Test
  void generation_withAMissingFile_isRefused() throws IOException {
    assertRefused(directory -> Files.delete(biggest(directory, "firm")), "firm/", "is missing");
  }

  @Test
  void generation_withATruncatedFile_isRefused() throws IOException {
    assertRefused(
        directory -> {
          Path file = biggest(directory, "city");
          byte[] bytes = Files.readAllBytes(file);
          Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        },
        "city/",
        " bytes, not ");
  }

  @Test
  void generation_withAFileThatGrew_isRefused() throws IOException {
    assertRefused(
        directory ->
            Files.write(
                biggest(directory, "need"), new byte[1], java.nio.file.StandardOpenOption.APPEND),
        "need/",
        " bytes, not ");
  }

  @Test
  void generation_withAnEmptiedFile_isRefused() throws IOException {
    assertRefused(
        directory -> Files.write(biggest(directory, "solution"), new byte[0]), "has 0 bytes, not ");
  }

  @Test
  void generation_withoutAWholeKind_isRefused() throws IOException {
    assertRefused(
        directory -> {
          try (var files = Files.walk(directory.resolve("deployment"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
              Files.delete(file);
            }
          }
        },
        "deployment/",
        "is missing");
  }

  @Test
  void generation_withoutManifest_isRefusedAsUnfinished() throws IOException {
    assertRefused(
        directory -> Files.delete(directory.resolve(Manifest.FILE)),
        "no readable manifest.properties, so its build did not finish");
  }

  @Test
  void generation_withAManifestOfRubbish_isRefused() throws IOException {
    assertRefused(
        directory -> Files.write(directory.resolve(Manifest.FILE), new byte[] {0, 1, -1, 92, 117}),
        "manifest.properties is damaged");
  }

  @Test
  void generation_withAnEmptyManifest_isRefused() throws IOException {
    assertRefused(
        directory -> Files.write(directory.resolve(Manifest.FILE), new byte[0]),
        "manifest.properties is damaged");
  }

  @Test
  void generation_thatIsGone_isRefused() throws IOException {
    assertRefused(
        directory -> Files.move(directory, directory.resolveSibling("elsewhere")), "cannot be");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void generation_withAFileThatTheDiskCannotRead_isRefused() throws IOException {
    // Reading the first bytes of this file of the kernel is an I/O error.
    assertRefused(
        directory -> {
          Path unreadable = Path.of("/proc/self/mem");
          Manifest manifest = Manifest.read(directory);
          Map<String, Manifest.Sum> files = new TreeMap<>(manifest.files());
          files.put("a-file", new Manifest.Sum(Files.size(unreadable), 0));
          Files.createSymbolicLink(directory.resolve("a-file"), unreadable);
          new Manifest(
                  manifest.id(),
                  manifest.configuration(),
                  manifest.indexing(),
                  manifest.created(),
                  manifest.newest(),
                  manifest.counts(),
                  manifest.sources(),
                  files)
              .write(directory);
        },
        "a-file",
        "cannot be read");
  }
}
