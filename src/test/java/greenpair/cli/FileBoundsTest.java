package greenpair.cli;

import static greenpair.cli.Content.BLANK;
import static greenpair.cli.Content.repeated;
import static greenpair.cli.Content.zip;
import static greenpair.cli.HostileRegistry.MAPPING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import module java.base;

import greenpair.DocTable;
import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks the table of limits on files in docs/operation.md: a file within each limit is read, and
/// one beyond it is refused with a plain error.
@Tag("slow")
class FileBoundsTest {
  private static final int KIB = 1024;

  /// Rows whose bounds have tests of their own: SourceFilesTest.
  private static final List<String> ALONE = List.of("shared strings of a workbook");

  @TempDir private Path folder = Path.of("");
  private int runs;

  /// A run on a file of some size.
  private interface Run {
    Ran of(FileBoundsTest test, boolean within) throws IOException;
  }

  private static final Map<String, Run> RUNS =
      Map.of(
          "line of a catalog file",
          (test, within) -> test.validate(within ? 900 * KIB : 1025 * KIB, within ? 3 : 20),
          "configuration file",
          (test, within) -> test.configured(within ? 900 * KIB : 1025 * KIB),
          "cell of a registry",
          (test, within) -> test.csv(2, within ? 1024 * KIB : 1024 * KIB + 1),
          "row of a registry",
          (test, within) -> test.csv(within ? 9_990 : 10_010, 1),
          "JSON of a registry",
          (test, within) -> {
            int deep = within ? 60 : 65;
            String nested = "[".repeat(deep) + "]".repeat(deep);
            return test.registry(
                "a.json", Content.text("[{\"Ref\":1,\"Name\":\"Acme\",\"More\":" + nested + "}]"));
          },
          "compressed file",
          (test, within) ->
              test.registry(
                  "a.zip",
                  zip("a.csv", repeated("Ref,Name\n1,Acme\n", BLANK, within ? 5 : 90_000, ""))));

  private Ran validate(int bytes, int depth) throws IOException {
    String more = "[".repeat(depth - 2) + "]".repeat(depth - 2);
    String unknown = depth > 16 ? ",\"more\":" + more : "";
    String line = CatalogLines.CITY.replaceFirst("}$", unknown.replace("\\", "") + "}");
    Path file = folder.resolve("lines.jsonl");
    Files.writeString(file, line.replaceFirst("}$", " ".repeat(bytes) + "}") + "\n");
    Ran ran = Ran.of("validate", file.toString());
    Files.writeString(file, line + "\n");
    // Each bound alone, too.
    assertEquals(depth > 16 ? Exit.BAD_DATA : Exit.OK, Ran.of("validate", file.toString()).code());
    return ran;
  }

  private Ran configured(int bytes) throws IOException {
    HostileRegistry registry = HostileRegistry.in(folder.resolve("run" + runs++));
    Path ranking = registry.config().resolve("ranking.yaml");
    Files.writeString(ranking, Files.readString(ranking) + "\n#" + " ".repeat(bytes) + "\n");
    Path file = Files.writeString(folder.resolve("lines.jsonl"), CatalogLines.CITY + "\n");
    String config = registry.config().toString();
    return Ran.on(folder.resolve("data" + runs), "reindex", file.toString(), "--config", config);
  }

  private Ran csv(int columns, int characters) throws IOException {
    return registry(
        "a.csv",
        out -> {
          StringBuilder head = new StringBuilder("Ref,Name");
          StringBuilder row = new StringBuilder("1,Acme");
          for (int i = 2; i < columns + 1; i++) {
            head.append(",c").append(i);
            row.append(',').append("x".repeat(characters));
          }
          out.write((head + "\n" + row + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
  }

  private Ran registry(String name, Content content) throws IOException {
    HostileRegistry registry = HostileRegistry.in(folder.resolve("run" + runs++));
    registry.write(name, content);
    return registry.reindex(MAPPING.replace("FILE", name));
  }

  static Stream<String> rows() {
    return table().keySet().stream().filter(row -> !ALONE.contains(row));
  }

  private static Map<String, List<String>> table() {
    return DocTable.under(Path.of("docs/operation.md"), "### Files");
  }

  @Test
  void everyRow_hasItsRun_andEveryRunItsRow() {
    List<String> all = new ArrayList<>(RUNS.keySet());
    all.addAll(ALONE);
    assertEquals(table().keySet().stream().sorted().toList(), all.stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bound_isKept(String row) throws IOException {
    Run run = Objects.requireNonNull(RUNS.get(row));
    Ran beyond = run.of(this, false);
    assertEquals(Exit.BAD_DATA, beyond.code(), () -> row + ", beyond: " + beyond);
    assertFalse(beyond.err().contains("\tat "), () -> row + ": " + beyond);
    Ran within = run.of(this, true);
    assertEquals(Exit.OK, within.code(), () -> row + ", within: " + within);
  }
}
