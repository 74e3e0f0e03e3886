package greenpair.cli.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.cli.app.Places;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import greenpair.index.GenerationStore;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a server loads the demonstration, and when it must not replace other data.
class DemonstrationTest {
  @TempDir Path home;
  private Path data;

  @BeforeEach
  void data() {
    data = home.resolve("data");
  }

  private ServerSettings settings(Map<Setting, String> options) {
    return new ServerSettings(home, home.resolve("greenpair.yaml"), Map.of(), options);
  }

  private boolean isWanted(boolean isAsked, Map<Setting, String> options) {
    return Demonstration.isWanted(isAsked, home, settings(options), new GenerationStore(data));
  }

  private void checkout() throws IOException {
    Files.createFile(home.resolve("pom.xml"));
  }

  private void indexed(Path source) throws IOException {
    Path folder = data.resolve("generations").resolve("20260101T000000.000Z");
    Files.createDirectories(folder);
    new Manifest(
            "20260101T000000.000Z",
            "c",
            "i",
            Instant.EPOCH,
            null,
            new EnumMap<>(Kind.class),
            List.of(new Manifest.Source(source.toString(), 1, "d")),
            Map.of(),
            null)
        .write(folder);
  }

  @Test
  void firstStartOfACheckout_isTheDemonstration() throws IOException {
    checkout();
    assertTrue(isWanted(false, Map.of()));
  }

  @Test
  void withoutSources_itIsNot() {
    assertFalse(isWanted(false, Map.of()));
    assertTrue(isWanted(true, Map.of()));
  }

  @Test
  void namedFolderThatIsEmpty_mayBeAVolumeThatWasNotMounted() throws IOException {
    checkout();
    Map<Setting, String> named = Map.of(Setting.DATA, data.toString());
    assertFalse(isWanted(false, named));
    assertTrue(isWanted(true, named));
  }

  @Test
  void demonstrationThatIsThere_isBuiltAgain() throws IOException {
    indexed(Places.fixtures().resolve("cities.jsonl"));
    assertTrue(isWanted(false, Map.of(Setting.DATA, data.toString())));
  }

  @Test
  void configuredCatalog_isNeverHidden() throws IOException {
    checkout();
    Map<Setting, String> own = Map.of(Setting.CATALOG, "own.jsonl");
    assertFalse(isWanted(false, own));
    assertFalse(isWanted(false, Map.of(Setting.SOURCES, "registries")));
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> isWanted(true, own)).getMessage();
    assertEquals(
        "--demo loads the demonstration, but catalog or sources is set (greenpair config shows"
            + " where); leave out one of the two",
        refusal);
  }

  @Test
  void catalogOfOnesOwnInTheFolder_isNeverReplaced() throws IOException {
    checkout();
    indexed(Path.of("own.jsonl"));
    assertFalse(isWanted(false, Map.of()));
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> isWanted(true, Map.of())).getMessage();
    assertTrue(String.valueOf(refusal).contains(data + " contains your own catalog"), refusal);
  }

  @Test
  void catalogOfAnOlderFormat_isNoFirstStart() throws IOException {
    checkout();
    indexed(Path.of("own.jsonl"));
    inAnOlderFormat();
    assertFalse(isWanted(false, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> isWanted(true, Map.of()));
  }

  @Test
  void demonstrationOfAnOlderFormat_isBuiltAgain() throws IOException {
    indexed(Places.fixtures().resolve("cities.jsonl"));
    inAnOlderFormat();
    assertTrue(isWanted(false, Map.of(Setting.DATA, data.toString())));
  }

  private void inAnOlderFormat() throws IOException {
    Path folder = data.resolve("generations/20260101T000000.000Z");
    Path file = folder.resolve(Manifest.FILE);
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"format\":\"\\d+\"", "\"format\":\"1\""));
    assertThrows(BadGenerationException.class, () -> Manifest.read(folder));
  }
}
