package greenpair.search;

import static greenpair.search.SearchedCohort.RELEVANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.search.read.Interpretation;
import java.util.List;
import java.util.Map;
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

  @Test
  void questionWhether_refusesNothing() {
    assertEquals(List.of(), cohort.find("居民要不要换热泵").understanding().excluded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not want waste incineration; composting instead",
        "We don't want waste incineration; composting instead",
        "We don’t need waste incineration, we need composting",
        "never waste incineration, but composting",
        "拒绝垃圾焚烧，要堆肥",
        "不采用垃圾焚烧，要堆肥",
        "禁止垃圾焚烧，推广堆肥",
      })
  void whatIsRefused_isNotWanted(String text) {
    List<String> codes =
        cohort.find(text).understanding().concepts().stream()
            .map(each -> each.code().value())
            .toList();
    assertTrue(codes.contains("WST.ORG.CMP"), codes::toString);
    assertFalse(codes.contains("WST.ENE.INC"), codes::toString);
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
    Interpretation understanding = cohort.search.ask(request, cohort.snapshot).read().concepts();
    assertEquals(read == null ? text : read, understanding.text());
    SearchResponse results = cohort.find(text);
    assertNull(results.didYouMean());
    assertEquals(List.of(), results.understanding().corrections());
  }

  /// No city has the words.
  @Test
  void wordThatEntriesOfOneKindHave_isSearchedAsWritten() {
    SearchRequest request = SearchRequest.of(SearchedCohort.ALL, "power plant", 10);
    assertEquals(
        "power plant", cohort.search.ask(request, cohort.snapshot).read().concepts().text());
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
    Interpretation understanding = cohort.search.ask(request, cohort.snapshot).read().concepts();
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
}
