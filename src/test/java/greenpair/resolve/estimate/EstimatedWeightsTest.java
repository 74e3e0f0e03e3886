package greenpair.resolve.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.resolve.Given;
import greenpair.resolve.MatchWeight;
import greenpair.resolve.Resolver;
import greenpair.resolve.UncertainPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Weights estimated without labels, where the truth is known.
class EstimatedWeightsTest {
  private static final double SHARE = 0.05;

  /// Pairs of which that share is the same firm: names are equal for all of them and 1 % of the
  /// others, cities agree in 90 % and 20 %, and are known for half.
  private static List<LinkageReport.Judged> pairs(int count, long seed) {
    Random random = new Random(seed);
    List<LinkageReport.Judged> pairs = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      boolean same = random.nextDouble() < SHARE;
      List<MatchWeight> evidence = new ArrayList<>();
      evidence.add(new MatchWeight("name", same || random.nextDouble() < 0.01 ? 12 : -10));
      if (random.nextBoolean()) {
        evidence.add(new MatchWeight("city", random.nextDouble() < (same ? 0.9 : 0.2) ? 3 : -1));
      }
      double bits = evidence.stream().mapToDouble(MatchWeight::bits).sum();
      pairs.add(
          new LinkageReport.Judged(new UncertainPair("a" + at, "b" + at, bits, evidence), same));
    }
    return pairs;
  }

  private static EstimatedWeights estimated(List<LinkageReport.Judged> pairs) {
    return EstimatedWeights.of(pairs.stream().map(LinkageReport.Judged::pair).toList());
  }

  private static EstimatedWeights.Level level(EstimatedWeights of, String fact, String level) {
    return of.levels().stream()
        .filter(each -> each.fact().equals(fact) && each.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void probabilities_comeNearTheTruth_withoutLabels() {
    EstimatedWeights of = estimated(pairs(20_000, 1));
    assertEquals(SHARE + 0.95 * 0.01, of.prior(), 0.005);
    assertEquals(0.9, level(of, "city", "same").m(), 0.15);
    assertEquals(0.2, level(of, "city", "same").u(), 0.02);
    assertTrue(level(of, "name", "equal").bits() > 4, of::toString);
    assertTrue(level(of, "city", "differs").bits() < -2, of::toString);
    for (String fact : of.facts()) {
      List<EstimatedWeights.Level> levels =
          of.levels().stream().filter(each -> each.fact().equals(fact)).toList();
      assertEquals(1, levels.stream().mapToDouble(EstimatedWeights.Level::m).sum(), 1e-9);
      assertEquals(1, levels.stream().mapToDouble(EstimatedWeights.Level::u).sum(), 1e-9);
    }
  }

  @Test
  void report_comparesBothOnJudgedPairs() {
    List<LinkageReport.Judged> judged = pairs(500, 2);
    List<UncertainPair> others = pairs(5000, 3).stream().map(LinkageReport.Judged::pair).toList();
    LinkageReport report = LinkageReport.of(others, judged, 0, 9);
    assertEquals(4, report.results().size(), "by hand, estimated, and each fact alone");
    assertTrue(report.results().get(1).f1() > 0.8, report::table);
    assertTrue(report.table().contains("| by hand, city estimated | 9.0 |"), report::table);
    assertEquals(report, LinkageReport.of(others, judged, 0, 9));
    assertTrue(LinkageReport.of(others, List.of(), 0, 9).results().isEmpty());
  }

  @Test
  void pairsWithoutEqualNames_areRefused() {
    List<UncertainPair> different =
        IntStream.range(0, 9)
            .mapToObj(
                at -> new UncertainPair("a", "b" + at, -10, List.of(new MatchWeight("name", -10))))
            .toList();
    var refused =
        assertThrows(IllegalArgumentException.class, () -> EstimatedWeights.of(different));
    assertTrue(String.valueOf(refused.getMessage()).contains("0 of 9 pairs"));
    assertThrows(IllegalArgumentException.class, () -> EstimatedWeights.of(List.of()));
  }

  @Test
  void candidates_areThePairsOfTheBlocks_inTheOrderOfTheParties() {
    Resolver resolver = new Resolver(Given.SETTINGS, List.of());
    resolver.add(Given.named("firm a/1", "Ameresco Inc"));
    resolver.add(Given.named("firm b/1", "Ameresco"));
    resolver.add(Given.named("firm c/1", "Vestas"));
    List<UncertainPair> pairs = resolver.candidates();
    assertEquals(1, pairs.size(), pairs::toString);
    assertEquals("firm b/1", pairs.getFirst().two());
  }
}
