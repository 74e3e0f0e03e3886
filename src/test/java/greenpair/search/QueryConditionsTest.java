package greenpair.search;

import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a query says besides its subject.
class QueryConditionsTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @CsvSource({
    "储能需求, need, 需求",
    "what does the city of Long Beach need?, need, what does the city of Long Beach need",
    "what does Oakland want to buy?, need, what does Oakland want to buy",
    "What went wrong with battery storage fires?, deployment, went wrong",
    "battery fires, deployment, fires",
    "别的城市的共享单车为什么失败？, deployment, 别的城市",
    "世界银行1亿美元贷款的城市交通项目, amount, 1亿美元",
    "１０MW以上的光伏, size, １０MW以上",
    "needs for heat pumps that are still open, state, still open",
    "solar projects finished before 2012, state, finished",
    "waste incineration plants over 1000 tonnes a day, size, over 1000 tonnes a day",
    "closed incinerators, state, closed",
    "已关闭的焚烧厂, state, 已关闭的",
    "停掉的共享汽车, state, 停掉",
    "approved battery storage, state, approved",
    "waste heat to district heating under construction, state, under construction"
  })
  void plainWords_areRead(String text, String about, String written) {
    assertTrue(
        cohort.findAll(text).understanding().conditions().stream()
            .anyMatch(
                each ->
                    (each.about().equals(about) || each.values().contains(about))
                        && each.written().equals(written)),
        () -> cohort.findAll(text).understanding().conditions().toString());
  }

  @ParameterizedTest
  @CsvSource({"is BlocPower still in business?, blocpower", "东方园林现在还正常经营吗, orient-landscape"})
  void partnerOfAQuestion_isAMatch(String text, String id) {
    Hit first = cohort.findAll(text).hits().getFirst();
    assertEquals(id, first.id().value());
    assertTrue(first.match(), first::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open needs for EV charging", "充电的开放需求"})
  void openNeeds_areStillToBeMet(String text) {
    List<Need> needs =
        cohort.entries(cohort.findAll(text)).stream()
            .filter(Need.class::isInstance)
            .map(Need.class::cast)
            .toList();
    assertFalse(needs.isEmpty());
    assertTrue(needs.stream().allMatch(Need::isOpen), needs::toString);
  }

  /// That of Zhenjiang cost 2.6 billion.
  @ParameterizedTest
  @ValueSource(strings = {"投资50亿元以上的海绵城市项目", "sponge city projects over 5 billion yuan"})
  void costBelowABound_isNoHit(String text) {
    List<String> found =
        cohort.findAll(text).hits().stream().map(each -> each.id().value()).toList();
    assertTrue(found.contains("cn038"), found::toString);
    assertFalse(found.contains("d035"), found::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demand response", "需求响应", "closed-loop geothermal"})
  void wordsInsideOtherTerms_areNotRead(String text) {
    assertEquals(List.of(), cohort.findAll(text).understanding().conditions());
  }

  @ParameterizedTest
  @CsvSource({
    "ameres, ameresco",
    "sungr, sungrow",
    "Yutong, yutong",
    "Motiv Pow, motiv",
    "中煤科工, ccteg-xian",
    "Hannon Arm, hasi",
    "European Investment Ba, eib"
  })
  void beginningOfAName_findsItsBearerFirst(String text, String id) {
    assertEquals(id, cohort.findAll(text).hits().getFirst().id().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grants for electric school buses", "电动公交贷款"})
  void financeOfATechnology_isAskedOfCasesToo(String text) {
    Set<Kind> matched =
        cohort.findAll(text).hits().stream()
            .filter(Hit::match)
            .map(Hit::kind)
            .collect(java.util.stream.Collectors.toSet());
    assertEquals(EnumSet.of(Kind.FINANCIER, Kind.DEPLOYMENT), matched);
  }

  @Test
  void solution_isNotWithinADistance() {
    assertTrue(
        cohort.findAll("microgrids within 100 km of San Francisco").hits().stream()
            .noneMatch(hit -> hit.match() && hit.kind() == Kind.SOLUTION));
  }

  @Test
  void us_isACountryInCapitalsOnly() {
    assertEquals(
        "US",
        cohort.findAll("US firms for heat pumps").understanding().conditions().getLast().written());
    assertEquals(List.of(), cohort.findAll("heat pumps help us").understanding().conditions());
  }

  @Test
  void cityWithoutAKind_findsWhatIsThereBeforePartners() {
    List<Kind> kinds = cohort.findAll("武汉海绵城市").hits().stream().limit(3).map(Hit::kind).toList();
    assertTrue(kinds.stream().noneMatch(Kind::isPartner), kinds::toString);
  }

  @Test
  void nameThatContainsAKind_asksForNone() {
    assertTrue(
        cohort.findAll("世界银行支持的建筑节能").understanding().conditions().stream()
            .noneMatch(each -> each.about().equals("kind")));
  }

  @Test
  void wordThatNoEntryOfTheTechnologyHas_isSaid() {
    String said = String.valueOf(cohort.findAll("electric buses in Chicago").message().en());
    assertTrue(said.endsWith("No entry combines: electric buses, Chicago."), said);
  }

  @ParameterizedTest
  @CsvSource({
    "tenders for heat pumps, BLD.HVC",
    "which cities want sponge city works, WTR.SPG",
    "which Chinese cities need sponge city works, WTR.SPG",
    "需要海绵城市建设的中国城市, WTR.SPG",
    "海绵城市有哪些需求, WTR.SPG"
  })
  void needs_areFirstWhereTheyAreAskedFor(String text, String code) {
    Entry first = cohort.entries(cohort.findAll(text)).getFirst();
    assertEquals(Kind.NEED, first.kind());
    assertTrue(first.codes().stream().anyMatch(each -> each.value().startsWith(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "LA, us-ca-losangeles",
    "electric buses in LA, Los Angeles",
    "solar within 100 km of Phoenix, Phoenix",
    "metro in nanjing, nanjing",
    "does riverside planting help, ''",
    "三藩市, us-ca-sanfrancisco",
    "lights outside my house, ''",
    "换热站 丹佛斯, ''"
  })
  void cityIsNamed_asPeopleCallIt_andNotByAPartOfAnotherName(String text, String city) {
    SearchResponse results = cohort.findAll(text);
    String named =
        results.understanding().conditions().stream()
            .filter(each -> each.about().equals("city"))
            .map(SearchResponse.Condition::written)
            .findFirst()
            .orElse("");
    assertTrue(city.equals(named) || ids(results).getFirst().equals("city:" + city), named);
  }

  @Test
  void technologyAndAMishap_findProjects() {
    assertEquals("deployment:ca076", ids(cohort.findAll("BESS that caught fire")).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"旧金山有哪些需求", "tenders in San Francisco"})
  void kindAtAPlace_isFoundWithoutASubject(String text) {
    assertEquals(
        Set.of(
            "need:us-ca-sanfrancisco-n1",
            "need:us-ca-sanfrancisco-n2",
            "need:us-ca-sanfrancisco-n3",
            "need:us-ca-sanfrancisco-n4"),
        Set.copyOf(ids(cohort.findAll(text)).subList(0, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "open needs, NEED",
    "cities in Liaoning, CITY",
    "辽宁的城市, CITY",
    "projects started in 2024 in California, DEPLOYMENT",
    "有哪些需求, NEED",
    "needs in Jilin, NEED",
    "suppliers near Guangzhou, FIRM",
    "深圳的企业, FIRM",
    "倒闭的企业, FIRM",
    "projects in Beijing since 2020, DEPLOYMENT",
    "最新案例, DEPLOYMENT"
  })
  void kindAlone_isAnswered_withNothingElse(String text, Kind kind) {
    SearchResponse results = cohort.findAll(text);
    assertTrue(results.total() > 0, results::toString);
    assertTrue(results.hits().getFirst().match());
    results.hits().forEach(each -> assertEquals(kind, each.kind()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"哪些城市需要供热", "哪些城市有供热需求", "供热的需求"})
  void wordsThatAskForAKind_needNotBeInItsEntries(String text) {
    List<Kind> kinds = cohort.findAll(text).hits().stream().limit(3).map(Hit::kind).toList();
    assertTrue(kinds.contains(Kind.NEED), kinds.toString());
  }

  @ParameterizedTest
  @CsvSource({"哪些城市需要换电站, 哪些城市需要", "case studies of biogas, case studies"})
  void longestWordsForAKind_areMeant(String text, String written) {
    assertEquals(
        List.of(written),
        cohort.findAll(text).understanding().conditions().stream()
            .filter(each -> each.about().equals("kind"))
            .map(SearchResponse.Condition::written)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failed hydrogen projects",
        "which cities want heat pumps",
        "solar projects in San Jose",
        "圣何塞的太阳能项目"
      })
  void conditions_areNoReasonToGuess(String text) {
    assertEquals(1, cohort.findAll(text).understanding().concepts().size());
  }

  @ParameterizedTest
  @CsvSource({"洛杉矶电动公交, 洛杉矶的电动公交", "电动公交厂家破产, 已经破产的电动公交厂家"})
  void particles_changeNoMatch(String without, String with) {
    assertEquals(cohort.findAll(without).total(), cohort.findAll(with).total());
  }

  @Test
  void understanding_namesEachPart() {
    List<SearchResponse.Condition> parts =
        cohort
            .findAll("failed buses in California by BYD under $2 million, not in Sacramento")
            .understanding()
            .conditions();
    assertTrue(
        parts.contains(new SearchResponse.Condition("state", "failed", Set.of("ended"), false)),
        parts::toString);
    assertTrue(
        parts.contains(
            new SearchResponse.Condition("country", "California", Set.of("US-CA"), false)),
        parts::toString);
    assertTrue(
        parts.stream().anyMatch(each -> each.about().equals("name") && !each.excluded()),
        parts::toString);
    assertTrue(
        parts.contains(new SearchResponse.Condition("city", "Sacramento", Set.of(), true)),
        parts::toString);
    assertTrue(parts.stream().anyMatch(each -> each.about().equals("amount")), parts::toString);
  }

  @Test
  void wordsOfPartsThatAreRead_areNotMissing() {
    assertEquals(List.of(), cohort.findAll("2018年以后的储能").understanding().unmatched());
    assertEquals(
        List.of("qwzxv"),
        cohort.findAll("qwzxv heat pumps since 2015").understanding().unmatched());
  }

  @ParameterizedTest
  @CsvSource({"亚开行, adb", "宁德电池企业, catl", "德国复兴银行, kfw"})
  void shortNamesAndSeats_findTheirEntry(String text, String id) {
    assertEquals(id, cohort.findAll(text).hits().getFirst().id().value());
  }

  @Test
  void marksThatNoOneSees_changeNothing() {
    assertEquals(
        cohort.findAll("heat pump").hits(),
        cohort.findAll("\u200f\u202eheat\u200b pump\u202c").hits());
  }
}
