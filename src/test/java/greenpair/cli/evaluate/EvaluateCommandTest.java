package greenpair.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.TextFile;
import greenpair.cli.app.Exit;
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

  private Path queries() throws IOException {
    return TextFile.in(
        folder,
        "queries.jsonl",
        "{\"id\":\"t1\",\"sort\":\"name\",\"language\":\"en\",\"q\":\"Quorvex\"}");
  }

  /// What is printed of the query over the outside catalog.
  private String score(String judgement, Object... more) throws IOException {
    Path qrels = TextFile.in(folder, "q.qrels", judgement);
    String words = "eval score --qrels %s --topics %s --catalog %s";
    List<String> all =
        new ArrayList<>(List.of(Ran.words(words, qrels, queries(), outsideCatalog())));
    Stream.of(more).map(String::valueOf).forEach(all::add);
    return cohort.good(all.toArray(String[]::new)).out();
  }

  @Test
  void score_ofCondensedLists_leavesOutWhatTheJudgeCouldNotSee() throws IOException {
    Path seen = TextFile.in(folder, "seen.txt", "firm:long", "firm:other");
    assertTrue(score("t1 0 firm:long 2").contains("mrr           0.5000"));
    String out = score("t1 0 firm:long 2", "--seen", seen);
    assertTrue(out.contains("mrr           1.0000"), out);
  }

  /// Relevant is the second of two: 1/log2(3) = 0.6309, and 1/2.
  @Test
  void score_onAnOutsideCatalog_hasTheValuesComputedByHand() throws IOException {
    String out = score("t1 0 firm:long 2");
    assertTrue(out.contains("ndcg@10       0.6309  0.6309  0.6309  1\n"), out);
    assertTrue(out.contains("mrr           0.5000  0.5000  0.5000  1\n"), out);
    assertTrue(out.contains("recall@100:2  1.0000  1.0000  1.0000  1\n"), out);
    assertTrue(out.contains("hit@3         1.0000  1.0000  1.0000  1\n"), out);
  }

  @Test
  void score_asJson_hasTheMeansUnrounded() throws IOException {
    Path qrels = TextFile.in(folder, "q.qrels", "t1 0 firm:long 1", "t1 0 firm:other 2");
    JsonNode report =
        cohort.json(
            Ran.words(
                "eval score --qrels %s --topics %s --catalog %s --json",
                qrels, queries(), outsideCatalog()));
    JsonNode ndcg = report.get("results").get(0);
    assertEquals("ndcg@10", ndcg.get("metric").asString());
    // DCG 1/log2(3), ideal 3 + 1/log2(3) with gains 2^2 - 1 and 2^1 - 1.
    double gain = 1 / (Math.log(3) / Math.log(2));
    assertEquals(gain / (3 + gain), ndcg.get("mean").asDouble(), 1e-6);
  }

  /// Only the first of them was read.
  @Test
  void score_ofQueries_byTwoFilesOfJudgements_isRefused() throws IOException {
    var _ = TextFile.in(folder, "a.qrels", "t1 0 firm:long 2");
    var _ = TextFile.in(folder, "b.qrels", "t1 0 firm:other 2");
    String words = "eval score --qrels %s --topics %s --catalog %s";
    Ran.of(Ran.words(words, folder, queries(), outsideCatalog()))
        .assertFails(Exit.USAGE, "but " + folder + " has 2");
  }

  @Test
  void score_withACatalog_leavesNothingInTheTemporaryFolder() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<String> before = leftovers(temporary);
    score("t1 0 firm:long 1");
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
