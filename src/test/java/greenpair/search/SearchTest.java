package greenpair.search;

import static greenpair.search.SearchedCohort.ALL;
import static greenpair.search.SearchedCohort.OFFERS;
import static greenpair.search.SearchedCohort.RELEVANCE;
import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.match.reason.Answer;
import greenpair.search.read.QueryBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a search over the demonstration cohort finds, and in which order.
class SearchTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @CsvSource({
    "heat pump for cold winters, sol-bld-hvc-ash", "VPP, sol-grd-flx-vpp",
    "虚拟电厂, sol-grd-flx-vpp", "electric buss, sol-trn-pub-ebs",
    "电动公交车, sol-trn-pub-ebs", "led streetlights, sol-lgt-led",
    "BYD, byd", "比亚迪, byd",
    "比雅迪, byd", "biyadi, byd",
    "xingye yinhang, cib", "beijing yinhang, bob",
    "jinfeng keji, goldwind", "yatouhang, aiib",
    "ya tou hang, aiib", "big belly, bigbelly",
    "小黄车, ofo", "siemans, siemens",
    "格林美, gem", "哈啰单车, hellobike",
    "法国开发署, afd", "海尔热泵, haier",
    "Zūm, zum", "Zum, zum"
  })
  void whatIsMeant_standsAmongTheFirstThree(String text, String id) {
    List<String> first =
        cohort.find(text).hits().stream().limit(3).map(h -> h.id().value()).toList();
    assertTrue(first.contains(id), () -> text + " finds " + first);
  }

  @ParameterizedTest
  @CsvSource({
    "heat pump, 热泵",
    "virtual power plant, 虚拟电厂",
    "anaerobic digestion, 厌氧消化",
    "green bonds, 绿色债券",
    "district heating, 集中供热",
  })
  void sameTerm_inEitherLanguage_findsTheSame(String english, String chinese) {
    assertEquals(ids(cohort.find(english)), ids(cohort.find(chinese)));
    assertEquals(
        cohort.find(english).hits().stream().map(Hit::score).toList(),
        cohort.find(chinese).hits().stream().map(Hit::score).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "who can lend us money for LED street lights, financier",
    "谁能贷款给我们改造路灯, financier",
    "suppliers of heat pumps, firm",
    "热泵厂家, firm",
  })
  void requestedKind_isFirst_andTheReasonStatesIt(String text, String kind) {
    Hit first = cohort.find(text).hits().getFirst();
    assertEquals(kind, first.kind().word(), () -> ids(cohort.find(text)).toString());
    assertTrue(
        first.why().best(Language.EN).contains("asks for this kind"), first.why().toString());
  }

  @Test
  void passage_thatSpeaksOfCompaniesAndFunds_asksForNoKind() {
    SearchResponse results =
        cohort.find(
            "A company has offered to renew the street lights. The council wants LED lamps on all"
                + " main roads within two years, paid from the funds of the coming budget.");
    assertTrue(
        results.hits().stream().limit(3).anyMatch(each -> each.kind() == Kind.SOLUTION),
        () -> ids(results).toString());
    for (Hit each : results.hits()) {
      assertFalse(
          each.why().best(Language.EN).contains("asks for this kind"), ids(results)::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"waste treatment, not incineration", "除垃圾焚烧外的垃圾处理", "垃圾处理，不要焚烧"})
  void exclusion_isNotFound(String text) {
    SearchResponse results = cohort.find(text);
    assertFalse(results.hits().isEmpty());
    assertFalse(results.understanding().excluded().isEmpty());
    assertFalse(ids(results).contains("solution:sol-wst-ene-inc"), ids(results).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "heat pumps but not ground source, solution:sol-bld-hvc-gsh",
    "electric buses without hydrogen, solution:sol-trn-pub-fcb",
    "hydrogen except buses, solution:sol-trn-pub-fcb",
    "热泵不要地源, solution:sol-bld-hvc-gsh",
  })
  void exclusion_inPlainWords_doesNotLead(String text, String id) {
    List<String> first = ids(cohort.find(text));
    assertFalse(first.isEmpty());
    assertFalse(first.subList(0, Math.min(2, first.size())).contains(id), first.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "亚行贷款, adb",
    "贵阳 亚行贷款, adb",
    "世行贷款 供热, world-bank",
    "loan from the World Bank for district heating, world-bank",
    "BYD 电动公交, byd",
  })
  void nameOrCity_insideTheQuery_decidesBetweenThoseThatAnswerTheRest(String text, String id) {
    Hit first = cohort.find(text).hits().getFirst();
    assertEquals(id, first.id().value(), () -> ids(cohort.find(text)).toString());
  }

  /// 推广|汽车 holds the characters of 广汽, and 资金|风险 those of 金风.
  @ParameterizedTest
  @CsvSource({"推广汽车充电桩, gac", "储能资金风险, goldwind"})
  void charactersOfTwoWords_areNoFirm(String text, String id) {
    assertFalse(ids(cohort.find(text)).subList(0, 3).contains("firm:" + id), text);
  }

  @ParameterizedTest
  @CsvSource({
    "district heating in Heilongjiang, cp001",
    "黑龙江集中供热, cp001",
    "district heating projects financed by the Asian Development Bank, cp001",
    "亚行支持的快速公交, cn158",
    "car sharing that was shut down, cn221",
    "失败的电动汽车分时租赁, cn221",
    "欧洲氢燃料电池公交, ca181",
    "solar carports for schools near San Diego, ca116",
    "因为居民反对没建成的垃圾焚烧厂, cn141",
  })
  void caseWithTheNamedCondition_standsAmongTheFirstThree(String text, String id) {
    List<String> first = ids(cohort.find(ALL, text, Map.of(), RELEVANCE, 3, null));
    assertTrue(first.contains("deployment:" + id), first::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asdf qwer zxcv",
        "明星八卦新闻",
        "婚礼摄影",
        "¿¿¿",
        "   ,,, ",
        "the of and",
        "🙂🙂",
        "مرحبا"
      })
  void whatNothingMatches_isNoGoodMatch(String text) {
    SearchResponse results = cohort.find(text);
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome(), ids(results).toString());
    }
    assertTrue(results.hits().isEmpty(), () -> ids(results).toString());
  }

  @Test
  void parts_addUpToTheScore() {
    for (String text : List.of("heat pump for cold winters", "BYD", "吉林 集中供热", "")) {
      for (Hit hit : cohort.find(text).hits()) {
        BigDecimal sum =
            hit.explanation().parts().stream()
                .map(part -> BigDecimal.valueOf(part.contribution()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(BigDecimal.valueOf(hit.score())), hit.toString());
        assertTrue(hit.score() > 0 && hit.score() <= 1, hit.toString());
        assertFalse(hit.why().best(Language.ZH).isBlank());
      }
    }
  }

  @Test
  void withoutWords_allIsFound() {
    long all = ALL.stream().mapToLong(kind -> cohort.snapshot.manifest().count(kind)).sum();
    assertEquals(all, cohort.search.search(SearchRequest.of(ALL, "", 1), cohort.snapshot).total());
  }

  @Test
  void city_isWhereItIsProven_notWhatIsNear() {
    for (var each : cohort.snapshot.entries(Kind.DEPLOYMENT, 0, 1000)) {
      var deployment = (greenpair.catalog.Deployment) each;
      SearchRequest request =
          new SearchRequest(
              List.of(Kind.DEPLOYMENT),
              Set.of(),
              "",
              new SearchRequest.Narrowing(
                  Map.of(), deployment.city(), 0, null, QueryBounds.Years.ANY),
              EntryQuery.Order.RELEVANCE,
              Language.EN,
              100,
              null);
      boolean found =
          cohort.search.search(request, cohort.snapshot).hits().stream()
              .anyMatch(hit -> hit.id().equals(deployment.id()));
      if (Boolean.FALSE.equals(deployment.inCity())) {
        assertFalse(found, deployment.id() + " is near the city, not in it");
      }
    }
  }

  @Test
  void score_neverDependsOnThePageOrOnOtherKinds() {
    SearchResponse alone =
        cohort.search.search(
            SearchRequest.of(List.of(Kind.FIRM), "solar roof", 3), cohort.snapshot);
    SearchResponse among =
        cohort.search.search(SearchRequest.of(OFFERS, "solar roof", 100), cohort.snapshot);
    Map<EntryId, Double> scores = new HashMap<>();
    among.hits().stream()
        .filter(hit -> hit.kind() == Kind.FIRM)
        .forEach(hit -> scores.put(hit.id(), hit.score()));
    for (Hit hit : alone.hits()) {
      assertEquals(scores.get(hit.id()), hit.score());
    }
  }
}
