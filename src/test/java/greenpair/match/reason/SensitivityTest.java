package greenpair.match.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final Ranker RANKER = new Ranker(Given.RULES, Given.PHRASES);
  private static final Sensitivity SENSITIVITY =
      new Sensitivity(Given.RULES, RANKER, Given.PHRASES);
  private static final CityTraits HERE =
      Given.city("here").koppen("Cwa").population(2_000_000).grid(0.5).make();
  private static final MatchQuery QUERY =
      Given.query(HERE, Given.BUS).text("electric buses").make();

  /// Of these, a case that is recorded later cannot lower the value.
  private static final Set<String> ONLY_RAISED = Set.of("similar_work", "similar_nearby", "scale");

  private static List<Ranked> rank(Candidate... candidates) {
    return RANKER.rank(QUERY, List.of(candidates));
  }

  private static FirmMaker active(String id) {
    return Given.firm(id, Given.BUS).status(Partner.Status.ACTIVE);
  }

  // stability

  @Test
  void closePair_withOppositeStrengths_showsTheShift() {
    // Words 0.11 x 0.34 against standing 0.09 x 0.4: a fifth more or less turns them.
    Candidate worded =
        Given.firm("worded", Given.BUS).status(Partner.Status.UNCERTAIN).words(0, 0.54).make();
    Candidate standing = active("standing").words(0, 0.2).make();
    List<Ranked> list = rank(worded, standing);
    List<EntryId> before = list.stream().map(Ranked::id).toList();
    assertEquals(List.of(Given.id("worded"), Given.id("standing")), before);
    Answer.Stability found = stability(list);
    assertFalse(found.holds());
    assertEquals(before, found.top());
    List<EntryId> turned = before.reversed();
    assertEquals(
        List.of(
            new Answer.Shift("text", Side.CITY, 0.8, turned),
            new Answer.Shift("activity", Side.CITY, 1.2, turned)),
        found.shifts());
  }

  @Test
  void widePair_holdsUnderAnyMove() {
    Candidate strong =
        active("strong").words(0, 1).did(Given.done("d", HERE, Given.BUS).make()).make();
    Candidate weak = Given.firm("weak", Given.BUSES).make();
    Answer.Stability found = stability(rank(strong, weak));
    assertTrue(found.holds());
    assertEquals(List.of(), found.shifts());
    assertEquals(List.of(Given.id("strong"), Given.id("weak")), found.top());
  }

  @Test
  void shiftBelowTheThirdPlace_doesNotCount() {
    Precedent here = Given.done("d", HERE, Given.BUS).make();
    List<Candidate> all = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      List<Precedent> cases = new ArrayList<>();
      for (int k = 0; k <= 4 - i; k++) {
        cases.add(Given.done("d" + k, HERE, Given.BUS).make());
      }
      all.add(active("strong" + i).words(0, 1).did(cases.toArray(new Precedent[0])).make());
    }
    assertEquals(Grade.B, here.grade());
    all.add(Given.firm("x", Given.BUS).status(Partner.Status.UNCERTAIN).words(0, 0.54).make());
    all.add(active("y").words(0, 0.2).make());
    assertTrue(stability(rank(all.toArray(new Candidate[0]))).holds());
  }

  private static Answer.Stability stability(List<Ranked> good) {
    return Objects.requireNonNull(SENSITIVITY.stability(good, List.of(), 0));
  }

  @Seeded
  void stability_ofEntriesForManyNeeds_isThatOfScoringEachUnderItsOwnWeights(Random random) {
    for (Kind kind : Kind.RANKED) {
      stabilityIsThatOfEntriesUnderTheirOwnWeights(kind, new RandomPairings(random));
    }
  }

  private static void stabilityIsThatOfEntriesUnderTheirOwnWeights(Kind kind, RandomPairings draw) {
    List<Ranked> list = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      list.add(RANKER.score(draw.query(), draw.candidate(kind, "x" + i)));
    }
    list.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id));
    double minimum = Given.RULES.ranking().minimumScore(kind);
    List<Ranked> good = list.stream().filter(each -> each.score() >= minimum).toList();
    List<Ranked> below = list.stream().filter(each -> each.score() < minimum).toList();
    Set<Answer.Shift> expected = new HashSet<>();
    for (Side side : Side.values()) {
      Set<String> signals = new HashSet<>();
      list.forEach(each -> signals.addAll(each.pair().weights(side).keySet()));
      for (String signal : signals) {
        for (double factor : new double[] {0.8, 1.2}) {
          List<EntryId> after =
              list.stream()
                  .filter(each -> scoreWith(each, side, signal, factor) >= minimum)
                  .sorted(
                      Comparator.comparingDouble(
                              (Ranked each) -> -scoreWith(each, side, signal, factor))
                          .thenComparing(Ranked::id))
                  .map(Ranked::id)
                  .limit(3)
                  .toList();
          if (!after.equals(good.stream().map(Ranked::id).limit(3).toList())) {
            expected.add(new Answer.Shift(signal, side, factor, after));
          }
        }
      }
    }
    Answer.@Nullable Stability found = SENSITIVITY.stability(good, below, minimum);
    assertEquals(good.isEmpty(), found == null);
    if (found != null) {
      assertEquals(expected, Set.copyOf(found.shifts()));
      assertEquals(expected.isEmpty(), found.holds());
    }
  }

  /// Combines the parts of an entry again, with one weight changed and the others of that side
  /// scaled.
  private static double scoreWith(Ranked ranked, Side side, String signal, double factor) {
    List<Explanation.Part> parts = new ArrayList<>();
    for (Side each : Side.values()) {
      Map<String, Double> weights = new HashMap<>(ranked.pair().weights(each));
      if (each == side && weights.containsKey(signal)) {
        double before = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.put(signal, weights.get(signal) * factor);
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((name, weight) -> weight * (before / sum));
      }
      for (Explanation.Part part : ranked.explanation().parts()) {
        if (part.side() == each) {
          double weight = weights.getOrDefault(part.signal(), 0.0);
          Signal.SignalValue value = Signal.SignalValue.of(part.value());
          parts.add(Explanation.part(part.signal(), each, weight, value));
        }
      }
    }
    return Explanation.of(parts).value();
  }

  // pivot

  @Test
  void missingFact_isNamedWithTheRanksByReRanking() {
    Candidate unknown = Given.firm("unknown", Given.BUS).words(0, 0.5).make();
    Candidate active = active("active").words(0, 0.5).make();
    Candidate closed =
        Given.firm("closed", Given.BUS).status(Partner.Status.CLOSED).words(0, 0.5).make();
    List<Ranked> list = rank(unknown, active, closed);
    assertEquals(
        List.of("active", "unknown", "closed"),
        list.stream().map(each -> each.id().value()).toList());
    Answer.Pivot pivot = SENSITIVITY.pivot(list, list.get(2 - 1)).orElseThrow();
    assertEquals(1, pivot.bestRank());
    assertEquals(3, pivot.worstRank());
    assertEquals(Given.PHRASES.say("unknown." + pivot.signal()), pivot.missing());
    assertFalse(
        list.get(1).explanation().parts().stream()
            .filter(part -> part.signal().equals(pivot.signal()))
            .findFirst()
            .orElseThrow()
            .known());
  }

  @Test
  void listInAnotherOrderThanByScore_hasNoPivot() {
    List<Ranked> list =
        rank(Given.firm("unknown", Given.BUS).words(0, 0.5).make(), active("active").make());
    assertTrue(SENSITIVITY.pivot(list, list.getFirst()).isPresent());
    assertEquals(Optional.empty(), SENSITIVITY.pivot(list.reversed(), list.getFirst()));
  }

  @Seeded
  void pivot_ofRandomLists_isOfAMissingFactAndSpansTheRank(Random random) {
    RandomPairings draw = new RandomPairings(random);
    Kind kind = draw.one(Kind.RANKED);
    MatchQuery query = draw.query();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      candidates.add(draw.candidate(kind, "x" + i));
    }
    List<Ranked> list = RANKER.rank(query, candidates);
    for (int rank = 1; rank <= list.size(); rank++) {
      int at = rank;
      SENSITIVITY
          .pivot(list, list.get(rank - 1))
          .ifPresent(
              pivot -> {
                assertTrue(pivot.bestRank() <= at && at <= pivot.worstRank(), pivot::toString);
                assertTrue(pivot.worstRank() <= list.size(), pivot::toString);
                if (ONLY_RAISED.contains(pivot.signal())) {
                  assertEquals(at, pivot.worstRank(), pivot::toString);
                }
              });
    }
  }

  // one more case

  @Seeded
  void oneMoreCase_whereItIsShown_rises(Random random) {
    RandomPairings draw = new RandomPairings(random);
    Kind kind = draw.one(Kind.RANKED);
    MatchQuery query = draw.query();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      candidates.add(draw.candidate(kind, "x" + i));
    }
    List<Ranked> list = RANKER.rank(query, candidates);
    for (int rank = 1; rank <= list.size(); rank++) {
      int from = rank;
      Optional<Answer.Counterfactual> found = SENSITIVITY.oneMoreCase(list, list.get(rank - 1));
      found.ifPresent(
          each -> {
            assertEquals(from, each.fromRank());
            assertTrue(each.toRank() >= 1 && each.toRank() < from, each::toString);
          });
    }
  }

  @Test
  void lead_withOneMoreCase_standsAmongTheRecommended_notAmongTheLeads() {
    List<Ranked> recommended =
        rank(
            active("proven")
                .words(0, 0.5)
                .did(Given.done("d", HERE, Given.BUS).status(Deployment.Status.OPERATING).make())
                .make());
    List<Ranked> leads = rank(active("lead").words(0, 0.4).make());
    Answer.Counterfactual found =
        SENSITIVITY.asRecommended(leads, recommended, leads.getFirst()).orElseThrow();
    assertEquals(2, found.toRank(), "behind the one that did it here");
    assertTrue(String.valueOf(found.says().en()).endsWith("it would be recommended, at rank 2."));
    assertTrue(String.valueOf(found.says().zh()).contains("排第2位"));

    List<Ranked> gone = rank(Given.firm("gone", Given.BUS).status(Partner.Status.UNCERTAIN).make());
    assertEquals(Optional.empty(), SENSITIVITY.asRecommended(gone, recommended, gone.getFirst()));
  }

  @Test
  void oneMoreCase_says_bothRanksInBothLanguages() {
    List<Ranked> list = rank(active("a").words(0, 0.5).make(), active("b").words(0, 0.4).make());
    Answer.Counterfactual found = SENSITIVITY.oneMoreCase(list, list.get(2 - 1)).orElseThrow();
    assertEquals(1, found.toRank());
    assertEquals(
        "One more verified case of grade B in a similar city of this country would move it from"
            + " rank 2 to rank 1.",
        found.says().en());
    assertTrue(String.valueOf(found.says().zh()).contains("由第2位升至第1位"));
    assertEquals(Optional.empty(), SENSITIVITY.oneMoreCase(list, list.get(1 - 1)));
  }
}
