package greenpair.match.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Kind;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.match.CaseMaker;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signals;
import org.junit.jupiter.api.Test;

class RankerTest {
  private static final Ranker RANKER = new Ranker(Given.RULES, Given.PHRASES);
  private static final CityTraits HERE = Given.city("here").make();

  private static List<String> ids(List<Ranked> ranked) {
    return ranked.stream().map(each -> each.id().value()).toList();
  }

  private static List<Candidate> candidates(Kind kind, RandomPairings draw) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      candidates.add(draw.candidate(kind, "x" + i));
    }
    return candidates;
  }

  @Test
  void equalCandidates_areOrderedById() {
    MatchQuery query = Given.query(HERE, Given.BUS).make();
    List<Candidate> same =
        List.of(
            Given.firm("c", Given.BUS).make(),
            Given.firm("a", Given.BUS).make(),
            Given.firm("B", Given.BUS).make());
    assertEquals(List.of("B", "a", "c"), ids(RANKER.rank(query, same)));
  }

  @Test
  void betterCandidate_isFirst_evenWhenAGateFails() {
    MatchQuery query = Given.query(HERE, Given.BUS).make();
    Candidate closed =
        Given.firm("closed", Given.BUS)
            .status(greenpair.catalog.Partner.Status.CLOSED)
            .did(Given.done("d", HERE, Given.BUS).make())
            .make();
    List<Ranked> ranked =
        RANKER.rank(query, List.of(Given.firm("other", Given.LED).make(), closed));
    assertEquals(List.of("closed", "other"), ids(ranked));
    assertEquals(false, ranked.getFirst().passes());
  }

  @Test
  void sisterOfAFirmAtWorkHere_isNoNewcomer() {
    Candidate here =
        Given.firm("b", Given.BUS).group("G").did(Given.done("d", HERE, Given.BUS).make()).make();
    List<Candidate> all =
        List.of(
            here,
            Given.firm("sister", Given.BUS).group("G").make(),
            Given.firm("other", Given.BUS).group("H").make());
    List<Ranked> ranked = RANKER.rank(Given.query(HERE, Given.BUS).make(), all);
    assertEquals(List.of("b", "sister"), ids(ranked.stream().filter(Ranked::isIncumbent).toList()));
  }

  @Seeded
  void order_ofShuffledCandidates_isTheSame(Random random) {
    RandomPairings draw = new RandomPairings(random);
    Kind kind = draw.one(Kind.RANKED);
    MatchQuery query = draw.query();
    List<Candidate> candidates = candidates(kind, draw);
    List<Ranked> before = RANKER.rank(query, candidates);
    Collections.shuffle(candidates, random);
    assertEquals(before, RANKER.rank(query, candidates));
  }

  @Seeded
  void score_doesNotDependOnOtherCandidates(Random random) {
    RandomPairings draw = new RandomPairings(random);
    Kind kind = draw.one(Kind.RANKED);
    MatchQuery query = draw.query();
    List<Candidate> candidates = candidates(kind, draw);
    List<Ranked> all = RANKER.rank(query, candidates);
    List<Ranked> half = RANKER.rank(query, candidates.subList(0, 6));
    assertEquals(
        half,
        all.stream()
            .filter(each -> half.stream().anyMatch(h -> h.id().equals(each.id())))
            .toList());
  }

  @Seeded
  void oneMoreProvenCase_neverLowersTheScore(Random random) {
    RandomPairings draw = new RandomPairings(random);
    for (Kind kind : Kind.RANKED) {
      MatchQuery query = draw.query();
      Candidate before = draw.candidate(kind, "x");
      double was = RANKER.score(query, before).score();
      double is = RANKER.score(query, draw.provenOnceMore(before)).score();
      // Each of at most nine parts is rounded to a millionth.
      assertTrue(is >= was - 9e-6, () -> kind + " from " + was + " to " + is);
    }
  }

  @Seeded
  void score_ofOddCandidate_isFiniteExactAndInRange(Random random) {
    RandomPairings draw = new RandomPairings(random);
    for (Kind kind : Kind.RANKED) {
      Ranked ranked = RANKER.score(draw.query(), draw.candidate(kind, "x"));
      assertTrue(ranked.score() >= 0 && ranked.score() <= 1, () -> "got " + ranked.score());
      BigDecimal sum =
          ranked.explanation().parts().stream()
              .map(each -> BigDecimal.valueOf(each.contribution()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(0, sum.compareTo(BigDecimal.valueOf(ranked.score())), sum::toString);
      double confidence = ranked.coverage(Set.of());
      assertTrue(confidence >= 0 && confidence <= 1, () -> "got " + confidence);
    }
  }

  @Test
  void parts_ofEveryKind_areItsSignalsInOrderWithTheirSides() {
    MatchQuery query = Given.query(HERE, Given.BUS).make();
    Map<Kind, Candidate> one =
        Map.of(
            Kind.FIRM, Given.firm("x", Given.BUS).make(),
            Kind.FINANCIER, Given.financier("x", Given.BUS).make(),
            Kind.SOLUTION, Given.solution("x", Given.BUS).make());
    one.forEach(
        (kind, candidate) -> {
          List<String> wanted = new ArrayList<>();
          for (Side side : Side.values()) {
            Signals.of(kind, side).keySet().forEach(each -> wanted.add(side + " " + each));
          }
          assertEquals(
              wanted,
              RANKER.score(query, candidate).explanation().parts().stream()
                  .map(each -> each.side() + " " + each.signal())
                  .toList());
        });
  }

  @Test
  void firmByHand_isTheHarmonicMeanOfBothSides() {
    // City: technology 0.42 x 1, evidence 0.38 x 0, text 0.11 x 0.2, activity 0.09 x 0.5;
    // partner: market 0.19 x 0.4, presence 0.33 x 0.1, nearness 0.19 x 0.05, sector 0.19 x 1,
    // scale 0.10 x 0.5.
    Ranked ranked =
        RANKER.score(Given.query(HERE, Given.BUS).make(), Given.firm("x", Given.BUS).make());
    // No proof of the firm has a good result, so 0.85 of both sides is kept.
    double city = (0.42 + 0.022 + 0.045) * 0.85;
    double partner = (0.076 + 0.033 + 0.0095 + 0.19 + 0.05) * 0.85;
    Double own = ranked.explanation().city();
    assertTrue(own != null && Math.abs(own - city) < 1e-9, () -> "got " + own);
    Double other = ranked.explanation().partner();
    assertTrue(other != null && Math.abs(other - partner) < 1e-9, () -> "got " + other);
    assertEquals(2 * city * partner / (city + partner), ranked.score(), 1e-5);
    // Known of it: technology and evidence, 0.80 of the city's side, and sector, 0.19 of its own.
    assertEquals((0.80 + 0.19) / 2, ranked.coverage(Set.of()), 0.0006);
    // What rests on a field that was not checked is not known: only its cases are.
    assertEquals(0.38 / 2, ranked.coverage(Set.of("technologies")), 0.0006);
  }

  @Test
  void signalsOfCases_noneOfWhichWasChecked_areNotKnown() {
    MatchQuery query = Given.query(HERE, Given.BUS).make();
    for (Side side : Side.values()) {
      for (String signal : List.of("evidence", "similar_work", "presence", "similar_nearby")) {
        if (!Signals.of(Kind.FIRM, side).containsKey(signal)) {
          continue;
        }
        Map<String, Double> alone = new HashMap<>();
        for (Side each : Side.values()) {
          Signals.of(Kind.FIRM, each).keySet().forEach(name -> alone.put(name, 0.0));
        }
        List.of("text", "market", signal).forEach(name -> alone.put(name, 1.0));
        Ranker ranker =
            new Ranker(
                Given.RULES.with(Given.RULES.ranking().times(Kind.FIRM, alone)), Given.PHRASES);
        for (boolean isChecked : new boolean[] {true, false}) {
          Candidate firm =
              Given.firm("x", Given.BUS)
                  .did(Given.done("d", HERE, Given.BUS).verified(isChecked).make())
                  .make();
          double known = ranker.score(query, firm).coverage(Set.of("market"));
          assertTrue(isChecked || known == 0, signal + " " + known);
        }
      }
    }
  }

  @Test
  void firm_isProvenByACheckedCaseOfTheTechnologyOnly() {
    assertEquals(true, proven(Given.done("d", HERE, Given.BUS)));
    assertEquals(false, proven(Given.done("d", HERE, Given.BUS).verified(false)));
    assertEquals(false, proven(Given.done("d", HERE, Given.HYDROGEN_BUS)));
    assertEquals(false, proven(Given.done("d", HERE, Given.BUS).grade(greenpair.catalog.Grade.D)));
  }

  private static boolean proven(CaseMaker done) {
    return RANKER
        .score(
            Given.query(HERE, Given.BUS).make(), Given.firm("x", Given.BUS).did(done.make()).make())
        .isProven();
  }
}
