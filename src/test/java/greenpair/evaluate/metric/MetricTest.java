package greenpair.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.evaluate.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static final double ROUNDING = 1e-12;
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1, "d", 0);

  /// Of a, b and c the ranking has b at place 1 and a at place 4; x was not judged.
  private static final JudgedRanking RANKING =
      JudgedRanking.of(List.of("b", "d", "x", "a"), GRADES);

  private static final List<Metric> ALL =
      MetricParser.parse("ndcg@1,ndcg@5,ndcg@1000,recall@3,recall@3:2,p@5,hit@1,mrr,mrr@2:3");

  private static double value(Metric metric) {
    return metric.of(RANKING).orElseThrow();
  }

  /// By hand, k = 4. Gains 2^g - 1 are 3, 0, 0, 7 at places 1 to 4:
  ///
  /// DCG = 3/log2(2) + 7/log2(5) = 3 + 7/2.321928 = 3 + 3.014736 = 6.014736
  ///
  /// Best order a, b, c, d has gains 7, 3, 1, 0:
  ///
  /// IDCG = 7/log2(2) + 3/log2(3) + 1/log2(4) = 7 + 3/1.584963 + 0.5 = 9.392789
  ///
  /// nDCG = 6.014736 / 9.392789 = 0.640357
  @Test
  void ndcg_workedByHand() {
    assertEquals(0.640357, value(new Metric(Formula.NDCG, 4)), 1e-6);
  }

  /// By hand, k = 2: DCG = 3, IDCG = 7 + 3/1.584963 = 8.892789, nDCG = 0.337352.
  @Test
  void ndcg_withCut_cutsTheBestOrderToo() {
    assertEquals(0.337352, value(new Metric(Formula.NDCG, 2)), 1e-6);
  }

  /// Two of the three relevant are in the first four places; of those of grade 2, both.
  @Test
  void recall_workedByHand() {
    assertEquals(2.0 / 3, value(new Metric(Formula.RECALL, 4)), ROUNDING);
    assertEquals(1.0 / 3, value(new Metric(Formula.RECALL, 3)), ROUNDING);
    assertEquals(1, value(new Metric(Formula.RECALL, 4, 2)), ROUNDING);
  }

  /// The ranking has four places; the fifth counts as not relevant.
  @Test
  void precision_workedByHand() {
    assertEquals(1, value(new Metric(Formula.P, 1)), ROUNDING);
    assertEquals(2.0 / 4, value(new Metric(Formula.P, 4)), ROUNDING);
    assertEquals(2.0 / 5, value(new Metric(Formula.P, 5)), ROUNDING);
  }

  @Test
  void hit_workedByHand() {
    assertEquals(1, value(new Metric(Formula.HIT, 1)), ROUNDING);
    assertEquals(0, value(new Metric(Formula.HIT, 3, 3)), ROUNDING);
    assertEquals(1, value(new Metric(Formula.HIT, 4, 3)), ROUNDING);
  }

  /// Grade 1 or better is first at place 1, grade 3 at place 4.
  @Test
  void reciprocalRank_workedByHand() {
    assertEquals(1, value(new Metric(Formula.MRR, Metric.WHOLE)), ROUNDING);
    assertEquals(1.0 / 4, value(new Metric(Formula.MRR, Metric.WHOLE, 3)), ROUNDING);
    assertEquals(0, value(new Metric(Formula.MRR, 3, 3)), ROUNDING);
  }

  @Test
  void metric_ofTopicWithoutRelevantDoc_isUndefined() {
    JudgedRanking none = JudgedRanking.of(List.of("a"), Map.of("a", 0));
    for (Metric metric : ALL) {
      assertEquals(OptionalDouble.empty(), metric.of(none), metric.name());
    }
    assertEquals(
        OptionalDouble.empty(),
        new Metric(Formula.HIT, 1, 2).of(JudgedRanking.of(List.of("a"), Map.of("a", 1))));
  }

  @Test
  void metric_ofEmptyRanking_isZero() {
    JudgedRanking empty = JudgedRanking.of(List.of(), GRADES);
    for (Metric metric : ALL) {
      assertEquals(0, metric.of(empty).orElseThrow(), metric.name());
    }
  }

  @Test
  void metric_whenABetterDocMovesUp_neverFalls() {
    Seeds.each(
        2_000,
        random -> {
          Map<String, Integer> grades = Seeds.grades(random);
          List<String> before = Seeds.ranking(random, grades);
          if (before.size() < 2) {
            return;
          }
          int upper = random.nextInt(before.size() - 1);
          int lower = upper + 1 + random.nextInt(before.size() - 1 - upper);
          if (grade(grades, before.get(lower)) <= grade(grades, before.get(upper))) {
            return;
          }
          List<String> after = new ArrayList<>(before);
          Collections.swap(after, upper, lower);
          for (Metric metric : ALL) {
            double was = metric.of(JudgedRanking.of(before, grades)).orElse(0);
            double is = metric.of(JudgedRanking.of(after, grades)).orElse(0);
            assertTrue(is >= was - ROUNDING, metric.name() + " fell from " + was + " to " + is);
          }
        });
  }

  private static int grade(Map<String, Integer> grades, String doc) {
    return Optional.ofNullable(grades.get(doc)).orElse(0);
  }
}
