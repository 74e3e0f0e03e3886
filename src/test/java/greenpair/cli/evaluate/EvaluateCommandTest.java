package greenpair.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Runs over topics and what is measured of them.
class EvaluateCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  @TempDir private Path folder;
  private final ServedCohort cohort = COHORT.get();

  private Path outsideCatalog() throws IOException {
    String firm =
        """
        {"kind":"firm","id":"%s","name":{"en":"%s"},"technologies":["LGT.LED"],\
        "provenance":[{"source":"a test","verified":true}]}\
        """;
    return TextFile.in(
        folder,
        "outside.jsonl",
        firm.formatted("short", "Quorvex"),
        firm.formatted("long", "Quorvex of many other good things for people"),
        firm.formatted("other", "Something else"));
  }

  private Path topics() throws IOException {
    return TextFile.in(
        folder, "topics.jsonl", "{\"id\":\"t1\",\"kind\":\"firm\",\"text\":\"Quorvex\"}");
  }

  private String out(String options, Object... values) {
    return cohort.good(Ran.words("eval " + options, values)).out();
  }

  @Test
  void run_onAnOutsideCatalog_isATrecRunBestFirst() throws IOException {
    String out = out("run %s --catalog %s", topics(), outsideCatalog());
    List<String> lines = out.lines().toList();
    assertEquals(2, lines.size(), out);
    assertTrue(lines.get(0).matches("t1 Q0 short 1 [0-9.]+ greenpair"), out);
    assertTrue(lines.get(1).matches("t1 Q0 long 2 [0-9.]+ greenpair"), out);
  }

  @Test
  void evaluate_ofCondensedLists_leavesOutWhatTheJudgeCouldNotSee() throws IOException {
    Path run = TextFile.in(folder, "r.run", "t1 Q0 new 1 3 a", "t1 Q0 seen 2 2 a");
    Path qrels = TextFile.in(folder, "q.qrels", "t1 0 seen 1");
    Path seen = TextFile.in(folder, "seen.txt", "seen");
    String[] score = {
      "eval", "score", "--qrels", qrels.toString(), "--run", run.toString(), "--metrics", "mrr"
    };
    assertTrue(cohort.good(score).out().contains("mrr     0.5000"));
    List<String> condensed = new ArrayList<>(List.of(score));
    condensed.addAll(List.of("--seen", seen.toString()));
    String out = cohort.good(condensed.toArray(String[]::new)).out();
    assertTrue(out.contains("mrr     1.0000"), out);
  }

  @Test
  void evaluate_ofARunOnAnOutsideCatalog_hasTheValuesComputedByHand() throws IOException {
    Path run = folder.resolve("mine.run");
    assertEquals("", out("run %s --catalog %s --out %s", topics(), outsideCatalog(), run));
    // Relevant is the second of two: 1/log2(3) = 0.6309, and 1/2.
    Path qrels = TextFile.in(folder, "q.qrels", "t1 0 long 1");
    String out =
        out("score --qrels %s --run %s --metrics ndcg@10,mrr,recall@100,hit@1", qrels, run);
    assertTrue(out.contains("ndcg@10     0.6309  0.6309  0.6309  1\n"), out);
    assertTrue(out.contains("mrr         0.5000  0.5000  0.5000  1\n"), out);
    assertTrue(out.contains("recall@100  1.0000  1.0000  1.0000  1\n"), out);
    assertTrue(out.contains("hit@1       0.0000  0.0000  0.0000  1\n"), out);
  }

  @Test
  void evaluate_ofTopicsAnsweredNow_isTheSameAsOfTheirRun() throws IOException {
    String qrels = TextFile.in(folder, "q.qrels", "t1 0 long 1", "t1 0 other 2").toString();
    JsonNode report =
        cohort.json(
            Ran.words(
                "eval score --qrels %s --topics %s --catalog %s --json",
                qrels, topics(), outsideCatalog()));
    JsonNode ndcg = report.get("results").get(0);
    assertEquals("ndcg@10", ndcg.get("metric").asString());
    // DCG 1/log2(3), ideal 3 + 1/log2(3) with gains 2^2 - 1 and 2^1 - 1.
    double gain = 1 / (Math.log(3) / Math.log(2));
    assertEquals(gain / (3 + gain), ndcg.get("mean").asDouble(), 1e-6);
  }

  @Test
  void evaluate_againstABaseline_comparesTopicByTopic() throws IOException {
    String qrels = TextFile.in(folder, "q.qrels", "t1 0 a 1", "t2 0 a 1").toString();
    String worse =
        TextFile.in(folder, "old.run", "t1 Q0 b 1 2 x", "t1 Q0 a 2 1 x", "t2 Q0 a 1 1 x")
            .toString();
    String better = TextFile.in(folder, "new.run", "t1 Q0 a 1 2 x", "t2 Q0 a 1 1 x").toString();
    String out = out("score --qrels %s --run %s --baseline %s --metrics mrr", qrels, better, worse);
    assertTrue(
        out.contains("mrr: 0.7500 -> 1.0000 (+0.2500), 1 wins, 0 losses, 1 ties, p = "), out);
  }

  @Test
  void run_withACatalog_leavesNothingInTheTemporaryFolder() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<String> before = leftovers(temporary);
    cohort.good("eval", "run", topics().toString(), "--catalog", outsideCatalog().toString());
    assertEquals(before, leftovers(temporary));
  }

  private static List<String> leftovers(Path temporary) throws IOException {
    try (var paths = Files.list(temporary)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("greenpair-run"))
          .sorted()
          .toList();
    }
  }
}
