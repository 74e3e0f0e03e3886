package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.cli.app.Exit;
import greenpair.message.MessageException;
import greenpair.web.decisions.DecisionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  static void index() {
    assertEquals(Exit.OK, Ran.on(cohort, "reindex").code());
  }

  @Test
  void missingFiles_areNamed() throws IOException {
    String none = folder.resolve("none").toString();
    String qrels = TextFile.in(folder, "q.qrels", "t 0 a 1").toString();
    for (List<String> command :
        List.of(
            List.of("eval", "run", none),
            List.of("eval", "score", "--qrels", none, "--run", none),
            List.of("eval", "score", "--qrels", qrels, "--run", none),
            List.of("eval", "score", "--qrels", qrels, "--topics", none),
            List.of("replay", none))) {
      Ran.of(command.toArray(String[]::new)).assertFails(Exit.NOT_FOUND, none + " does not exist");
    }
  }

  @Test
  void topics_withFaults_areAllNamedWithTheirLines() throws IOException {
    Path topics =
        TextFile.in(
            folder,
            "topics.jsonl",
            "{\"id\":\"a\",\"text\":\"bus\"}",
            "{\"id\":\"b\"}",
            "{\"id\":\"c\",\"txt\":\"bus\"}",
            "{",
            "{\"id\":\"a\",\"text\":\"lamp\"}",
            "{\"id\":\"d\",\"text\":\"bus\",\"kind\":\"bank\"}",
            "{\"id\":\"e\",\"technologies\":[\"TRN.PUB.EBX\"]}");
    Ran.on(cohort, "eval", "run", topics.toString())
        .assertFails(
            Exit.BAD_DATA,
            "errors in " + topics,
            topics + ":2: a topic must have a city, text or technologies, but has none",
            topics + ":3: unknown key \"txt\" (did you mean \"text\"?)",
            topics + ":4 must be one valid JSON object, but was {",
            topics + ":5: topic a is listed twice",
            topics + ":6: kind must be one of ",
            topics
                + ":7: technologies must be a code of the taxonomy, such as TRN.PUB.EBS, but was"
                + " TRN.PUB.EBX (did you mean \"TRN.PUB.EBS\"?)");
  }

  @Test
  void badOutsideCatalog_isNamedAndLeavesThePublishedGeneration() throws IOException {
    ServedFolder served = ServedFolder.in(folder);
    Path topics = TextFile.in(folder, "topics.jsonl", "{\"id\":\"a\",\"text\":\"bus\"}");
    Path bad = TextFile.in(folder, "bad.jsonl", "{");
    Ran.on(served.data(), "eval", "run", topics.toString(), "--catalog", bad.toString())
        .assertFails(Exit.BAD_DATA, bad + ":1: not valid JSON");
    served.assertStays();
  }

  @Test
  void evaluate_withoutOrWithTwoThingsToMeasure_isWrongUsage() throws IOException {
    String qrels = TextFile.in(folder, "q.qrels", "t1 0 a 1").toString();
    Ran.of("eval", "score", "--qrels", qrels).assertFails(Exit.USAGE, "--run", "--topics");
    Ran.of("eval", "score", "--qrels", qrels, "--run", "x", "--topics", "y")
        .assertFails(Exit.USAGE, "--run", "--topics");
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
