package greenpair.match.past;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Kind;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;

class ReadingsTest {
  private static final double ROUNDED = 1e-5;

  /// Weights are learned from the score that is served, not from a similar one.
  @Seeded
  void scoreUnderTheSettings_isTheScoreServed(Random random) {
    RankingSettings settings = Given.RULES.ranking();
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    RandomPairings draw = new RandomPairings(random);
    for (int i = 0; i < 30; i++) {
      for (Kind kind : Kind.RANKED) {
        Ranked ranked = ranker.score(draw.query(), draw.candidate(kind, "x"));
        Choice choice = Choice.of(List.of(ranked, ranked));
        double[] weights =
            Arrays.stream(Side.values())
                .flatMap(side -> settings.weights(kind, side).values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertEquals(
            ranked.score(),
            new Readings(kind, settings, List.of(choice))
                .score(weights, choice.candidates().getFirst()),
            ROUNDED,
            kind.word());
      }
    }
  }
}
