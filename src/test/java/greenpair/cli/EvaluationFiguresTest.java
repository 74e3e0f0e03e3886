package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The tables of docs/evaluation.md between `<!-- greenpair COMMAND -->` and `<!-- end -->` equal
/// the current output of their command.
@Tag("slow")
class EvaluationFiguresTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^<!-- greenpair (.*) -->\n((?s:.*?))^<!-- end -->");

  @Test
  void figures_ofTheDocument_areThoseOfTheirCommands() throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("docs/evaluation.md")));
    int count = 0;
    while (blocks.find()) {
      Ran ran = Ran.of(blocks.group(1).split(" "));
      assertEquals(0, ran.code(), ran.toString());
      assertEquals(
          ran.out().strip(),
          blocks.group(2).strip(),
          () -> "put the output of this command into docs/evaluation.md: " + blocks.group(1));
      count++;
    }
    assertTrue(count >= 1, "blocks of figures: " + count);
  }
}
