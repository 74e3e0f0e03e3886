package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Text;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Interval;
import greenpair.evaluate.trec.Qrels;
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

  private static final Rankings RUN =
      new Rankings(
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
        RunScores.of(
            QRELS, RUN, List.of(Metric.MRR, Metric.RECALL_OF_2), BOOTSTRAP, topic -> topic);
    RunScores.Result result = report.results().getFirst();

    assertEquals("mrr", result.metric());
    assertEquals(0.5, result.mean());
    assertEquals(new Interval(0, 1, 0.95), result.interval());
    assertEquals(Map.of("found", 1.0, "late", 0.5, "missing", 0.0), result.topics());
    assertEquals(Map.of("late", 1.0), report.results().getLast().topics());
    assertEquals(4, report.judgedTopics());
    assertEquals(
        List.of(
            "1 judged topic without an answer, counted as 0: missing",
            "1 topic judged without a relevant entry, left out: hopeless",
            "1 topic without judgements, left out: stray",
            "interval from 1 cluster: below 10 it is too narrow, so judge more topics before you"
                + " trust it"),
        report.warnings().stream().map(Text::en).toList());
  }

  @Test
  void judgements_withoutARelevantEntry_areRefused() {
    Qrels none = new Qrels(Map.of("t", Map.of("a", 0)));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> RunScores.of(none, RUN, List.of(Metric.MRR), BOOTSTRAP, topic -> topic))
            .getMessage();

    assertEquals("none of the 1 judged topics has a relevant entry; judge more", message);
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
    Rankings run = new Rankings("x", rankings);
    RunScores byTopic = RunScores.of(qrels, run, List.of(Metric.MRR), BOOTSTRAP, topic -> topic);
    RunScores byCity =
        RunScores.of(qrels, run, List.of(Metric.MRR), BOOTSTRAP, topic -> topic.substring(0, 5));

    assertEquals(new Interval(0.5, 1, 0.95), byCity.results().getFirst().interval());
    assertTrue(byTopic.results().getFirst().interval().low() > 0.6);
    assertEquals(List.of(), byTopic.warnings().stream().map(Text::en).toList());
    assertEquals(1, byCity.warnings().size());
  }
}
