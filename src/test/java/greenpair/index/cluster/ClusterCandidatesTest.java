package greenpair.index.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.SmallCatalog;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.TooLongException;
import greenpair.index.document.FirstStageQuery;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer that is not the whole one is a failure, never "no candidates".
class ClusterCandidatesTest {
  private static final IndexSet SET = new IndexSet("greenpair", "20260301T120000.000Z");
  private static final CandidateQuery WORDLESS = ofKind(Kind.FIRM);
  private static final CandidateQuery BUS =
      new CandidateQuery(Kind.FIRM, Map.of(), "bus", null, 10);
  private static final String NOTHING_FOUND =
      "{\"_shards\":{\"failed\":0},\"hits\":{\"total\":{\"value\":7},\"hits\":[]}}";

  /// By the last part of the path.
  private final Map<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "_mapping",
              "{\"" + SET.entries() + "\":{\"mappings\":{\"properties\":{\"traits\":{}}}}}",
              "_search_shards",
              "{\"shards\":[[{\"shard\":0}]]}",
              "_search",
              NOTHING_FOUND,
              "_msearch",
              several(NOTHING_FOUND),
              "_mtermvectors",
              "{\"docs\":[{\"_index\":\"x\"}]}"));

  private static String several(String... answers) {
    return "{\"responses\":[" + String.join(",", answers) + "]}";
  }

  private interface Use {
    void of(CandidateSource source);
  }

  private void open(Use use) throws IOException {
    try (FakeCluster cluster =
            new FakeCluster(
                request ->
                    answers.getOrDefault(
                        request.substring(request.lastIndexOf('/') + 1), "404 {}"));
        Connection connection = Connection.waitedFor(cluster.settings("", "", "", null))) {
      use.of(ClusterCandidates.open(connection, SET, SmallCatalog.TAXONOMY, IndexSettings.none()));
    }
  }

  private static CandidateQuery ofKind(Kind kind) {
    return new CandidateQuery(kind, Map.of(), "", null, 10);
  }

  private static void assertFails(Executable question) {
    SharedException e = assertThrows(SharedException.class, question);
    assertEquals(Condition.UNREACHABLE, e.condition(), e::toString);
  }

  @Test
  void wholeAnswers_areTaken() throws IOException {
    open(
        source -> {
          assertEquals(List.of(List.of()), source.candidates(List.of(BUS), Deadline.NONE));
          assertEquals(7, source.matching(BUS, Deadline.NONE));
          assertEquals(List.of(), source.candidates(List.of(), Deadline.NONE));
        });
  }

  /// The search for words, the count, and one search for queries that differ in depth only.
  @Test
  void whatIsAskedAhead_isAskedTogether() throws IOException {
    CandidateQuery cases = ofKind(Kind.DEPLOYMENT);
    answers.put("_msearch", several(NOTHING_FOUND, NOTHING_FOUND));
    open(
        source -> {
          CandidateSource.Ahead known =
              source.ahead(List.of(BUS, cases, cases.to(300)), Deadline.NONE);
          assertEquals(Set.of(BUS, cases, cases.to(300)), known.candidates().keySet());
          assertEquals(Map.of(BUS, 7L), known.matching());
        });
  }

  /// Each of several needs is one search, and the copy needs time to answer after them.
  @Test
  void searches_thatRunOutOfTime_areEnded() throws IOException {
    CandidateQuery other = new CandidateQuery(Kind.FIRM, Map.of(), "bus solar", null, 10);
    AtomicLong looks = new AtomicLong();
    Deadline deadline = Deadline.in(Duration.ofNanos(3), looks::getAndIncrement);
    open(
        source ->
            assertThrows(
                TooLongException.class, () -> source.candidates(List.of(BUS, other), deadline)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "<html>log in</html>",
        "{\"hits\":{\"hits\":[]}}",
        "{\"_shards\":{\"failed\":1},\"hits\":{\"hits\":[]}}",
        "503 {}"
      })
  void answerOfNoShard_orNotOfAll_isAFailure(String answer) throws IOException {
    boolean isOfASearch = answer.startsWith("{");
    open(
        source -> {
          answers.put("_msearch", isOfASearch ? several(answer) : answer);
          assertFails(() -> source.candidates(List.of(WORDLESS), Deadline.NONE));
          assertFails(() -> source.matching(WORDLESS, Deadline.NONE));
          answers.put("_msearch", several(NOTHING_FOUND));
          List<CandidateQuery> two = List.of(WORDLESS, ofKind(Kind.SOLUTION));
          assertFails(() -> source.candidates(two, Deadline.NONE));
          answers.put("_mtermvectors", answer);
          assertFails(() -> source.matching(BUS, Deadline.NONE));
        });
    answers.put("_search", answer);
    assertFails(() -> open(_ -> {}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shards\":[[]]}",
        "{\"shards\":[[{\"state\":\"STARTED\"}]]}",
        "{\"shards\":[[{\"shard\":0}],[]]}",
        "{\"shards\":[[],[{\"shard\":1}]]}",
        "{}"
      })
  void shardThatIsNotAssigned_endsTheSearchForRoutings(String shards) throws IOException {
    answers.put("_search_shards", shards);
    assertFails(() -> open(_ -> {}));
  }

  /// What the cluster adds to a document for candidates is of no use to a copy.
  @Test
  void copying_readsTheLinesOnly() {
    assertEquals(
        List.of("place", "kind", "id", "line"),
        Mappings.page(new SetContents.Page(0, 500, 0)).get("_source"));
  }

  @Test
  void refusalOfAQuestion_saysNothingAboutOthers() throws IOException {
    String refusal = "400 {\"error\":{\"reason\":\"too_many_nested_clauses\"}}";
    open(
        source -> {
          answers.put("_search", refusal);
          answers.put("_msearch", refusal);
          assertThrows(
              UnansweredException.class, () -> source.candidates(List.of(BUS), Deadline.NONE));
          assertThrows(UnansweredException.class, () -> source.matching(BUS, Deadline.NONE));
          answers.put("_mtermvectors", refusal);
          CandidateQuery tram = new CandidateQuery(Kind.FIRM, Map.of(), "tram", null, 10);
          assertThrows(UnansweredException.class, () -> source.matching(tram, Deadline.NONE));
        });
  }

  @Test
  void textOfMoreWordsThanAClusterTakes_isNotSent() {
    assertTrue(RankQueries.candidates(BUS, text(300)).containsKey("query"));
    assertThrows(UnansweredException.class, () -> RankQueries.candidates(BUS, text(400)));
  }

  /// In each of the three fields.
  private static ClusterWords.Text text(int words) {
    List<ClusterWords.Word> all =
        Collections.nCopies(words, new ClusterWords.Word("firm_en", "bus", true, 1));
    Map<String, ClusterWords.Words> fields = new HashMap<>();
    FirstStageQuery.FIELDS
        .keySet()
        .forEach(each -> fields.put(each, new ClusterWords.Words(all, 1)));
    return new ClusterWords.Text(fields);
  }
}
