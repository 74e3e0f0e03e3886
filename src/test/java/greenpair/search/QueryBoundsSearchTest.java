package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Years, distances, sizes and amounts to which a query bounds what is found.
class QueryBoundsSearchTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @CsvSource({
    "electric buses since 2015, 2015, 2200, since 2015, 2015/..",
    "electric buses before 2015, 1800, 2014, before 2015, ../2014",
    "2018年以后的电动公交, 2018, 2200, 2018年以后, 2018/..",
    "深圳周边100公里2015年以后的电动公交, 2015, 2200, 2015年以后, 2015/..",
    "electric buses from 2016 to 2018, 2016, 2018, from 2016 to 2018, 2016/2018",
    "electric buses in 2019, 2019, 2019, in 2019, 2019/2019",
    "2019年的电动公交, 2019, 2019, 2019年, 2019/2019",
    "electric buses by 2018, 1800, 2018, by 2018, ../2018"
  })
  void years_boundProjectsAndNeeds(
      String text, int from, int until, String written, String interval) {
    SearchResponse results = cohort.findAll(text);
    assertTrue(
        results
            .understanding()
            .conditions()
            .contains(new SearchResponse.Condition("date", written, Set.of(interval), false)));
    List<Deployment> cases =
        cohort.entries(results).stream()
            .filter(Deployment.class::isInstance)
            .map(Deployment.class::cast)
            .toList();
    assertTrue(cases.size() > 2, () -> "" + cases.size());
    cases.forEach(
        each -> {
          int start = Objects.requireNonNull(each.start());
          assertTrue(from <= start && start <= until, () -> "" + start);
        });
  }

  @Test
  void capitalThatIsTwoSmallLetters_movesNoWord() {
    String text = "İYİLİKİZ solar between 2015 and 2018";
    assertEquals(List.of("İYİLİKİZ"), cohort.findAll(text).understanding().unmatched());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zero emission buses by 2060", "2060年碳中和的公交"})
  void yearToCome_isATarget_andBoundsNothing(String text) {
    SearchResponse results = cohort.findAll(text);
    assertEquals(List.of(), results.understanding().conditions());
    assertEquals(50, results.hits().size());
  }

  @ParameterizedTest
  @CsvSource({"net zero by 2040, us-ca-sanjose", "peak year 2022, cn-shenzhen"})
  void targetWithAYear_asksForCities(String text, String city) {
    assertEquals("city:" + city, SearchedCohort.ids(cohort.findAll(text)).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "due in 2035, NEED, 2035, 2035",
    "tenders closing before 2029, NEED, 1, 2028",
    "2035年到期的采购需求, NEED, 2035, 2035",
    "cities with a target of 2045, CITY, 2045, 2045",
    "needs due before June 2027, NEED, 1, 2027",
    "2045年碳中和的城市, CITY, 2045, 2045",
    "2022年碳达峰的城市, CITY, 2022, 2022"
  })
  void yearUntilWhich_boundsNeedsAndTargetsOfCities(String text, Kind kind, int from, int until) {
    SearchResponse results = cohort.findAll(text);
    assertTrue(results.total() > 0);
    for (Hit each : results.hits().subList(0, (int) results.total())) {
      int due = due(cohort.snapshot.entry(each.kind(), each.id()).orElseThrow());
      assertTrue(each.match() && each.kind() == kind, () -> each.kind() + " " + each.id());
      assertTrue(from <= due && due <= until, () -> each.id() + " " + due);
    }
  }

  private static int due(Entry entry) {
    return switch (entry) {
      case Need need when need.purchase().due() != null -> need.purchase().due().last().getYear();
      case City city when city.target() != null && city.target().year() != null ->
          city.target().year();
      default -> 0;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "Los Angles LED, Los Angeles LED",
    "Palo Alta heat pump, Palo Alto heat pump",
  })
  void cityOfSeveralWords_withOneThatIsAnother_isCorrected(String text, String corrected) {
    assertEquals(corrected, cohort.findAll(text).didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "battery storage over 100 MWh, over 100 MWh, >100 MWh, 100",
    "储能100兆瓦时以上, 100兆瓦时以上, >=100 兆瓦时, 100"
  })
  void sizeInAKnownUnit_boundsProjects(String text, String written, String word, double least) {
    SearchResponse results = cohort.findAll(text);
    assertEquals(
        List.of(new SearchResponse.Condition("size", written, Set.of(word), false)),
        results.understanding().conditions());
    List<Deployment> cases =
        cohort.entries(results).stream()
            .filter(Deployment.class::isInstance)
            .map(Deployment.class::cast)
            .toList();
    assertTrue(cases.size() > 1, () -> "" + cases.size());
    for (Deployment each : cases) {
      Deployment.Quantity quantity = Objects.requireNonNull(each.quantity());
      String unit = quantity.unit().best(Language.EN);
      double factor = unit.startsWith("GWh") ? 1000 : unit.startsWith("MWh") ? 1 : 0.001;
      assertTrue(quantity.value() * factor >= least, () -> each.id() + " " + unit);
      assertTrue(unit.matches("[GMk]Wh.*"), unit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"battery storage over 100 MWh", "100辆以上电动公交", "since 2020"})
  void onlyWhatHasASizeAndAYear_matchesThese(String text) {
    SearchResponse results = cohort.findAll(text);
    assertTrue(results.hits().getFirst().match());
    results.hits().stream()
        .filter(Hit::match)
        .forEach(
            each -> assertTrue(each.kind() == Kind.DEPLOYMENT || each.kind() == Kind.NEED, text));
  }

  @Test
  void sizesThatExcludeEachOther_areStated_andBoundNothing() {
    SearchResponse results = cohort.findAll("solar plants over 100 MW under 20 MW");
    assertTrue(results.message().best(Language.EN).contains("exclude each other"));
    assertEquals(50, results.hits().size());
  }

  @Test
  void amountWithoutACurrency_isStatedAsUsDollars() {
    assertEquals(
        "under 10 million is read as US dollars.",
        cohort
            .findAll("solar loans under 10 million")
            .understanding()
            .notes()
            .getFirst()
            .best(Language.EN));
    assertEquals(
        List.of(), cohort.findAll("solar loans under $10 million").understanding().notes());
  }

  @Test
  void yearsThatExcludeEachOther_areStated_andBoundNothing() {
    SearchResponse results = cohort.findAll("electric buses since 2020 before 2015");
    assertTrue(results.message().best(Language.EN).contains("exclude each other"));
    assertEquals(50, results.hits().size());
  }

  @ParameterizedTest
  @CsvSource({
    "electric buses within 60 km of Shenzhen, within 60 km of, 60, cn-shenzhen",
    "深圳周边60公里的电动公交, 周边60公里, 60, cn-shenzhen"
  })
  void distance_boundsHits(String text, String written, String kilometres, String city) {
    SearchResponse results = cohort.findAll(text);
    assertTrue(
        results
            .understanding()
            .conditions()
            .contains(new SearchResponse.Condition("distance", written, Set.of(kilometres), false)),
        () -> results.understanding().toString());
    Set<String> around = cohort.snapshot.texts().around(new EntryId(city), 60);
    List<Entry> entries = cohort.entries(results);
    assertTrue(entries.size() > 3);
    for (Entry each : entries) {
      if (each instanceof Deployment deployment) {
        assertTrue(around.contains(deployment.city().value()), () -> deployment.city().value());
      }
    }
    assertTrue(cohort.count(text) < cohort.count("electric buses near Shenzhen"));
  }

  @ParameterizedTest
  @CsvSource({"biogas in the last 5 years, last 5 years", "近五年的沼气, 近五年"})
  void yearsUpToNow_boundProjects(String text, String written) {
    int now = cohort.snapshot.manifest().created().atZone(java.time.ZoneOffset.UTC).getYear();
    assertTrue(
        cohort.findAll(text).understanding().conditions().stream()
            .anyMatch(
                each ->
                    each.written().endsWith(written)
                        && each.values().equals(Set.of(now - 5 + "/.."))));
  }

  @Test
  void distanceFromAPlaceThatIsNotThere_isStated_andBoundsNothing() {
    SearchResponse results = cohort.findAll("wastewater plants within 30 km of Tucson");
    assertTrue(results.message().best(Language.EN).contains("within 30 km of"));
    assertTrue(results.message().best(Language.ZH).contains("计算距离"));
    assertTrue(
        results.understanding().conditions().stream()
            .noneMatch(each -> each.about().equals("distance")));
    assertEquals(50, results.hits().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loans under -10 million", "loans of minus 5 million dollars", "贷款不超过-50万美元"})
  void amountBelowZero_isStated_andIsNoCondition(String text) {
    SearchResponse results = cohort.findAll(text);
    assertTrue(results.message().best(Language.EN).contains("below zero"), text);
    assertTrue(results.message().best(Language.ZH).contains("负数"), text);
    assertTrue(
        results.understanding().conditions().stream()
            .noneMatch(each -> each.about().equals("amount")));
  }
}
