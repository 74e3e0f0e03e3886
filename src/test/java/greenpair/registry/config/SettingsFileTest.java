package greenpair.registry.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.registry.format.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading settings from a YAML file of the configuration folder.
class SettingsFileTest {
  private static final String BROKEN =
      "x.yaml:2: not valid YAML: check the indentation, quotes, brackets and colons up to that"
          + " line";

  @TempDir private Path folder;
  private final Problems problems = new Problems();

  private ConfigFolder config() {
    return new ConfigFolder(folder);
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Settings settings(String text) throws IOException {
    put("x.yaml", text);
    return config().settings("x.yaml", problems);
  }

  /// The problems of a file without other errors.
  private List<String> faults(String text) throws IOException {
    Settings settings = settings(text);
    settings.number("missing", 0, 1); // must add nothing to what is wrong with the file
    return problems.list();
  }

  @Test
  void settings_areRead_withTheirTypes() throws IOException {
    Settings settings =
        settings("weight: 0.5\ndepth: 200\nname: 水\nin: [NO, \"yes\", US]\nfirm: {near: 1e-1}\n");
    assertEquals(0.5, settings.number("weight", 0, 1));
    assertEquals(200, settings.whole("depth", 1, 1000));
    assertEquals("水", settings.text("name"));
    assertEquals(List.of("NO", "yes", "US"), settings.texts("in"));
    Settings firm = settings.child("firm");
    assertEquals(0.1, firm.number("near", 0, 1));
    settings.finish();
    assertEquals(List.of(), problems.list());
  }

  @Test
  void numbersBeyondBounds_areProblemsOfTheSettings() throws IOException {
    Settings settings = settings("a: 1e999\nb: 99999999999999999999\n");
    settings.number("a", 0, 1);
    settings.number("b", 0, 1);
    assertEquals(2, problems.list().size(), problems.list()::toString);
  }

  @Seeded
  void brokenBytes_areRead_neverThrow(Random random) throws IOException {
    byte[] yaml =
        Lines.utf8("weights: {a: 0.5, b: [1, 'x', \"y\"]}\nname: 水\nlist:\n  - k: |\n      z\n");
    for (int change = 0; change < 2; change++) {
      yaml[random.nextInt(yaml.length)] = (byte) random.nextInt(256);
    }
    Files.write(folder.resolve("x.yaml"), yaml);
    config().settings("x.yaml", problems).keys();
    problems.list().forEach(problem -> assertTrue(problem.startsWith("x.yaml"), problem));
  }

  @Test
  void missingFile_isReported_onceAndWithoutException() {
    Settings settings = config().settings("none.yaml", problems);
    settings.number("weight", 0, 1);
    settings.finish();
    assertEquals(List.of("none.yaml does not exist; put it in " + folder), problems.list());
  }

  @Test
  void brokenYaml_isReported_withFileLineAndReason() throws IOException {
    List<String> faults = faults("a: 1\nb: c: d\n");
    assertEquals(List.of(BROKEN), faults);
  }

  @Test
  void unclosedList_isReported_withoutTheDrawing() throws IOException {
    List<String> faults = faults("a: [1\nb: 2\n");
    assertEquals(List.of(BROKEN), faults);
  }

  @Test
  void keyThatStandsTwice_isReported() throws IOException {
    assertEquals(
        List.of("x.yaml:2: not valid YAML: it has the key \"a\" twice"), faults("a: 1\na: 2\n"));
  }

  @Test
  void keyWithoutValue_isReported() throws IOException {
    assertEquals(List.of("x.yaml:1: a has no value; write one or remove it"), faults("a:\nb: 1\n"));
  }

  @Test
  void nullsAndEmptyTexts_areReportedAsNoValue() throws IOException {
    faults("a: ~\nb: null\nc: ''\nd: [1, '']\n");
    assertEquals(4, problems.list().size(), problems.list()::toString);
    assertEquals(
        "x.yaml:4: an element of the list has no value; write one or remove it",
        problems.list().get(3));
  }

  @Test
  void aliases_areRefused_andNeverFollowed() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i <= 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    List<String> faults = faults(bomb.toString());
    assertEquals(60, faults.size());
    assertEquals("x.yaml:2: alias *a0 is not supported; write the value out", faults.get(0));
  }

  @Test
  void mergeKey_isRefused() throws IOException {
    assertEquals(
        List.of("x.yaml:2: alias *b is not supported; write the value out"),
        faults("base: &b {k: 1}\nuse: {<<: *b}\n"));
  }

  @Test
  void deepNesting_isReported() throws IOException {
    List<String> faults = faults("a: " + "[".repeat(1000) + "]".repeat(1000) + "\n");
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).contains("nested too deeply"), faults.get(0));
  }

  @Test
  void hugeFile_isReported_andNotParsed() throws IOException {
    assertEquals(
        List.of("x.yaml must have at most 1048576 bytes, but has 1048579"),
        faults("a: " + "1".repeat(1 << 20)));
  }

  @Test
  void listOrSecondDocument_isReported() throws IOException {
    faults("- 1\n");
    faults("a: 1\n---\nb: 2\n");
    assertEquals(
        List.of(
            "x.yaml must be a map of settings, but was [",
            "x.yaml:3: a second document; a settings file has one"),
        problems.list());
  }
}
