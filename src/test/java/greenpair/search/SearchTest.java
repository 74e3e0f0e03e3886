package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.index.Facet;
import greenpair.index.LiveIndex;
import greenpair.index.SearchQuery;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Search over the demonstration cohort.
class SearchTest {
  private static final SearchQuery.Order RELEVANCE = SearchQuery.Order.RELEVANCE;
  private static final List<Kind> OFFERS = List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER);
  private static final List<Kind> ALL = List.of(Kind.values());

  private static Search search;
  private static Suggestions suggestions;
  private static LiveIndex live;
  private static Snapshot snapshot;

  @BeforeAll
  static void index(@TempDir Path data) throws IOException {
    Workbench workbench = new Workbench(Path.of("index-config"));
    workbench.reindex(List.of(Path.of("fixtures")), data);
    search = workbench.search();
    suggestions = new Suggestions("test", workbench.taxonomy());
    live = workbench.open(data);
    snapshot = live.acquire();
  }

  @AfterAll
  static void close() {
    snapshot.close();
    live.close();
  }

  private static Results find(String text) {
    return search.search(SearchRequest.of(OFFERS, text, 10), snapshot);
  }

  @ParameterizedTest
  @ValueSource(strings = {"热泵", "electric bus", "green bond"})
  void hit_hasTheEvidence_underWhichTheFacetCountsIt(String text) {
    Map<String, Integer> found = new HashMap<>();
    Results all = find(OFFERS, text, Map.of(), RELEVANCE, 100, null);
    all.hits().forEach(hit -> found.merge(String.valueOf(hit.evidence()), 1, Integer::sum));
    assertEquals(all.total(), all.hits().size(), "one page holds all of them");
    Map<String, Integer> counted = new HashMap<>();
    all.facets().stream()
        .filter(each -> each.facet().equals(Facet.EVIDENCE.word()))
        .flatMap(each -> each.values().stream())
        .filter(value -> value.count() > 0)
        .forEach(value -> counted.put(value.value(), (int) value.count()));
    assertEquals(counted, found);
    Results needs = find(List.of(Kind.NEED), text, Map.of(), RELEVANCE, 5, null);
    needs.hits().forEach(hit -> assertNull(hit.evidence(), hit.id().value()));
  }

  private static Results find(
      List<Kind> kinds,
      String text,
      Map<Facet, Set<String>> facets,
      SearchQuery.Order order,
      int limit,
      @Nullable Cursor after) {
    return search.search(
        new SearchRequest(
            kinds, Set.of(), text, facets, null, null, order, Language.EN, limit, after),
        snapshot);
  }

  private static List<String> ids(Results results) {
    return results.hits().stream().map(hit -> hit.kind().word() + ":" + hit.id()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "heat pump for cold winters, sol-bld-hvc-ash",
    "VPP, sol-grd-flx-vpp",
    "虚拟电厂, sol-grd-flx-vpp",
    "electric buss, sol-trn-pub-ebs",
    "电动公交车, sol-trn-pub-ebs",
    "led streetlights, sol-lgt-led",
    "BYD, byd",
    "比亚迪, byd",
    "比雅迪, byd",
    "biyadi, byd",
    "Zūm, zum",
    "Zum, zum",
  })
  void whatIsMeant_standsAmongTheFirstThree(String text, String id) {
    List<String> first = find(text).hits().stream().limit(3).map(h -> h.id().value()).toList();
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
    assertEquals(ids(find(english)), ids(find(chinese)));
    assertEquals(
        find(english).hits().stream().map(Results.Hit::score).toList(),
        find(chinese).hits().stream().map(Results.Hit::score).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "電動巴士, TRN.PUB.EBS",
    "垃圾焚化發電, WST.ENE.INC",
    "充電樁, TRN.EV.CHG",
    "計程車換電, TRN.EV.SWP",
    "電動公車與充電樁補助, TRN.PUB.EBS",
  })
  void traditionalQuery_isRead_asTheSimplifiedTerm(String text, String code) {
    Results results = find(text);
    assertEquals(code, results.understanding().concepts().getFirst().code().value());
    assertNull(results.didYouMean());
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
  })
  void problemInPlainWords_isRead_asItsTechnology(String text, String code) {
    Results results = find(text);
    Results.Concept first = results.understanding().concepts().getFirst();
    assertTrue(first.code().value().startsWith(code), results.understanding().toString());
    Results.Hit hit = results.hits().getFirst();
    assertEquals(Kind.SOLUTION, hit.kind());
    assertTrue(hit.why().best(Language.EN).contains("was read as: "), hit.why().toString());
    assertTrue(hit.why().best(Language.ZH).contains("理解为："), hit.why().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "who can lend us money for LED street lights, financier",
    "谁能贷款给我们改造路灯, financier",
    "suppliers of heat pumps, firm",
    "热泵厂家, firm",
  })
  void kindThatIsAskedFor_standsFirst_andTheReasonSaysSo(String text, String kind) {
    Results.Hit first = find(text).hits().getFirst();
    assertEquals(kind, first.kind().word(), () -> ids(find(text)).toString());
    assertTrue(
        first.why().best(Language.EN).contains("asks for this kind"), first.why().toString());
  }

  @Test
  void passage_thatSpeaksOfCompaniesAndFunds_asksForNoKind() {
    Results results =
        find(
            "A company has offered to renew the street lights. The council wants LED lamps on all"
                + " main roads within two years, paid from the funds of the coming budget.");
    Results.Hit first = results.hits().getFirst();
    assertEquals("solution", first.kind().word(), () -> ids(results).toString());
    assertFalse(first.why().best(Language.EN).contains("asks for this kind"));
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
      })
  void wordThatIsNoSlip_isNotMended(String text) {
    assertNull(find(text).didYouMean());
  }

  @ParameterizedTest
  @CsvSource({"biogass plant, biogas plant", "heat pmup, heat pump", "海棉城市, 海绵城市"})
  void slip_isMended_andSaid(String text, String mended) {
    assertEquals(mended, find(text).didYouMean());
  }

  @Test
  void chineseQuery_ofAnEnglishText_saysTheEquation() {
    Results.Hit first = find("热泵").hits().getFirst();
    assertTrue(
        first.why().best(Language.EN).contains("“热泵” = Air-source heat pump"),
        first.why().toString());
    assertTrue(
        first.highlights().stream()
            .anyMatch(
                each ->
                    each.language().equals("en")
                        && each.spans().stream().anyMatch(span -> span.concept() != null)),
        first.highlights().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"waste treatment, not incineration", "除垃圾焚烧外的垃圾处理", "垃圾处理，不要焚烧"})
  void exclusion_isNotFound(String text) {
    Results results = find(text);
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
    List<String> first = ids(find(text));
    assertFalse(first.isEmpty());
    assertFalse(first.subList(0, Math.min(2, first.size())).contains(id), first.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "亚行贷款, adb",
    "贵阳 亚行贷款, adb",
    "世行贷款 供热, world-bank",
    "loan from the World Bank for district heating, world-bank",
    "electric buses Los Angeles loan, ladwp-loan",
    "BYD 电动公交, byd",
  })
  void nameOrCity_insideTheQuery_decidesBetweenThoseThatAnswerTheRest(String text, String id) {
    Results.Hit first = find(text).hits().getFirst();
    assertEquals(id, first.id().value(), () -> ids(find(text)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "nuclear power, nuclear power",
    "核电站选址, 核电站",
    "充电宝, 充电宝",
    "passport renewal, passport renewal",
    "手机贴膜, 手机贴膜",
    "passport renewal office hours, passport renewal",
  })
  void otherField_isSaid_andFindsNothing(String text, String other) {
    Results results = find(text);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome(), () -> ids(results).toString());
    assertEquals(List.of(other), results.understanding().other());
    assertTrue(results.message().best(Language.EN).contains("not about: " + other));
    assertTrue(results.message().best(Language.ZH).contains("不在本目录范围内：" + other));
  }

  @Test
  void termOfTheTaxonomy_goesBeforeAnotherFieldInsideIt() {
    assertEquals(List.of(), find("nuclear heating").understanding().other());
    assertTrue(
        find("电网的“超级充电宝”").understanding().concepts().stream()
            .noneMatch(each -> each.sure() && each.code().value().equals("TRN.EV.CHG")));
    assertEquals("TRN.EV.CHG", find("充电站").understanding().concepts().getFirst().code().value());
  }

  @Test
  void cityAlone_isNoReasonToBeFound() {
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, find("divorce lawyer in Oakland").outcome());
  }

  @Test
  void reason_neverNamesWhatTheEntryDoesNotHave() {
    Results results = find(ALL, "镇江 内涝 社会资本合作", Map.of(), RELEVANCE, 50, null);
    Results.Hit hit =
        results.hits().stream()
            .filter(h -> h.id().value().equals("d027"))
            .findFirst()
            .orElseThrow();
    assertFalse(hit.why().best(Language.ZH).contains("内涝"), hit.why().toString());
    assertTrue(hit.why().best(Language.ZH).contains("社会资本"), hit.why().toString());
  }

  @Test
  void reason_isAnEquationOnlyAcrossLanguages() {
    Results.Hit first = find("空气源热泵").hits().getFirst();
    assertTrue(first.why().best(Language.ZH).startsWith("与“空气源热泵”相符"), first.why().toString());
    assertTrue(first.why().best(Language.EN).contains("“空气源热泵” ="), first.why().toString());
  }

  @Test
  void name_inPinyin_isSaidToBeTheName_andNothingElse() {
    Results results = find("Jinfeng Keji");
    assertEquals(List.of(), results.understanding().unmatched());
    String why = results.hits().getFirst().why().best(Language.EN);
    assertFalse(why.contains("Words of the query"), why);
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
    Results results = find(text);
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      assertEquals(Answer.Outcome.NO_GOOD_MATCH, results.outcome(), ids(results).toString());
    }
    assertTrue(results.hits().isEmpty(), () -> ids(results).toString());
  }

  @Test
  void noGoodMatch_saysWhichWordsAndTheNearestTechnologies() {
    Results results = find("xylophone");
    assertEquals(List.of("xylophone"), results.understanding().unmatched());
    assertTrue(results.message().best(Language.EN).contains("xylophone"));
    assertTrue(results.message().best(Language.ZH).contains("xylophone"));
  }

  @ParameterizedTest
  @CsvSource({
    "披萨外卖, 披萨外卖",
    "pizza 外卖 heat pump, pizza 外卖",
    "热泵和披萨, 披萨",
    "吉林的热泵, 吉林",
    "比萨, 比萨",
  })
  void wordsThatNothingMatched_areNamedInEitherLanguage(String text, String missing) {
    List<String> expected = List.of(missing.split(" "));
    assertEquals(expected, find(text).understanding().unmatched());
    for (String word : expected) {
      assertTrue(find(text).message().best(Language.EN).contains(word));
      assertTrue(find(text).message().best(Language.ZH).contains(word));
    }
  }

  @Test
  void exactWord_isNeverTakenForASlip() {
    assertNull(find("BROAD").didYouMean());
    assertNull(find("electric bus").didYouMean());
    assertEquals("electric bus", find("electric buss").didYouMean());
  }

  @Test
  void parts_addUpToTheScore() {
    for (String text : List.of("heat pump for cold winters", "BYD", "吉林 集中供热", "")) {
      for (Results.Hit hit : find(text).hits()) {
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
    long all = ALL.stream().mapToLong(kind -> snapshot.manifest().count(kind)).sum();
    assertEquals(all, search.search(SearchRequest.of(ALL, "", 1), snapshot).total());
  }

  @Test
  void city_isWhereItIsProven_notWhatIsNear() {
    for (var each : snapshot.entries(Kind.DEPLOYMENT, 0, 1000)) {
      var deployment = (greenpair.catalog.Deployment) each;
      SearchRequest request =
          new SearchRequest(
              List.of(Kind.DEPLOYMENT),
              Set.of(),
              "",
              Map.of(),
              deployment.city(),
              null,
              SearchQuery.Order.RELEVANCE,
              Language.EN,
              100,
              null);
      boolean found =
          search.search(request, snapshot).hits().stream()
              .anyMatch(hit -> hit.id().equals(deployment.id()));
      if (Boolean.FALSE.equals(deployment.inCity())) {
        assertFalse(found, deployment.id() + " is near the city, not in it");
      }
    }
  }

  /// Counts of a value are what choosing it alone gives, and pages hold every hit once.
  @Seeded(runs = 40)
  void facetsAndPages_areThoseOfTheHits(Random random) {
    List<String> texts =
        List.of("", "heat pump", "公交", "solar and storage", "waste", "bank loan", "city 供热");
    String text = pick(random, texts);
    SearchQuery.Order order = pick(random, List.of(SearchQuery.Order.values()));
    Map<Facet, Set<String>> chosen = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Facet facet = pick(random, List.of(Facet.values()));
      List<String> values = values(find(ALL, text, chosen, order, 1, null), facet);
      if (!values.isEmpty()) {
        chosen.computeIfAbsent(facet, key -> new HashSet<>()).add(pick(random, values));
      }
    }
    Results first = find(ALL, text, chosen, order, 7, null);
    Set<String> seen = new HashSet<>();
    Results page = first;
    while (true) {
      for (String id : ids(page)) {
        assertTrue(seen.add(id), () -> id + " twice in " + text + chosen + order);
      }
      if (page.next() == null) {
        break;
      }
      page = find(ALL, text, chosen, order, 7, Cursor.of(page.next()).orElseThrow());
      assertEquals(first.total(), page.total());
    }
    assertEquals(first.total(), seen.size());
    for (Results.FacetCounts counts : first.facets()) {
      Facet facet = Facet.of(counts.facet()).orElse(null);
      for (Results.Value value : some(random, facet == null ? List.of() : counts.values())) {
        Map<Facet, Set<String>> alone = new HashMap<>(chosen);
        alone.put(facet, Set.of(value.value()));
        assertEquals(
            value.count(),
            find(ALL, text, alone, order, 1, null).total(),
            () -> facet + "=" + value + " of " + text + chosen);
      }
    }
  }

  /// No code stands where people read; a list that a catalog names as it likes is its own name.
  @Test
  void facetValues_haveNamesInBothLanguages() {
    for (Results.FacetCounts counts : find(ALL, "", Map.of(), RELEVANCE, 1, null).facets()) {
      for (Results.Value value : counts.values()) {
        for (Language language : Language.values()) {
          String name = String.valueOf(value.name().in(language));
          assertFalse(name.isBlank() || name.equals(value.value()), counts.facet() + " " + value);
        }
      }
    }
  }

  /// Counts of kinds are what choosing a kind gives.
  @ParameterizedTest
  @ValueSource(strings = {"", "heat pump", "公交"})
  void kinds_areCountedAsTheHits(String text) {
    for (Results.FacetCounts counts : find(ALL, text, Map.of(), RELEVANCE, 1, null).facets()) {
      for (Results.Value value :
          counts.facet().equals("kind") ? counts.values() : List.<Results.Value>of()) {
        Kind kind = Kind.of(value.value()).orElseThrow();
        assertEquals(
            value.count(), find(List.of(kind), text, Map.of(), RELEVANCE, 1, null).total());
      }
    }
  }

  /// At most four of a list.
  private static <T> List<T> some(Random random, List<T> list) {
    List<T> some = new ArrayList<>(list);
    java.util.Collections.shuffle(some, random);
    return some.subList(0, Math.min(4, some.size()));
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> values(Results results, Facet facet) {
    List<String> values = new ArrayList<>();
    for (Results.FacetCounts counts : results.facets()) {
      if (counts.facet().equals(facet.word())) {
        counts.values().forEach(value -> values.add(value.value()));
      }
    }
    return values;
  }

  @Test
  void score_neverDependsOnThePageOrOnOtherKinds() {
    Results alone = search.search(SearchRequest.of(List.of(Kind.FIRM), "solar roof", 3), snapshot);
    Results among = search.search(SearchRequest.of(OFFERS, "solar roof", 100), snapshot);
    Map<EntryId, Double> scores = new HashMap<>();
    among.hits().stream()
        .filter(hit -> hit.kind() == Kind.FIRM)
        .forEach(hit -> scores.put(hit.id(), hit.score()));
    for (Results.Hit hit : alone.hits()) {
      assertEquals(scores.get(hit.id()), hit.score());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "电动公, TRN.PUB.EBS",
    "diandonggongjiao, TRN.PUB.EBS",
    "heat pu, BLD.HVC",
    "LED str, LGT.LED",
    "pump, BLD.HVC",
    "热泵, BLD.HVC",
  })
  void suggestions_beginWithWhatIsTyped(String typed, String code) {
    List<String> codes =
        suggestions.of(typed, 10, snapshot).suggestions().stream()
            .map(each -> String.valueOf(each.code()))
            .toList();
    assertTrue(codes.stream().anyMatch(each -> each.startsWith(code)), codes.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "by, byd",
    "byd, byd",
    "比亚, byd",
    "biya, byd",
    "losang, us-ca-losangeles",
    "angel, us-ca-losangeles",
    "比亚迪新, gac-byd",
    "everbright w, everbright-water"
  })
  void suggestions_nameEntries(String typed, String id) {
    List<String> found =
        suggestions.of(typed, 20, snapshot).suggestions().stream()
            .map(each -> String.valueOf(each.id()))
            .toList();
    assertTrue(found.contains(id), found.toString());
  }

  @Test
  void cursor_thatIsNone_isNone() {
    for (String word : List.of("", "x", "AAAA", "%%%", "a".repeat(5_000), "OjpmaXJtOjo6")) {
      assertTrue(Cursor.of(word).isEmpty(), word);
    }
    String next = find("heat pump").next();
    assertNotNull(next);
    assertEquals(next, Cursor.of(next).orElseThrow().word());
  }
}
