package greenpair.search;

import static greenpair.search.SearchedCohort.ALL;
import static greenpair.search.SearchedCohort.RELEVANCE;
import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.match.reason.Answer;
import greenpair.search.query.SearchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cities that a query names.
class NamedCitiesTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  /// Vouchers of the state for electric buses answer the rest better than a local loan for fleets.
  @Test
  void cityInsideTheQuery_bringsItsOwnOfferNearTheTop() {
    List<String> first = ids(cohort.find("electric buses Los Angeles loan")).subList(0, 2);
    assertTrue(first.toString().contains("ladwp-loan"), first::toString);
  }

  /// The catalog keeps 海口市, and people write 海口.
  @ParameterizedTest
  @CsvSource({
    "海口 光伏, need:cn-haikou-n1",
    "海口市光伏, need:cn-haikou-n1",
    "深圳公交充电, need:cn-shenzhen-n3",
    "成都 换电站, need:cn-chengdu-n1",
  })
  void chineseCity_isNamedWithoutItsRank(String text, String id) {
    List<String> first = ids(cohort.find(ALL, text, Map.of(), RELEVANCE, 3, null));
    assertTrue(first.contains(id), first::toString);
  }

  @Test
  void chineseCity_aloneWithoutItsRank_isFoundFirst() {
    assertEquals(
        "city:cn-haikou", ids(cohort.find(ALL, "海口", Map.of(), RELEVANCE, 1, null)).getFirst());
  }

  /// 今天|水质 holds the characters of 天水, and 入海口 (estuary) those of 海口.
  @ParameterizedTest
  @ValueSource(strings = {"今天水质差河道治理", "入海口河道治理"})
  void charactersOfTwoWords_areNoCity(String text) {
    boolean isPlaced =
        cohort.find(text).hits().getFirst().explanation().parts().stream()
            .anyMatch(part -> part.signal().equals("place"));
    assertFalse(isPlaced, () -> cohort.find(text).hits().getFirst().toString());
  }

  /// The first 海口 is a part of 入海口 (estuary), the second is the city.
  @Test
  void cityIsNamed_evenIfTwoWordsHoldItsCharactersBefore() {
    List<String> first = ids(cohort.find(ALL, "入海口旁的海口光伏", Map.of(), RELEVANCE, 3, null));
    assertTrue(first.contains("need:cn-haikou-n1"), first::toString);
  }

  /// Jilin City lies in the province of the same name, whose other cities may be meant.
  @ParameterizedTest
  @ValueSource(strings = {"吉林省政府热泵", "吉林全省热泵", "吉林省热泵"})
  void province_isNotTheCityOfItsName(String text) {
    SearchQuery query =
        cohort.search.ask(SearchRequest.of(ALL, text, 1), cohort.snapshot).query(Kind.NEED).query();
    assertEquals(List.of(), query.words().place());
    assertEquals(Set.of("CN-JL"), query.conditions().countries());
  }

  @Test
  void cityAfterItsProvince_isNamed() {
    List<String> first = ids(cohort.find(ALL, "吉林省吉林市热泵", Map.of(), RELEVANCE, 3, null));
    assertTrue(first.contains("need:cn-jilin-n3"), first::toString);
  }

  @ParameterizedTest
  @CsvSource({"chiller manufacturer from Zhuhai, gree", "珠海 冷水机组 企业, gree", "上海换电公司, qiyuan"})
  void seatOfAFirm_isItsPlace(String text, String id) {
    Hit first = cohort.find(text).hits().getFirst();
    assertEquals(id, first.id().value(), first::toString);
    assertTrue(first.match(), first::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"深圳垃圾焚烧企业", "bankrupt solar companies", "who lends for metro in Beijing"})
  void matches_comeBeforeWhatIsRelated(String text) {
    List<Boolean> matches = cohort.find(text).hits().stream().map(Hit::match).toList();
    assertTrue(matches.getFirst(), matches::toString);
    assertTrue(matches.lastIndexOf(true) < matches.indexOf(false), matches::toString);
  }

  @Test
  void cityAlone_isNoReasonToBeFound() {
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, cohort.find("divorce lawyer in Oakland").outcome());
  }
}
