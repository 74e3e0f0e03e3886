package greenpair.search;

import static greenpair.search.SearchedCohort.RELEVANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.search.read.QueryCountries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Countries and partners that a query names.
class NamedPlacesTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @ValueSource(strings = {"Chinese electric buses", "中国电动公交", "electric buses in California"})
  void countryOfTheQuery_raisesItsEntries(String text) {
    Hit first =
        cohort.find(text).hits().stream()
            .filter(each -> each.kind() == Kind.FIRM)
            .findFirst()
            .orElseThrow();
    assertTrue(
        first.explanation().parts().stream()
            .anyMatch(part -> part.signal().equals("place") && part.value() > 0),
        first::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "electric buses for a Latin American bank",
        "electric buses of South America",
        "electric buses for Latin-American banks",
        "electric buses for Latin  American banks",
        "南美国际电动公交",
        "国内外电动公交",
        "发展中国家电动公交",
      })
  void phraseThatContainsACountry_namesNone(String text) {
    assertEquals(List.of(), placed(text));
  }

  @ParameterizedTest
  @CsvSource({
    "electric buses in California, electric buses in California USA",
    "electric buses in Shenzhen, electric buses in Shenzhen China",
    "electric buses from Germany, Chinese or German electric buses",
  })
  void furtherCountry_excludesNoEntry(String text, String longer) {
    List<String> first = placed(text).stream().limit(10).toList();
    assertFalse(first.isEmpty());
    assertTrue(placed(longer).containsAll(first), first::toString);
  }

  @Test
  void countryOfANamedRegion_isNotNamedBesideIt() {
    Map<String, Set<String>> names =
        Map.of("US", Set.of("USA"), "US-CA", Set.of("California"), "CN", Set.of("China"));
    QueryCountries countries = new QueryCountries(names, Set.of("Baja California"));
    assertEquals(
        Set.of("US-CA"), countries.of("heat pumps California USA", NamedPlacesTest::isCut));
    assertEquals(
        Set.of("CN", "US"),
        countries.of("heat pumps China USA Baja California", NamedPlacesTest::isCut));
  }

  @Test
  void countryInsideAName_isNotNamed_butOneBesideIt() {
    SearchRequest request =
        SearchRequest.of(
            List.of(Kind.FIRM),
            "China Everbright Water and World Bank loans for sewage in Liaoning",
            1);
    assertEquals(
        Set.of("CN-LN"),
        cohort.search.ask(request, cohort.snapshot).read().conditions().countries());
  }

  @ParameterizedTest
  @CsvSource({
    "FLO chargers in Florida, US-FL",
    "ENN gas in Pennsylvania, US-PA",
    "heat pumps in New York, US-NY",
  })
  void nameOfAPartner_isNotCutOutOfARegion(String text, String region) {
    SearchRequest request = SearchRequest.of(List.of(Kind.FIRM), text, 1);
    assertEquals(
        Set.of(region),
        cohort.search.ask(request, cohort.snapshot).read().conditions().countries());
  }

  @Test
  void passage_thatNamesPartners_asksForNoCountry() {
    String text =
        "Asian Development Bank and China Everbright Water and China Everbright Water met"
            + " officials of Liaoning and other places to talk about what could be done";
    SearchRequest request = SearchRequest.of(List.of(Kind.FIRM), text, 1);
    assertEquals(
        Set.of(), cohort.search.ask(request, cohort.snapshot).read().conditions().countries());
  }

  @Test
  void longestName_isTheOneThatIsMeant() {
    Map<String, Set<String>> names =
        Map.of(
            "US-VA", Set.of("Virginia"), "US-WV", Set.of("West Virginia"), "DE FR", Set.of("EU"));
    QueryCountries countries = new QueryCountries(names, Set.of());
    assertEquals(Set.of("US-WV"), countries.of("solar in West Virginia", NamedPlacesTest::isCut));
    assertEquals(
        Set.of("DE", "FR", "US-VA"), countries.of("EU and Virginia", NamedPlacesTest::isCut));
    assertEquals(
        Set.of(),
        cohort
            .search
            .ask(SearchRequest.of(List.of(Kind.FIRM), "黄河南岸光伏", 1), cohort.snapshot)
            .read()
            .conditions()
            .countries());
  }

  private List<String> placed(String text) {
    SearchResponse results = cohort.find(List.of(Kind.FIRM), text, Map.of(), RELEVANCE, 100, null);
    return results.hits().stream()
        .filter(
            hit ->
                hit.explanation().parts().stream()
                    .anyMatch(part -> part.signal().equals("place") && part.value() > 0))
        .map(hit -> hit.id().value())
        .toList();
  }

  private static boolean isCut(String written) {
    return false;
  }
}
