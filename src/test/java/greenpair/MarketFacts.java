package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.match.Opportunities;
import greenpair.match.Packages;
import greenpair.match.RecommendationRequest;
import greenpair.match.gate.Gate;
import greenpair.match.reason.Answer;
import greenpair.match.settings.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every answer about the demonstration cohort respects the markets of partners.
abstract class MarketFacts {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  @Test
  void cohort_isThatOfTheFacts() {
    assertEquals(21, cohort.cities.size());
    assertEquals(66, cohort.needs.size());
    assertEquals(552, cohort.firms.size());
    assertEquals(116, cohort.financiers.size());
    Set<String> ids =
        cohort.financiers.stream().map(each -> each.id().value()).collect(Collectors.toSet());
    assertTrue(ids.containsAll(Facts.NEVER_IN_THE_US), ids::toString);
    assertTrue(ids.containsAll(cohort.never("CN")), ids::toString);
    assertEquals(13, cohort.never("CN").size(), "three agencies and ten C-PACE providers");
    assertEquals(
        Set.of("US", "CN"), cohort.cities.stream().map(City::country).collect(Collectors.toSet()));
    assertTrue(cohort.asked.size() > 500, cohort.asked.size() + " requests");
  }

  @Test
  void financier_thatMayNotServeACountry_isNeverRecommendedThere() {
    cohort
        .of(Kind.FINANCIER)
        .forEach(
            each -> {
              Set<String> never = cohort.never(each.city().country());
              each.all().forEach(one -> assertFalse(never.contains(one.id().value()), each::place));
              each.ranking()
                  .forEach(one -> assertFalse(never.contains(one.id().value()), each::place));
            });
  }

  @Test
  void everyPair_ofACityAndAFinancierThatMayNotServeIt_failsTheGateOfTheMarket() {
    int pairs = 0;
    for (City city : cohort.cities) {
      EntryId need = cohort.snapshot.needs(city.id()).getFirst().id();
      RecommendationRequest request =
          RecommendationRequest.ofNeed(Kind.FINANCIER, city.id(), need, 1);
      for (Financier financier : cohort.financiers) {
        if (cohort.never(city.country()).contains(financier.id().value())) {
          Answer.Recommendation explained =
              cohort.recommender.explain(request, financier.id(), cohort.snapshot);
          assertEquals(
              Verdict.FAIL,
              verdict(Gate.Name.MARKET, explained.gates()),
              city.id() + " " + financier.id());
          pairs++;
        }
      }
    }
    assertEquals(10 * 9 + 11 * 13, pairs);
  }

  private static Verdict verdict(Gate.Name gate, List<Gate> gates) {
    return gates.stream()
        .filter(each -> each.gate() == gate)
        .map(Gate::verdict)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void financier_thatMayServeACountry_isRankedForSomeOfItsCities() {
    Map<String, Set<String>> ranked = new HashMap<>();
    cohort
        .of(Kind.FINANCIER)
        .forEach(
            each ->
                each.ranking()
                    .forEach(
                        one ->
                            ranked
                                .computeIfAbsent(each.city().country(), key -> new HashSet<>())
                                .add(one.id().value())));
    assertTrue(
        ranked.getOrDefault("CN", Set.of()).containsAll(living(Facts.NEVER_IN_THE_US)),
        "the gate shuts in one country only");
    assertTrue(ranked.getOrDefault("US", Set.of()).containsAll(living(cohort.never("CN"))));
  }

  private Set<String> living(Set<String> ids) {
    return cohort.financiers.stream()
        .filter(each -> ids.contains(each.id().value()))
        .filter(each -> each.partner().status() == null || !each.partner().status().isGone())
        .map(each -> each.id().value())
        .collect(Collectors.toSet());
  }

  @Test
  void opportunities_ofAFinancier_lieOnlyWhereItMayServe() {
    for (Financier financier : cohort.financiers) {
      Opportunities found =
          cohort.recommender.opportunities(
              Kind.FINANCIER, financier.id(), 0, RecommendationRequest.MAX_LIMIT, cohort.snapshot);
      for (Opportunities.Opportunity each : found.opportunities()) {
        String country = cohort.cityOf(each.city()).country();
        assertFalse(cohort.never(country).contains(financier.id().value()), each::toString);
      }
    }
  }

  @Test
  void packages_ofEveryNeed_holdNoneThatMayNotBeRecommended() {
    int offers = 0;
    Set<String> sellers =
        cohort.firms.stream()
            .filter(each -> !Facts.isNoSeller(each) && !Facts.CLOSED.contains(each.id().value()))
            .map(each -> each.id().value())
            .collect(Collectors.toSet());
    for (Need need : cohort.needs) {
      Packages packages =
          cohort.recommender.packages(
              need.id(), 0, RecommendationRequest.MAX_LIMIT, cohort.snapshot);
      for (Packages.Offer offer : packages.packages()) {
        String country = cohort.cityOf(need.city()).country();
        assertFalse(
            cohort.never(country).contains(offer.financier().id().value()), offer::toString);
        assertTrue(
            sellers.contains(offer.firm().id().value())
                || need.purchase().buys().contains(Need.Good.DESIGN),
            offer::toString);
        Facts.assertSums(offer.explanation(), offer.score(), offer.toString());
        offers++;
      }
    }
    assertTrue(offers > 0);
  }
}
