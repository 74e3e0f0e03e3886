package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.bench.Baseline;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.config.Problems;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.SearchReport;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gate of search: floors a little below what docs/evaluation.md reports on held-out queries.
class JudgedSearchTest {
  private static final int DEPTH = 400;
  private static final Path FOLDER = Path.of("fixtures/judgements/search");

  private static Workbench workbench;
  private static LiveIndex live;
  private static Snapshot snapshot;
  private static List<SearchTopic> topics;
  private static Qrels qrels;
  private static Set<String> judgedCatalog;

  @BeforeAll
  static void index(@TempDir Path data) throws IOException {
    workbench = Workbench.demonstration(data);
    live = workbench.open(data);
    snapshot = live.acquire();
    Problems problems = new Problems();
    topics = SearchTopic.read(FOLDER.resolve("held.jsonl"), problems);
    qrels = Qrels.read(FOLDER.resolve("held.qrels"), problems);
    judgedCatalog = Set.copyOf(Files.readAllLines(FOLDER.resolve("catalog.txt")));
    problems.throwIfAny("judgements");
  }

  @AfterAll
  static void close() {
    snapshot.close();
    live.close();
  }

  /// Entries that were added to the catalog after the judging have no judgements, so lists are
  /// condensed to those that the judge could see (Sakai 2007), for both systems.
  private static SearchReport report(Rankings run) {
    return SearchReport.of(topics, qrels, run.condensed(judgedCatalog));
  }

  private static SearchReport.Group group(SearchReport report, String name) {
    return report.groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void queriesOfOtherFields_findNothing_asOftenAsReported() throws IOException {
    Problems problems = new Problems();
    List<SearchTopic> nothing = SearchTopic.read(FOLDER.resolve("nothing-held.jsonl"), problems);
    problems.throwIfAny("topics");
    Rankings run = new SearchRunner(workbench.search(), 1).run("ours", nothing, snapshot);
    SearchReport report = SearchReport.of(nothing, qrels, run);
    int silent = group(report, "all").empty();
    assertTrue(silent >= 0.85 * nothing.size(), () -> report.groups().toString());
  }

  @Test
  void everydaySentences_findASolution_asOftenAsReported() throws IOException {
    Path folder = Path.of("fixtures/judgements/everyday-words");
    Problems problems = new Problems();
    List<SearchTopic> sentences = SearchTopic.read(folder.resolve("held.jsonl"), problems);
    Qrels codes = Qrels.read(folder.resolve("held.qrels"), problems);
    problems.throwIfAny("everyday sentences");
    Rankings run = new SearchRunner(workbench.search(), 3).run("ours", sentences, snapshot);
    SearchReport report = SearchReport.of(sentences, codes, run);
    assertTrue(group(report, "language en").hit3() > 0.71, () -> report.groups().toString());
    assertTrue(group(report, "language zh").hit3() > 0.66, () -> report.groups().toString());
  }

  @ParameterizedTest
  @CsvSource({"queries, 3", "second, 3", "third, 10", "fourth, 10", "fifth, 10", "sixth, 4"})
  void queriesOfAStranger_areAnsweredAmongTheFirstThree_asOftenAsReported(String set, int most)
      throws IOException {
    Path folder = Path.of("fixtures/judgements/stranger");
    Problems problems = new Problems();
    List<SearchTopic> queries = SearchTopic.read(folder.resolve(set + ".jsonl"), problems);
    Qrels answers = Qrels.read(folder.resolve(set + ".qrels"), problems);
    problems.throwIfAny("queries of a stranger");
    Map<String, List<String>> missed = new TreeMap<>(Map.of("en", List.of(), "zh", List.of()));
    for (SearchTopic query : queries) {
      Set<String> wanted = answers.of(query.id()).keySet();
      SearchRequest request = SearchRequest.of(Kind.SEARCHED, query.q(), 3);
      List<String> first =
          workbench.search().ranking(request, 3, snapshot).keySet().stream()
              .map(entry -> entry.kind().word() + ":" + entry.id())
              .toList();
      boolean isRight =
          wanted.isEmpty() ? first.isEmpty() : first.stream().anyMatch(wanted::contains);
      if (!isRight) {
        missed.merge(
            query.language().word(),
            List.of(query.q()),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      }
    }
    missed.forEach((language, each) -> assertTrue(each.size() <= most, () -> language + each));
  }

  @Test
  void judgedQueries_areAnsweredAsWellAsReported() {
    SearchReport ours =
        report(new SearchRunner(workbench.search(), DEPTH).run("ours", topics, snapshot));
    Baseline plain =
        Baseline.of(Baseline.Form.STANDARD, SearchRunner.KINDS, snapshot, workbench.taxonomy());
    SearchReport theirs = report(plain.run(topics, snapshot, workbench.search()));
    double ndcg = group(ours, "all").ndcg();
    assertTrue(ndcg > 0.89, () -> "nDCG@10 " + ndcg);
    assertTrue(ndcg > group(theirs, "all").ndcg() + 0.14, () -> "BM25 " + theirs);
    assertTrue(ours.pairs().overlap() > 0.76, () -> ours.pairs().toString());
    assertTrue(
        ours.pairs().chinese() > 0.93 * ours.pairs().english(), () -> ours.pairs().toString());
    assertEquals(0, group(ours, "sort misspelt").empty());
  }
}
