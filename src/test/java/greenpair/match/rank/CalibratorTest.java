package greenpair.match.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.match.Given;
import greenpair.match.settings.MatchQuery;
import greenpair.match.signal.NeedCandidatePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final MatchQuery ASK = Given.ask(Given.city("here").make(), Given.BUS).make();

  private static Ranked ranked(String id, double score) {
    Text label = new Text("x", "x");
    Explanation explanation =
        Explanation.fuse(List.of(Explanation.part("technology", label, 1, score)), List.of());
    NeedCandidatePair pairing =
        NeedCandidatePair.of(ASK, Given.solution(id, Given.BUS).make(), Given.RULES);
    return new Ranked(pairing, explanation, List.of());
  }

  private static Aspect aspect(double share, Map<String, Double> relevance) {
    Map<EntryId, Double> by = new HashMap<>();
    relevance.forEach((id, value) -> by.put(new EntryId(id), value));
    return new Aspect(share, by);
  }

  private static String order(List<Ranked> list) {
    return String.join(" ", list.stream().map(each -> each.id().value()).toList());
  }

  private static final List<Ranked> FIVE =
      List.of(
          ranked("a1", 0.9),
          ranked("a2", 0.8),
          ranked("a3", 0.7),
          ranked("b1", 0.6),
          ranked("b2", 0.5));

  /// Two needs, of which one has the three best entries and the other the rest.
  private static List<Aspect> needs(double first) {
    return List.of(
        aspect(first, Map.of("a1", 0.9, "a2", 0.8, "a3", 0.7)),
        aspect(1 - first, Map.of("b1", 0.6, "b2", 0.5)));
  }

  @Test
  void list_followsTheSharesOfTheNeeds() {
    assertEquals("a1 b1 a2 b2 a3", order(Calibrator.spread(FIVE, needs(0.5), 0.8, 5)));
    assertEquals("a1 b1 a2 a3 b2", order(Calibrator.spread(FIVE, needs(0.67), 0.8, 5)));
  }

  @Test
  void withoutAShare_orderStaysThatOfScores() {
    assertEquals(FIVE, Calibrator.spread(FIVE, needs(0.5), 0, 5));
  }

  @Test
  void divergence_byHand() {
    // One of two: q = (1, 0), q~ = (0.99 + 0.005, 0.005).
    double one = 0.5 * Math.log(0.5 / 0.995) + 0.5 * Math.log(0.5 / 0.005);
    assertEquals(one, Calibrator.divergence(FIVE, needs(0.5), 1), 1e-12);
    List<Ranked> both = Calibrator.spread(FIVE, needs(0.5), 0.5, 2);
    assertEquals(0, Calibrator.divergence(both, needs(0.5), 2), 1e-12);
  }

  @Test
  void entryThatServesBothNeeds_countsForBoth() {
    List<Ranked> list = List.of(ranked("a", 0.6), ranked("both", 0.6), ranked("b", 0.5));
    List<Aspect> needs =
        List.of(
            aspect(0.5, Map.of("a", 0.6, "both", 0.6)), aspect(0.5, Map.of("both", 0.6, "b", 0.5)));
    assertEquals("both a b", order(Calibrator.spread(list, needs, 0.5, 3)));
  }

  @Seeded
  void anyList_keepsItsEntries_andIsNoFurtherFromTheSharesThanByScore(Random random) {
    List<Ranked> list = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      list.add(ranked("x" + i, random.nextDouble()));
    }
    list.sort(Ranker.ORDER);
    List<Map<String, Double>> relevance =
        List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (Ranked each : list) {
      relevance.get(random.nextInt(3)).put(each.id().value(), each.score());
    }
    List<Aspect> needs =
        List.of(
            aspect(0.5, relevance.get(0)),
            aspect(0.3, relevance.get(1)),
            aspect(0.2, relevance.get(2)));
    List<Ranked> all = Calibrator.spread(list, needs, 1, 5);
    Set<Ranked> kept = new HashSet<>(all);
    assertEquals(new HashSet<>(list), kept);
    assertEquals(list.size(), all.size());
    double apart = Calibrator.divergence(all, needs, 1);
    assertTrue(apart >= 0 && apart <= Calibrator.divergence(list, needs, 1) + 1e-12);
  }
}
