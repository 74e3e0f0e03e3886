package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Text;
import greenpair.evaluate.metric.MetricParser;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Interval;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.TrecRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunScoresTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.of(1);

  private static final Qrels QRELS =
      new Qrels(
          Map.of(
              "found", Map.of("a", 1, "b", 0),
              "late", Map.of("a", 2),
              "missing", Map.of("a", 1),
              "hopeless", Map.of("a", 0)));

  private static final TrecRun RUN =
      TrecRun.ranked(
          "bm25",
          Map.of(
              "found", List.of("a", "b"),
              "late", List.of("x", "a"),
              "hopeless", List.of("a"),
              "stray", List.of("a")));

  /// By hand: reciprocal ranks 1 (found), 1/2 (late), 0 (missing); the topic `hopeless` has no
  /// relevant document, the topic `stray` has no judgements. Mean = 1.5 / 3 = 0.5.
  @Test
  void report_ofTopicsOfAllSorts_countsAndNamesThem() {
    RunScores report =
        RunScores.of(QRELS, RUN, MetricParser.parse("mrr"), BOOTSTRAP, topic -> topic);
    RunScores.Result result = report.results().getFirst();

    assertEquals("mrr", result.metric());
    assertEquals(0.5, result.mean());
    assertEquals(new Interval(0, 1, 0.95), result.interval());
    assertEquals(Map.of("found", 1.0, "late", 0.5, "missing", 0.0), result.topics().values());
    assertEquals(List.of("missing"), result.topics().missing());
    assertEquals(List.of("hopeless"), result.topics().withoutRelevant());
    assertEquals(List.of("stray"), report.unjudged());
    assertEquals(4, report.judgedTopics());
    assertEquals(4, report.runTopics());
  }

  @Test
  void warnings_ofSeveralMetrics_areReportedOnce() {
    assertEquals(
        List.of(
            "1 topic with a document of grade 1 or better missing from run \"bm25\", counted as 0:"
                + " missing",
            "1 topic judged without a document of grade 1 or better, left out: hopeless",
            "interval from 3 clusters: too narrow below 10, so judge more topics before trusting"
                + " it",
            "1 topic of run \"bm25\" without judgements, left out: stray"),
        RunScores.of(QRELS, RUN, MetricParser.parse("mrr,p@1,ndcg@10"), BOOTSTRAP, topic -> topic)
            .warnings()
            .stream()
            .map(Text::en)
            .toList());
  }

  @Test
  void grade_ofAMetric_decidesWhichTopicsCount() {
    RunScores report =
        RunScores.of(
            QRELS, RUN, MetricParser.parse("recall@1:2,recall@2:2"), BOOTSTRAP, topic -> topic);

    assertEquals(Map.of("late", 0.0), report.results().getFirst().topics().values());
    assertEquals(Map.of("late", 1.0), report.results().getLast().topics().values());
  }

  @Test
  void metric_withoutAnyTopic_saysWhatToDo() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    RunScores.of(
                        QRELS, RUN, MetricParser.parse("hit@1:3"), BOOTSTRAP, topic -> topic))
            .getMessage();

    assertEquals(
        "hit@1:3 needs a topic with a document of grade 3 or better; none of the 4 judged topics"
            + " has one, so judge more or ask for a lower grade",
        message);
  }

  @Test
  void interval_byCluster_drawsTopicsOfACityTogether() {
    Map<String, Map<String, Integer>> topics = new HashMap<>();
    Map<String, List<String>> rankings = new HashMap<>();
    for (int topic = 0; topic < 40; topic++) {
      topics.put("city" + topic % 4 + "-" + topic, Map.of("a", 1));
      rankings.put(
          "city" + topic % 4 + "-" + topic, topic % 4 < 2 ? List.of("a") : List.of("x", "a"));
    }
    Qrels qrels = new Qrels(topics);
    TrecRun run = TrecRun.ranked("x", rankings);
    RunScores byTopic =
        RunScores.of(qrels, run, MetricParser.parse("p@1"), BOOTSTRAP, topic -> topic);
    RunScores byCity =
        RunScores.of(
            qrels, run, MetricParser.parse("p@1"), BOOTSTRAP, topic -> topic.substring(0, 5));

    assertEquals(new Interval(0, 1, 0.95), byCity.results().getFirst().interval());
    assertTrue(byTopic.results().getFirst().interval().low() > 0.3);
    assertEquals(List.of(), byTopic.warnings().stream().map(Text::en).toList());
    assertEquals(1, byCity.warnings().size());
  }
}
