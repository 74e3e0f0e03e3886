package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The outputs that pages for newcomers show are those of the demonstration: each line of a block
/// under `<!-- shows greenpair COMMAND -->` is a line of the output, in the same order.
@Tag("slow")
class DocExamplesTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- shows greenpair (.*) -->\\s+```\n((?s:.*?))```");
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "README.zh.md",
          "docs/how-a-score-is-made.md",
          "docs/how-a-score-is-made.zh.md");

  @TempDir private Path data = Path.of("");

  @Test
  void outputs_ofThePages_areThoseOfTheirCommands() throws IOException {
    var _ = Workbench.demonstration(data);
    for (String page : PAGES) {
      List<MatchResult> blocks = BLOCK.matcher(Files.readString(Path.of(page))).results().toList();
      assertTrue(!blocks.isEmpty(), page + " shows no output");
      for (MatchResult block : blocks) {
        Ran ran = Ran.on(data, block.group(1).split(" "));
        int from = 0;
        for (String line : block.group(2).lines().toList()) {
          int at = ran.out().indexOf(line, from);
          assertTrue(at >= 0, page + " shows \"" + line + "\", but the output is " + ran);
          from = at + line.length();
        }
      }
    }
  }

  @Test
  void entries_ofTheCatalogFormat_areValidTogether() throws IOException {
    List<String> entries =
        Files.readAllLines(Path.of("docs/catalog-format.md")).stream()
            .filter(each -> each.startsWith("{\"kind\""))
            .toList();
    assertTrue(entries.size() >= 9, entries.toString());
    Path file = Files.write(data.resolve("example.jsonl"), entries);
    assertEquals(0, Ran.of("validate", file.toString()).code());
  }
}
