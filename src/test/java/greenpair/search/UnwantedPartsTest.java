package greenpair.search;

import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Firm;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.index.document.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a query says that it does not want, and what it quotes.
class UnwantedPartsTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private static final Set<Deployment.Status> ENDED =
      EnumSet.of(
          Deployment.Status.CLOSED,
          Deployment.Status.FAILED,
          Deployment.Status.REFUSED,
          Deployment.Status.WITHDRAWN,
          Deployment.Status.EXPIRED);

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @ValueSource(
      strings = {"firms for heat pumps not in China", "heat pumps but not in China", "不在中国的热泵企业"})
  void countryThatIsNotWanted_isExcluded(String text) {
    SearchResponse results = cohort.findAll(text);
    assertFalse(results.hits().isEmpty());
    assertEquals(List.of(), results.understanding().excluded());
    for (Entry each : cohort.entries(results)) {
      boolean isChinese =
          each instanceof Firm firm
              && firm.partner().headquarters() != null
              && firm.partner().headquarters().country().equals("CN");
      assertFalse(isChinese, () -> each.id().value());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rooftop solar installers in California not in San Francisco, San Francisco",
    "fuel cell bus firms outside Wuhan, Wuhan",
    "武汉以外的氢燃料电池公交企业, Wuhan"
  })
  void firmsOfACityThatIsNotWanted_areExcluded(String text, String city) {
    SearchResponse results = cohort.findAll(text);
    assertFalse(results.hits().isEmpty());
    for (Entry each : cohort.entries(results)) {
      if (each instanceof Firm firm && firm.partner().headquarters() != null) {
        assertFalse(
            String.valueOf(firm.partner().headquarters().city()).contains(city),
            () -> each.id().value());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"国外的氢能公交, CN", "海外储能项目, CN", "battery storage abroad, US"})
  void abroad_isAnyOtherCountry(String text, String own) {
    SearchResponse results = cohort.findAll(text);
    assertFalse(results.hits().isEmpty());
    for (Hit each : results.hits()) {
      String id = each.id().value();
      Entry entry = cohort.snapshot.entry(each.kind(), each.id()).orElseThrow();
      boolean isOwn =
          entry instanceof Deployment deployment
              && deployment.city().value().startsWith(own.toLowerCase(Locale.ROOT) + "-");
      assertFalse(isOwn, id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "electric buses but not in Shenzhen",
        "electric buses outside Shenzhen",
        "深圳以外的电动公交",
        "电动公交，不在深圳",
        "excluding Shenzhen electric buses",
        "除深圳外的电动公交"
      })
  void cityThatIsNotWanted_isExcluded_andTheRestIsFound(String text) {
    SearchResponse results = cohort.findAll(text);
    assertEquals(50, results.hits().size());
    for (Entry each : cohort.entries(results)) {
      String city =
          switch (each) {
            case Deployment deployment -> deployment.city().value();
            case Need need -> need.city().value();
            default -> "";
          };
      assertFalse(city.equals("cn-shenzhen"), () -> each.id().value());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zero-emission buses but not hydrogen",
        "clean buses, no hydrogen",
        "零排放公交但不要氢能",
        "氢能除外的零排放公交车"
      })
  void technologyWhoseNameContainsWhatIsNotWanted_isExcluded(String text) {
    SearchResponse answer = cohort.findAll(text);
    assertFalse(
        answer.understanding().concepts().toString().contains("TRN.PUB.FCB"),
        answer.understanding().toString());
    List<String> found = ids(answer);
    assertTrue(found.contains("solution:sol-trn-pub-ebs"), found.toString());
    assertFalse(found.contains("solution:sol-trn-pub-fcb"), found.toString());
  }

  @Test
  void wordAfterAMinusSign_isExcluded() {
    SearchResponse results = cohort.findAll("heat pumps -solar");
    assertEquals("ENE.SOL", results.understanding().excluded().getFirst().code().value());
    assertEquals(1, results.understanding().concepts().size());
  }

  @ParameterizedTest
  @CsvSource({
    "heat pumps -solar, -solar",
    "electric buses but not in Shenzhen, not in Shenzhen",
    "solar not in China under $10 million, not in China",
    "电动公交，不在深圳, 不在深圳"
  })
  void partThatIsNotWanted_isGivenAsWritten(String text, String unwanted) {
    assertEquals(List.of(unwanted), cohort.findAll(text).understanding().unwanted());
  }

  @Test
  void wordInQuotes_isNotCorrected() {
    assertEquals("heat pumps", cohort.findAll("heat pumsp").didYouMean());
    SearchResponse results = cohort.findAll("heat \"pumsp\"");
    assertEquals(List.of(), results.understanding().corrections());
    assertEquals(List.of(), results.hits());
  }

  @Test
  void statesThatExcludeEachOther_areStated() {
    SearchResponse results = cohort.findAll("operating failed biogas plants");
    assertTrue(results.message().best(Language.EN).contains("exclude each other"));
    assertTrue(results.message().best(Language.ZH).contains("互相矛盾"));
    assertFalse(
        cohort
            .findAll("failed biogas plants")
            .message()
            .best(Language.EN)
            .contains("exclude each"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed buses in California", "failed electric buses", "失败的公交项目"})
  void casesInAnotherState_areNoHits(String text) {
    List<Entry> entries = cohort.entries(cohort.findAll(text));
    assertTrue(entries.getFirst().codes().toString().contains("TRN.PUB"), entries::toString);
    List<Deployment> cases =
        entries.stream().filter(Deployment.class::isInstance).map(Deployment.class::cast).toList();
    assertFalse(cases.isEmpty());
    for (Deployment each : cases) {
      assertTrue(ENDED.contains(each.status()), () -> each.id() + " " + each.status());
    }
  }

  @Test
  void countryThatIsNotWanted_isNotOfferedToNarrowTheHits() {
    assertFalse(countries("electric buses not in China").contains("CN"));
    assertTrue(countries("electric buses not in China").contains("US"));
    assertTrue(countries("electric buses").contains("CN"));
  }

  private List<String> countries(String text) {
    return cohort.findAll(text).facets().stream()
        .filter(facet -> facet.facet().equals("country"))
        .flatMap(facet -> facet.values().stream())
        .map(SearchResponse.Value::value)
        .toList();
  }

  @Test
  void wordsInQuotes_standTogether() {
    assertEquals(List.of(), cohort.findAll("\"street heat\"").hits());
    for (Entry each : cohort.entries(cohort.findAll("“共享储能”"))) {
      assertTrue(new Phrase("共享储能").isIn(each), () -> each.id().value());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "heat pump village, '\"heat pump\" \"village\"'",
    "second life batteries, '\"second life\" batteries'",
    "热泵 村庄, “热泵” “村庄”",
  })
  void wordsInQuotes_areInEachHit(String plain, String quoted) {
    SearchResponse results = cohort.findAll(quoted);
    assertFalse(results.hits().isEmpty());
    assertTrue(
        cohort.count(quoted) < cohort.count(plain), () -> cohort.count(quoted) + " for " + quoted);
    assertTrue(
        results.understanding().conditions().stream()
            .anyMatch(each -> each.about().equals("phrase") && quoted.contains(each.written())));
    assertEquals(List.of(), cohort.findAll("heat pump \"xylophone\"").hits());
  }
}
