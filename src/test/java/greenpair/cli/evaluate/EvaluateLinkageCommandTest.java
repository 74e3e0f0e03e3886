package greenpair.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.Ran;
import greenpair.cli.app.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void sample_canBeJudged_andCompared() throws IOException {
    Ran sampled = run("--sample", "40");
    assertEquals(Exit.OK, sampled.code(), sampled::toString);
    assertEquals(sampled.out(), run("--sample", "40").out());
    StringBuilder judged = new StringBuilder();
    sampled
        .out()
        .lines()
        .forEach(
            line -> {
              String[] words = line.split("[ \t]", -1);
              boolean same = words[0].replace("firms/", "copy/").equals(words[2]);
              judged.append(words[0] + " 0 " + words[2] + (same ? " 1\n" : " 0\n"));
            });
    Path file = Files.writeString(folder.resolve("pairs.qrels"), judged);
    Ran compared = run("--judged", file.toString());
    assertEquals(Exit.OK, compared.code(), compared::toString);
    assertTrue(compared.out().contains("| 9.0 |"), compared.out());
  }

  @Test
  void judgedPairs_countInEitherOrder() throws IOException {
    String[] words =
        run("--sample", "4").out().lines().findFirst().orElseThrow().split("[ \t]", -1);
    Path file =
        Files.writeString(folder.resolve("pairs.qrels"), words[2] + " 0 " + words[0] + " 1\n");

    assertEquals(Exit.OK, run("--judged", file.toString()).code());
  }

  @Test
  void invalidLines_filesOfOneName_andOptionsThatContradict_areRefused() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"kind\":\"firm\"}\n");
    assertRefused("must have only valid lines, but has 1 others", bad.toString(), "--sample", "4");
    Path other = Files.createDirectory(folder.resolve("other")).resolve("firms.jsonl");
    Files.copy(Path.of(FIRMS), other);
    assertRefused("have the same", other.toString(), "--sample", "4");
    assertWrongUsage("exactly one of --sample and --judged must be given");
    assertWrongUsage("--sample must be an integer from 0", "--sample", "-1");
    assertWrongUsage(
        "exactly one of --sample and --judged must be given",
        "--sample",
        "4",
        "--judged",
        bad.toString());
  }

  private void assertRefused(String reason, String... more) throws IOException {
    run(more).assertFails(Exit.BAD_DATA, reason);
  }

  private void assertWrongUsage(String reason, String... more) throws IOException {
    run(more).assertFails(Exit.USAGE, reason);
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
