package greenpair.index.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.SmallCatalog;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.document.FirstStage;
import greenpair.index.query.CandidateQuery;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer that is not the whole one is a failure, never "no candidates".
class ClusterCandidatesTest {
  private static final IndexSet SET = new IndexSet("greenpair", "20260301T120000.000Z");
  private static final CandidateQuery WORDLESS =
      new CandidateQuery(Kind.FIRM, Map.of(), "", null, 10);
  private static final CandidateQuery BUS =
      new CandidateQuery(Kind.FIRM, Map.of(), "bus", null, 10);
  private static final String NOTHING_FOUND = "{\"_shards\":{\"failed\":0},\"hits\":{\"hits\":[]}}";

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
              "{\"responses\":[" + NOTHING_FOUND + "," + NOTHING_FOUND + "]}",
              "_count",
              "{\"count\":7,\"_shards\":{\"failed\":0}}",
              "_mtermvectors",
              "{\"docs\":[{\"_index\":\"x\"}]}"));

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

  private static void assertFails(Executable question) {
    SharedException e = assertThrows(SharedException.class, question);
    assertEquals(Condition.UNREACHABLE, e.condition(), e::toString);
  }

  @Test
  void wholeAnswers_areTaken() throws IOException {
    open(
        source -> {
          assertEquals(List.of(List.of()), source.candidates(List.of(BUS), Deadline.NONE));
          assertEquals(
              List.of(List.of(), List.of()),
              source.candidates(List.of(WORDLESS, WORDLESS), Deadline.NONE));
          assertEquals(7, source.matching(BUS, Deadline.NONE));
        });
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
    open(
        source -> {
          answers.put("_search", answer);
          assertFails(() -> source.candidates(List.of(WORDLESS), Deadline.NONE));
          answers.put("_count", answer);
          assertFails(() -> source.matching(WORDLESS, Deadline.NONE));
          answers.put("_mtermvectors", answer);
          assertFails(() -> source.matching(BUS, Deadline.NONE));
          List<CandidateQuery> two = List.of(WORDLESS, WORDLESS);
          answers.put("_msearch", answer);
          assertFails(() -> source.candidates(two, Deadline.NONE));
          if (!answer.startsWith("503")) {
            answers.put("_msearch", "{\"responses\":[" + NOTHING_FOUND + ",{}]}");
            assertFails(() -> source.candidates(two, Deadline.NONE));
          }
        });
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
        Mappings.page(new Contents.Page(0, 500, 0)).get("_source"));
  }

  @Test
  void refusalOfAQuestion_saysNothingAboutOthers() throws IOException {
    String refusal = "400 {\"error\":{\"reason\":\"too_many_nested_clauses\"}}";
    open(
        source -> {
          answers.put("_search", refusal);
          answers.put("_count", refusal);
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
    FirstStage.FIELDS.keySet().forEach(each -> fields.put(each, new ClusterWords.Words(all, 1)));
    return new ClusterWords.Text(fields);
  }
}
