package greenpair.match.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.Given;
import greenpair.match.settings.MatchQuery;
import org.junit.jupiter.api.Test;

/// The contract of the simple rankings, by firms with work at places and times that differ.
class SimpleRankingTest {
  private static final CityTraits HERE = city("here", "US-CA", 37);
  private static final MatchQuery QUERY = Given.query(HERE, "WST.ORG.AD").make();
  private static final int NOW = QUERY.asOf();

  private static final Candidate MANY =
      firm("many", IntStream.range(0, 9).mapToObj(i -> done(city("far" + i, "US-NY", 60), 20)));
  private static final Candidate REGION =
      firm(
          "region",
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      Given.done("r" + i, city("ca" + i, "US-CA", 45), "LGT")
                          .years(NOW, NOW)
                          .make()));
  private static final Candidate ALIKE =
      firm("alike", IntStream.range(0, 2).mapToObj(i -> done(city("ca" + i, "US-CA", 45), 20)));
  private static final Candidate NEAR =
      firm("near", IntStream.of(1).mapToObj(i -> done(city("next", "US-NV", 37.1), 1)));
  private static final Candidate LONG_AGO =
      firm("ago", IntStream.of(1).mapToObj(i -> done(city("next", "US-NV", 37), 10)));

  private static CityTraits city(String id, String region, double lat) {
    return Given.city(id).country("US").region(region).place(lat, -120).make();
  }

  private static Precedent done(CityTraits city, int yearsAgo) {
    return Given.done("d-" + city.id(), city, "WST.ORG.AD")
        .years(NOW - yearsAgo, NOW - yearsAgo)
        .make();
  }

  private static Candidate firm(String id, java.util.stream.Stream<Precedent> work) {
    return Given.firm(id, "WST.ORG.AD").did(work.toArray(Precedent[]::new)).make();
  }

  private static List<String> order(SimpleRanking ranking, Candidate... firms) {
    return List.of(firms).stream()
        .sorted(
            Comparator.comparingDouble(
                (Candidate each) -> -ranking.of(QUERY, each, Given.RULES.taxonomy())))
        .map(each -> each.id().value())
        .toList();
  }

  @Test
  void popularity_countsCitiesOfAnyAge() {
    assertEquals(
        List.of("many", "region", "alike", "near"),
        order(SimpleRanking.POPULARITY, NEAR, ALIKE, REGION, MANY));
  }

  @Test
  void region_precedesTheRest_andTheWantedTechnologyThere_both() {
    assertEquals(
        List.of("region", "alike", "many", "near"),
        order(SimpleRanking.POPULARITY_REGION, NEAR, MANY, ALIKE, REGION));
    assertEquals(
        List.of("alike", "region", "many", "near"),
        order(SimpleRanking.POPULARITY_REGION_TECHNOLOGY, NEAR, MANY, REGION, ALIKE));
  }

  @Test
  void nearest_isThatOfTheLastTenYears() {
    assertEquals(
        List.of("near", "region", "many", "ago"),
        order(SimpleRanking.NEAREST_RECENT, LONG_AGO, MANY, REGION, NEAR));
  }

  @Test
  void new_isAFirmWithoutWorkInTheRegion() {
    assertTrue(SimpleRanking.isNew(QUERY, MANY));
    assertFalse(SimpleRanking.isNew(QUERY, REGION));
  }
}
