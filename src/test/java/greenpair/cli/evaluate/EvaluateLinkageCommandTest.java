package greenpair.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.Ran;
import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The weights of entity resolution against judged pairs on the command line: the firms of the
/// demonstration and a copy of some of them as another registry.
class EvaluateLinkageCommandTest {
  private static final String FIRMS = "fixtures/firms.jsonl";

  @TempDir Path folder;

  private Ran run(String... more) throws IOException {
    Path copy = folder.resolve("copy.jsonl");
    Files.write(copy, Files.readAllLines(Path.of(FIRMS)).subList(0, 60));
    String[] all = new String[4 + more.length];
    all[0] = "eval";
    all[1] = "linkage";
    all[2] = FIRMS;
    all[3] = copy.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return Ran.on(folder, all);
  }

  @Test
  void judgedPairs_countInEitherOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.qrels"), "copy/byd 0 firms/byd 1\n");
    Ran ran = run("--judged", file.toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().contains("| 9.0 | 1.000 | 1.000 | 1.000 |"), ran.out());
  }

  @Test
  void invalidLines_andFilesOfOneName_areRefused() throws IOException {
    Path judged = Files.writeString(folder.resolve("pairs.qrels"), "firms/byd 0 copy/byd 1\n");
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"kind\":\"firm\"}\n");
    run(bad.toString(), "--judged", judged.toString())
        .assertFails(Exit.BAD_DATA, "must have only valid lines, but 1 is rejected");
    Path other = Files.createDirectory(folder.resolve("other")).resolve("firms.jsonl");
    Files.copy(Path.of(FIRMS), other);
    run(other.toString(), "--judged", judged.toString())
        .assertFails(Exit.BAD_DATA, "have the same");
  }

  @Test
  void judgedPairs_ofUnknownFirms_areRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.qrels"), "x/one 0 y/two 1\n");
    run("--judged", file.toString())
        .assertFails(Exit.BAD_DATA, "x/one of a judged pair is in none of these files");
  }

  /// Otherwise the recall would hide what blocking misses.
  @Test
  void judgedPairs_thatBlockingDidNotPropose_areMisses() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pairs.qrels"), "firms/byd 0 copy/byd 1\nfirms/byd 0 copy/longi 1\n");
    Ran ran = run("--judged", file.toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().contains("2 judged pairs, 2 of them the same, 1 not proposed"), ran.out());
    assertTrue(ran.out().contains("| 9.0 | 1.000 | 0.500 | 0.667 |"), ran.out());
  }
}
