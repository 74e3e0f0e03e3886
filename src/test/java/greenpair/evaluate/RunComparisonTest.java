package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Text;
import greenpair.evaluate.metric.Formula;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.TrecRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
  private static final Metric MRR = new Metric(Formula.MRR, Metric.WHOLE);
  private static final Randomisation TEST = Randomisation.of(1);

  private static final Qrels QRELS =
      new Qrels(
          Map.of(
              "t1", Map.of("a", 1),
              "t2", Map.of("a", 1),
              "t3", Map.of("a", 1),
              "t4", Map.of("a", 1),
              "t5", Map.of("a", 0)));

  private static final TrecRun BASELINE =
      TrecRun.ranked(
          "old",
          Map.of(
              "t1", List.of("x", "a"),
              "t2", List.of("a"),
              "t3", List.of("a"),
              "t4", List.of("x", "y", "z", "a")));

  private static final TrecRun CONTENDER =
      TrecRun.ranked(
          "new", Map.of("t1", List.of("a"), "t2", List.of("a"), "t4", List.of("x", "a")));

  /// By hand, reciprocal ranks of old and new: t1 1/2 and 1, t2 1 and 1, t3 1 and 0 (missing), t4
  /// 1/4 and 1/2. Differences 1/2, 0, -1, 1/4: two wins, one loss, one tie, sum -1/4. The flips of
  /// 1/2, 1, 1/4 sum to +-1.75, +-1.25, +-0.75, +-0.25: all reach 0.25, so p = 1.
  @Test
  void comparison_ofFourTopics_workedByHand() {
    RunComparison comparison =
        RunComparison.of(MRR, QRELS, BASELINE, CONTENDER, TEST, topic -> topic);

    assertEquals(Map.of("t1", 0.5, "t2", 0.0, "t3", -1.0, "t4", 0.25), comparison.differences());
    assertEquals(2, comparison.wins());
    assertEquals(1, comparison.losses());
    assertEquals(1, comparison.ties());
    assertEquals(2.75 / 4, comparison.baselineMean());
    assertEquals(2.5 / 4, comparison.contenderMean());
    assertEquals(-0.25 / 4, comparison.meanDifference());
    assertEquals(new Randomisation.Outcome(1, true, 8), comparison.randomisation());
    assertEquals(
        List.of(
            "1 topic judged without a document of grade 1 or better, left out: t5",
            "1 topic with a document of grade 1 or better missing from run \"new\", counted as 0:"
                + " t3"),
        comparison.warnings().stream().map(Text::en).toList());
  }

  /// The differences are 1/2, 0, -1 (near) and 1/4 (far), so the clusters sum to -1/2 and 1/4:
  /// their four flips sum to +-0.75 and +-0.25, all reach 0.25, p = 1. One cluster has two flips.
  @Test
  void clusters_changeSidesAsAWhole() {
    RunComparison clustered =
        RunComparison.of(
            MRR, QRELS, BASELINE, CONTENDER, TEST, topic -> topic.equals("t4") ? "far" : "near");
    assertEquals(new Randomisation.Outcome(1, true, 4), clustered.randomisation());
    assertEquals(-0.25 / 4, clustered.meanDifference());
    RunComparison whole = RunComparison.of(MRR, QRELS, BASELINE, CONTENDER, TEST, topic -> "one");
    assertEquals(new Randomisation.Outcome(1, true, 2), whole.randomisation());
  }
}
