package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.app.Exit;
import greenpair.message.MessageException;
import greenpair.web.decisions.DecisionRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faults in topics, runs, judgements and decision records: all are named at once, with their
/// lines.
class BadTopicsTest {
  /// The demonstration cohort.
  @TempDir private static Path cohort;

  @TempDir private Path folder;

  @BeforeAll
  static void index() throws IOException {
    Workbench.copyDemonstration(cohort);
  }

  /// Scores topics against judgements of one of them.
  private Ran score(Path data, Path topics, String... more) throws IOException {
    Path qrels = TextFile.in(folder, "q.qrels", "a 0 byd 1");
    List<String> words = new ArrayList<>(List.of("eval", "score", "--qrels", qrels.toString()));
    words.addAll(List.of("--topics", topics.toString()));
    words.addAll(List.of(more));
    return Ran.on(data, words.toArray(String[]::new));
  }

  private Path topics(String... lines) throws IOException {
    return TextFile.in(folder, "topics.jsonl", lines);
  }

  private static String topic(String id, String more) {
    return "{\"id\":\"%s\",\"kind\":\"firm\",\"city\":\"cn-jilin\"%s}".formatted(id, more);
  }

  @Test
  void missingFiles_areNamed() throws IOException {
    String none = folder.resolve("none").toString();
    String qrels = TextFile.in(folder, "q.qrels", "t 0 a 1").toString();
    for (List<String> command :
        List.of(
            List.of("eval", "score", "--qrels", none, "--topics", none),
            List.of("eval", "score", "--qrels", qrels, "--topics", none),
            List.of("eval", "split", none),
            List.of("replay", none))) {
      Ran.of(command.toArray(String[]::new)).assertFails(Exit.NOT_FOUND, none, " does not exist");
    }
  }

  @Test
  void topics_withFaults_areAllNamedWithTheirLines() throws IOException {
    Path topics =
        topics(
            topic("a", ",\"text\":\"bus\""),
            "{\"id\":\"b\",\"kind\":\"firm\"}",
            topic("c", ",\"txt\":\"bus\""),
            "{",
            topic("a", ""),
            "{\"id\":\"d\",\"kind\":\"need\",\"city\":\"cn-jilin\"}",
            topic("e", ",\"technologies\":[\"TRN.PUB.EBX\"]"));
    score(cohort, topics)
        .assertFails(
            Exit.BAD_DATA,
            "errors in " + topics,
            topics + ":2: city is required",
            topics + ":3: unknown key \"txt\" (did you mean \"text\"?)",
            topics + ":4: not valid JSON",
            topics + ":5: topic a is listed twice",
            topics + ":6: kind must be one of ",
            topics + ":7: technologies[0]: unknown code \"TRN.PUB.EBX\"");
  }

  @Test
  void badOutsideCatalog_isNamedAndLeavesThePublishedGeneration() throws IOException {
    ServedFolder served = ServedFolder.in(folder);
    Path bad = TextFile.in(folder, "bad.jsonl", "{");
    score(served.data(), topics(topic("a", "")), "--catalog", bad.toString())
        .assertFails(Exit.BAD_DATA, bad + ":1: not valid JSON");
    served.assertStays();
  }

  @Test
  void judgements_withFaults_areAllNamedAtOnce() throws IOException {
    Path qrels = TextFile.in(folder, "bad.qrels", "t1 0 a", "t1 0 b high");
    Ran.of("eval", "score", "--qrels", qrels.toString(), "--topics", "" + topics(topic("a", "")))
        .assertFails(
            Exit.BAD_DATA,
            qrels + ":1 must have 4 columns",
            qrels + ":2: grade must be an integer");
  }

  @Test
  void record_overAFileThatExists_isRefusedAndTheFileStays() throws IOException {
    Path file = TextFile.in(folder, "decision.json", "mine");
    Ran.on(cohort, "record", "/api/v1/cities/cn-jilin/recommendations", "--out", file.toString())
        .assertFails(Exit.BAD_DATA, file + " already exists: name another file");
    assertEquals("mine\n", Files.readString(file));
  }

  @Test
  void replay_ofAnotherFile_isRefusedWithTheNextStep() throws IOException {
    Ran.on(cohort, "replay", TextFile.in(folder, "a.json", "{}").toString())
        .assertFails(
            Exit.BAD_DATA,
            "a.json is not a decision record of format 2; write one with record ADDRESS --out"
                + " FILE");
    Ran.on(cohort, "replay", TextFile.in(folder, "b.json", "{").toString())
        .assertFails(
            Exit.BAD_DATA, "b.json is not valid JSON: line 2, column 1: it ends too early");
    String zh =
        assertThrows(MessageException.class, () -> DecisionRecord.parse("b.json", "{"))
            .text()
            .in(Language.ZH);
    assertTrue(zh.contains("b.json不是有效的JSON") && !zh.contains("ends"), zh);
  }
}
