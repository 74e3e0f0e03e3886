package greenpair.search;

import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Language;
import greenpair.match.reason.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Queries about what the catalog does not have, and the message about it.
class UnansweredQueryTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @ValueSource(
      strings = {"passport renewal office hours", "best chess openings", "象棋开局技巧", "婚纱摄影价格"})
  void otherSubject_findsNothing(String text) {
    SearchResponse results = cohort.find(text);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome(), () -> ids(results).toString());
    assertEquals(List.of(), results.hits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sponge cake recipe", "truck simulator download", "海绵宝宝动画片"})
  void shortQuery_withOnlyACommonWordOfATechnology_findsNothing(String text) {
    SearchResponse results = cohort.find(text);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome());
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
    assertEquals(Answer.Outcome.MATCH, cohort.find(text).outcome());
  }

  /// Words are the more common, the less information they have; who asks for one wants what has it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bus", "buses", "heat", "heating", "battery", "water", "energy", "power",
        "cooling", "hotel", "city bus", "热", "供热", "公交", "电池", "城市公交"
      })
  void commonWords_thatAnEntryHas_areAnswered(String text) {
    assertFalse(cohort.find(text).hits().isEmpty(), text);
  }

  /// No entry has most of the words in which people tell a problem.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Every time it pours the cellar of our library fills up to the second stair.",
        "一下大雨图书馆的地下室就进水，书都泡坏了，年年都这样"
      })
  void problemToldInASentence_isAnswered(String text) {
    assertEquals(Answer.Outcome.MATCH, cohort.find(text).outcome());
  }

  /// Users, places and materials that no entry has, and requests across words (路|口红|绿灯).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "solar for churches and mosques", "trees for golf courses", "solar in Saudi Arabia",
        "taxis in Sri Lanka", "airport car rental charging", "flooding near me",
        "夏威夷太阳能", "伊利诺伊公交", "路口红绿灯",
        "公交全面试点", "民宿太阳能", "养老院空调",
        "塑料玩具回收"
      })
  void shortQuery_aboutTheCatalog_isAnswered(String text) {
    assertEquals(Answer.Outcome.MATCH, cohort.find(text).outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nuclear power", "核电"})
  void wordOfAnotherSubject_isFoundWhereEntriesHaveIt(String text) {
    assertEquals(Answer.Outcome.MATCH, cohort.find(text).outcome());
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

  @ParameterizedTest
  @ValueSource(strings = {"???", "the of and", "的了吗", "……"})
  void queryWithoutAWord_isToldSo(String text) {
    SearchResponse results = cohort.find(text);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome());
    assertTrue(results.message().best(Language.EN).contains("no word to search for"));
    assertTrue(results.message().best(Language.ZH).contains("没有可供查找的词"));
  }
}
