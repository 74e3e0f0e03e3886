package greenpair.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The firms of the demonstration and a copy of some of them as another registry.
class JudgedPairsTest {
  private static final Path FIRMS = Path.of("fixtures/firms.jsonl");

  @TempDir Path folder;

  private String figures(String pairs) throws IOException {
    Path copy = folder.resolve("copy.jsonl");
    Files.write(copy, Files.readAllLines(FIRMS).subList(0, 60));
    return JudgedPairs.figures(
        Files.writeString(folder.resolve("pairs.qrels"), pairs), List.of(FIRMS, copy));
  }

  @Test
  void pairs_countInEitherOrder_andThoseThatBlockingDidNotProposeAreMisses() throws IOException {
    assertEquals(
        "1 the same, 1 merged, 1 of them the same: precision 1.000, recall 1.000",
        figures("copy/byd 0 firms/byd 1\n"));
    assertEquals(
        "2 the same, 1 merged, 1 of them the same: precision 1.000, recall 0.500",
        figures("firms/byd 0 copy/byd 1\nfirms/byd 0 copy/longi 1\n"));
  }
}
