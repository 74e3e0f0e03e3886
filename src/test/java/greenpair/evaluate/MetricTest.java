package greenpair.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
  private static final double ROUNDING = 1e-12;
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1, "d", 0);

  /// Of a, b and c the ranking has b at place 1 and a at place 4; x was not judged.
  private static final List<String> RANKING = List.of("b", "d", "x", "a");

  private static double value(Metric metric, List<String> ranking) {
    return metric.of(ranking, GRADES).orElseThrow();
  }

  /// A ranking with some unjudged documents before these.
  private static List<String> behind(int unjudged, String... docs) {
    List<String> ranking =
        new ArrayList<>(IntStream.range(0, unjudged).mapToObj(each -> "x" + each).toList());
    ranking.addAll(List.of(docs));
    return ranking;
  }

  /// By hand. Gains 2^g - 1 are 3, 0, 0, 7 at places 1 to 4:
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
    assertEquals(0.640357, value(Metric.NDCG, RANKING), 1e-6);
  }

  /// Place 11 does not count, nor does an eleventh document in the best order.
  @Test
  void ndcg_looksAtTenPlaces() {
    assertEquals(0, value(Metric.NDCG, behind(10, "a")));
    Map<String, Integer> eleven = new java.util.HashMap<>();
    IntStream.range(0, 11).forEach(each -> eleven.put("x" + each, 1));
    assertEquals(1, Metric.NDCG.of(behind(10), eleven).orElseThrow(), ROUNDING);
  }

  /// Two of the three relevant are found; of those of grade 2 or better, both.
  @Test
  void recall_workedByHand() {
    assertEquals(2.0 / 3, value(Metric.RECALL, RANKING), ROUNDING);
    assertEquals(1, value(Metric.RECALL_OF_2, RANKING), ROUNDING);
    assertEquals(0, value(Metric.RECALL, behind(100, "a")), ROUNDING);
  }

  /// Of five places, two have grade 2 or better; the ranking has four.
  @Test
  void precision_workedByHand() {
    assertEquals(2.0 / 5, value(Metric.PRECISION, RANKING), ROUNDING);
    assertEquals(0, value(Metric.PRECISION, List.of("c", "d")), ROUNDING);
    assertEquals(0, value(Metric.PRECISION, behind(5, "a")), ROUNDING);
  }

  @Test
  void hit_workedByHand() {
    assertEquals(1, value(Metric.HIT_3, behind(2, "c", "a")), ROUNDING);
    assertEquals(0, value(Metric.HIT_3, behind(3, "a")), ROUNDING);
    assertEquals(1, value(Metric.HIT_10, behind(9, "a")), ROUNDING);
    assertEquals(0, value(Metric.HIT_10, behind(10, "a")), ROUNDING);
  }

  @Test
  void reciprocalRank_workedByHand() {
    assertEquals(1, value(Metric.MRR, RANKING), ROUNDING);
    assertEquals(1.0 / 201, value(Metric.MRR, behind(200, "c")), ROUNDING);
  }

  @ParameterizedTest
  @EnumSource
  void metric_ofTopicWithoutRelevantDoc_isUndefined(Metric metric) {
    Map<String, Integer> none = Map.of("a", metric.grade() - 1);
    assertEquals(OptionalDouble.empty(), metric.of(List.of("a"), none));
  }

  @ParameterizedTest
  @EnumSource
  void metric_ofEmptyRanking_isZero(Metric metric) {
    assertEquals(0, value(metric, List.of()));
  }

  @Seeded
  void metric_whenABetterDocMovesUp_neverFalls(Random random) {
    Map<String, Integer> grades = grades(random);
    List<String> before = ranking(random, grades);
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
    for (Metric metric : Metric.values()) {
      double was = metric.of(before, grades).orElse(0);
      double is = metric.of(after, grades).orElse(0);
      assertTrue(is >= was - ROUNDING, metric + " fell from " + was + " to " + is);
      assertTrue(was >= 0 && is <= 1, metric + " is " + was + " and " + is);
    }
  }

  /// Judgements of one topic: 1 to 12 documents, grades 0 to 3, at least one relevant.
  private static Map<String, Integer> grades(Random random) {
    Map<String, Integer> grades = new LinkedHashMap<>();
    int size = 1 + random.nextInt(12);
    for (int doc = 0; doc < size; doc++) {
      grades.put("d" + doc, random.nextInt(4));
    }
    grades.put("d0", 1 + random.nextInt(3));
    return grades;
  }

  /// A ranking of some of the judged documents and of up to five unjudged ones.
  private static List<String> ranking(Random random, Map<String, Integer> grades) {
    List<String> docs = new ArrayList<>(grades.keySet());
    for (int doc = random.nextInt(6); doc > 0; doc--) {
      docs.add("unjudged" + doc);
    }
    Collections.shuffle(docs, random);
    return docs.subList(0, random.nextInt(docs.size() + 1));
  }

  private static int grade(Map<String, Integer> grades, String doc) {
    return grades.getOrDefault(doc, 0);
  }
}
