package greenpair.search;

import static greenpair.search.SearchedCohort.RELEVANCE;
import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.match.reason.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The interpretation of a query, and the message about the rest of it.
class QueryReadingTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @CsvSource({
    "電動巴士, TRN.PUB.EBS",
    "垃圾焚化發電, WST.ENE.INC",
    "充電樁, TRN.EV.CHG",
    "計程車換電, TRN.EV.SWP",
    "電動公車與充電樁補助, TRN.PUB.EBS",
  })
  void traditionalQuery_isRead_asTheSimplifiedTerm(String text, String code) {
    SearchResponse results = cohort.find(text);
    assertEquals(code, results.understanding().concepts().getFirst().code().value());
    assertNull(results.didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "小黄车, TRN.ACT.BKS",
    "无废城市, WST.REC",
    "zero waste city, WST.REC",
  })
  void popularName_isRead_asItsTechnology(String text, String code) {
    SearchResponse results = cohort.find(text);
    assertEquals(code, results.understanding().concepts().getFirst().code().value());
  }

  @ParameterizedTest
  @CsvSource({
    "damp cold flats, BLD.ENV",
    "屋里存不住热气墙上发霉, BLD.ENV",
    "at noon there is too much sun power and none in the evening, GRD.STO",
    "中午的电用不完傍晚不够用想存起来, GRD.STO",
    "diners throw away good food every night, WST.ORG",
    "饭店每天倒掉很多剩菜, WST.ORG",
    "our neighbours all pay the same for heat however much they use, BLD.CTL.MET",
    "供暖费大家平摊不合理应该按用量收, BLD.CTL.MET",
    "河水又黑又臭, WTR.RIV",
  })
  void problemInPlainWords_isRead_asItsTechnology(String text, String code) {
    SearchResponse results = cohort.find(text);
    SearchResponse.Concept first = results.understanding().concepts().getFirst();
    assertTrue(first.code().value().startsWith(code), results.understanding().toString());
    Hit hit = results.hits().getFirst();
    assertEquals(Kind.SOLUTION, hit.kind());
    assertTrue(hit.why().best(Language.EN).contains("was interpreted as: "), hit.why().toString());
    assertTrue(hit.why().best(Language.ZH).contains("理解为："), hit.why().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the flats were built when nobody cared",
        "本区有12万千瓦",
        "窗户是单层玻璃的，希望在两年内全部换掉",
        "autobuses eléctricos",
        "our buses stink",
        "retire the gas boilers",
        "电动公车",
        "tuomasi huoche",
        "a car without a garage",
        "cars without garages",
        "electric buses in Chengde",
        "electric buses in Wenzhou",
        "xingye yinhang",
        "huaxia yinhang daikuan",
        "jinfeng keji",
        "北京冬奥会",
      })
  void wordThatIsNoMisspelling_isNotCorrected(String text) {
    assertNull(cohort.find(text).didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "biogass plant, biogas plant",
    "heat pmup, heat pump",
    "海棉城市, 海绵城市",
    "Siemans, Siemens",
    "siemans, siemens",
  })
  void misspelling_isCorrected_andReported(String text, String mended) {
    assertEquals(mended, cohort.find(text).didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "haimian chengshi, 海绵城市",
    "haimianchengshi, 海绵城市",
    "lvse jianzhu, 绿色建筑",
    "haimian chengshi PPP, 海绵城市 PPP",
  })
  void termInPinyin_isCorrected_andReported(String text, String mended) {
    assertEquals(mended, cohort.find(text).didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "宁得时代, 宁德时代",
    "比亚笛公交, 比亚迪公交",
    "小鹏换电, ",
    "未来的城市, ",
  })
  void nameOfTheSameSound_isCorrected_butNoWord(String text, String mended) {
    assertEquals(mended, cohort.find(text).didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "bike hire scheme, bike share scheme",
    "curbside, kerbside",
    "truck stops, ",
    "garbage trucks, ",
    "power biomass plant, ",
    "gas/hydrogen boiler, ",
    "We save power. Plant trees, ",
  })
  void wordOfAnotherCountry_isReadAsThatOfTheEntries_butNotCorrected(String text, String read) {
    SearchRequest request = SearchRequest.of(SearchedCohort.OFFERS, text, 10);
    Interpretation understanding = cohort.search.ask(request, cohort.snapshot).understanding();
    assertEquals(read == null ? text : read, understanding.text());
    SearchResponse results = cohort.find(text);
    assertNull(results.didYouMean());
    assertEquals(List.of(), results.understanding().corrections());
  }

  /// No city has the words.
  @Test
  void wordThatEntriesOfOneKindHave_isSearchedAsWritten() {
    SearchRequest request = SearchRequest.of(SearchedCohort.ALL, "power plant", 10);
    assertEquals("power plant", cohort.search.ask(request, cohort.snapshot).understanding().text());
  }

  @Test
  void onlyTheMisspeltWord_isReportedBesideAWordOfAnotherCountry() {
    assertEquals("curbside biogas", cohort.find("curbside biogass").didYouMean());
  }

  @Test
  void correctedWord_excludesNothing() {
    SearchResponse written = cohort.find("waste sorting without incineration");
    assertFalse(written.understanding().excluded().isEmpty());
    SearchResponse misspelt = cohort.find("waste sorting without incinaration");
    assertEquals("waste sorting without incineration", misspelt.didYouMean());
    assertEquals(List.of(), misspelt.understanding().excluded());
    assertFalse(
        cohort
            .find("solr panels without solar water heaters")
            .understanding()
            .excluded()
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no incinaration", "we want our rubbish gone without incinaration"})
  void correctedWord_afterANegation_isNotSearched(String text) {
    SearchRequest request = SearchRequest.of(SearchedCohort.OFFERS, text, 10);
    Interpretation understanding = cohort.search.ask(request, cohort.snapshot).understanding();
    assertTrue(understanding.text().contains("incineration"), understanding::toString);
    assertFalse(understanding.searched().contains("incineration"), understanding::toString);
  }

  @Test
  void wordThatEntriesHaveInTheOtherNumber_isSearchedAsWritten() {
    SearchResponse results =
        cohort.find(List.of(Kind.DEPLOYMENT), "city centres", Map.of(), RELEVANCE, 10, null);
    assertNull(results.didYouMean());
  }

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
        Set.of("US-CA"), countries.of("heat pumps California USA", QueryReadingTest::isCut));
    assertEquals(
        Set.of("CN", "US"),
        countries.of("heat pumps China USA Baja California", QueryReadingTest::isCut));
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
        cohort.search.ask(request, cohort.snapshot).query(Kind.FIRM).query().countries());
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
        cohort.search.ask(request, cohort.snapshot).query(Kind.FIRM).query().countries());
  }

  @Test
  void passage_thatNamesPartners_asksForNoCountry() {
    String text =
        "Asian Development Bank and China Everbright Water and China Everbright Water met"
            + " officials of Liaoning and other places to talk about what could be done";
    SearchRequest request = SearchRequest.of(List.of(Kind.FIRM), text, 1);
    assertEquals(
        Set.of(), cohort.search.ask(request, cohort.snapshot).query(Kind.FIRM).query().countries());
  }

  @Test
  void longestName_isTheOneThatIsMeant() {
    Map<String, Set<String>> names =
        Map.of(
            "US-VA", Set.of("Virginia"), "US-WV", Set.of("West Virginia"), "DE FR", Set.of("EU"));
    QueryCountries countries = new QueryCountries(names, Set.of());
    assertEquals(Set.of("US-WV"), countries.of("solar in West Virginia", QueryReadingTest::isCut));
    assertEquals(
        Set.of("DE", "FR", "US-VA"), countries.of("EU and Virginia", QueryReadingTest::isCut));
    assertEquals(
        Set.of(),
        cohort
            .search
            .ask(SearchRequest.of(List.of(Kind.FIRM), "黄河南岸光伏", 1), cohort.snapshot)
            .query(Kind.FIRM)
            .query()
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

  @ParameterizedTest
  @CsvSource({
    "宁得时代, FINANCIER, ",
    "宁德时代, SOLUTION, ",
    "宁得时代, SOLUTION, ",
    "宁得时代, FIRM, 宁德时代",
  })
  void nameOfAnotherKind_isNotHeard(String text, Kind kind, String mended) {
    SearchResponse results = cohort.find(List.of(kind), text, Map.of(), RELEVANCE, 10, null);
    assertEquals(mended, results.didYouMean());
  }

  @Test
  void exactWord_isNeverTakenForASlip() {
    assertNull(cohort.find("BROAD").didYouMean());
    assertNull(cohort.find("electric bus").didYouMean());
    assertEquals("electric bus", cohort.find("electric buss").didYouMean());
  }

  @ParameterizedTest
  @CsvSource({
    "核电站选址, 核电站",
    "充电宝, 充电宝",
    "passport renewal, passport renewal",
    "手机贴膜, 手机贴膜",
    "passport renewal office hours, passport renewal",
  })
  void otherField_isReported_andFindsNothing(String text, String other) {
    SearchResponse results = cohort.find(text);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome(), () -> ids(results).toString());
    assertEquals(List.of(other), results.understanding().other());
    assertTrue(results.message().best(Language.EN).contains("Outside this catalog: " + other));
    assertTrue(results.message().best(Language.ZH).contains("不在本目录范围内：" + other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sponge cake recipe",
        "metro newspaper crossword",
        "decision tree machine learning python",
        "truck simulator download",
        "地铁跑酷手游攻略",
        "海绵宝宝动画片",
        "空调遥控器没反应"
      })
  void shortQuery_withOnlyACommonWordOfATechnology_findsNothing(String text) {
    SearchResponse results = cohort.find(text);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome());
    assertEquals(List.of(), results.understanding().concepts());
  }

  @ParameterizedTest
  @CsvSource({
    "vineyard solar, ENE.SOL",
    "carpet offcuts pyrolysis, WST.ENE.GAS",
    "street tree planting, GRN.URB",
    "寺庙光伏, ENE.SOL",
    "地铁再生制动, TRN.PUB.MET",
    "救护车电动, TRN.EV.FLT"
  })
  void shortQuery_withAWordThatNoEntryHas_isAnswered(String text, String code) {
    List<String> codes =
        cohort.find(text).understanding().concepts().stream()
            .map(each -> each.code().value())
            .toList();
    assertTrue(codes.contains(code), () -> codes.toString());
  }

  /// Users, places and materials that no entry has, and requests across words (路|口红|绿灯).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "solar for churches and mosques",
        "trees for golf courses",
        "recycle nappies and diapers",
        "solar in Saudi Arabia",
        "taxis in Sri Lanka",
        "airport car rental charging",
        "flooding near me",
        "夏威夷太阳能",
        "伊利诺伊公交",
        "路口红绿灯",
        "公交全面试点",
        "民宿太阳能",
        "养老院空调",
        "塑料玩具回收"
      })
  void shortQuery_aboutTheCatalog_isAnswered(String text) {
    assertEquals(Answer.Outcome.MATCH, cohort.find(text).outcome());
  }

  @Test
  void termOfTheTaxonomy_goesBeforeAnotherFieldInsideIt() {
    assertEquals(List.of(), cohort.find("nuclear heating").understanding().other());
    assertTrue(
        cohort.find("电网的“超级充电宝”").understanding().concepts().stream()
            .noneMatch(each -> each.sure() && each.code().value().equals("TRN.EV.CHG")));
    assertEquals(
        "TRN.EV.CHG", cohort.find("充电站").understanding().concepts().getFirst().code().value());
  }

  @Test
  void noGoodMatch_saysWhichWordsAndTheNearestTechnologies() {
    SearchResponse results = cohort.find("xylophone");
    assertEquals(List.of("xylophone"), results.understanding().unmatched());
    assertTrue(results.message().best(Language.EN).contains("xylophone"));
    assertTrue(results.message().best(Language.ZH).contains("xylophone"));
  }

  @ParameterizedTest
  @CsvSource({
    "披萨外卖, 披萨 外卖",
    "pizza 外卖 heat pump, pizza 外卖",
    "热泵和披萨, 披萨",
    "敦煌的热泵, 敦煌",
    "比萨, 比萨",
  })
  void wordsThatNothingMatched_areNamedInEitherLanguage(String text, String missing) {
    List<String> expected = List.of(missing.split(" "));
    assertEquals(expected, cohort.find(text).understanding().unmatched());
    for (String word : expected) {
      assertTrue(cohort.find(text).message().best(Language.EN).contains(word));
      assertTrue(cohort.find(text).message().best(Language.ZH).contains(word));
    }
  }

  private static boolean isCut(String written) {
    return false;
  }
}
