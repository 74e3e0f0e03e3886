package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.Snapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recommendations, packages, opportunities and gaps over the demonstration cohort.
class CohortTest {
  private static final EntryId LOS_ANGELES_N2 = Given.id("us-ca-losangeles-n2");
  private static final int ALL = Request.MAX_LIMIT;
  private static final Recommender RECOMMENDER =
      new Recommender(Given.RULES, Given.FINDER, Given.PHRASES);
  private static final Matching MATCHING = Matching.of(Given.RULES, Given.FINDER, Given.PHRASES);

  private static final Map<String, Answer> ANSWERS = new HashMap<>();
  private static final Map<EntryId, List<Packages.Offer>> PACKAGES = new HashMap<>();

  private static Cohort cohort;
  private static Snapshot snapshot;

  @BeforeAll
  static void index(@TempDir Path data) throws IOException {
    cohort = new Cohort(data);
    snapshot = cohort.snapshot();
  }

  @AfterAll
  static void close() {
    cohort.close();
  }

  private static List<Need> needs() {
    return snapshot.entries(Kind.NEED, 0, 1000).stream().map(Need.class::cast).toList();
  }

  private static List<EntryId> cities() {
    return snapshot.entries(Kind.CITY, 0, 1000).stream().map(Entry::id).toList();
  }

  /// The answer for all needs of a city, made once.
  private static Answer answer(Kind kind, EntryId city) {
    return ANSWERS.computeIfAbsent(
        kind + " " + city, key -> RECOMMENDER.recommend(Request.ofCity(kind, city, ALL), snapshot));
  }

  /// The packages of a need, made once.
  private static List<Packages.Offer> packages(EntryId need) {
    return PACKAGES.computeIfAbsent(
        need, key -> RECOMMENDER.packages(need, ALL, snapshot).packages());
  }

  private static Set<EntryId> good(Kind kind, Need need) {
    Set<EntryId> ids = new HashSet<>();
    MATCHING.good(kind, need, ALL, snapshot).forEach(each -> ids.add(each.id()));
    return ids;
  }

  private static void assertExact(Explanation explanation, double score) {
    BigDecimal sum =
        explanation.parts().stream()
            .map(each -> BigDecimal.valueOf(each.contribution()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(BigDecimal.valueOf(score)), () -> sum + " and " + score);
    assertEquals(score, explanation.value());
  }

  // recommendations

  @Test
  void recommendations_ofEveryCity_passEveryGateAndSumExactly() {
    for (EntryId city : cities()) {
      for (Kind kind : Ranker.KINDS) {
        Answer answer = answer(kind, city);
        assertEquals(
            answer.recommendations().isEmpty()
                ? Answer.Outcome.NO_GOOD_MATCH
                : Answer.Outcome.MATCH,
            answer.outcome());
        double before = 1;
        for (Answer.Recommendation each : answer.recommendations()) {
          assertExact(each.explanation(), each.score());
          assertTrue(each.score() <= before, () -> each.id() + " of " + city);
          before = each.score();
          assertTrue(
              each.gates().stream().noneMatch(gate -> gate.verdict() == Verdict.FAIL),
              () -> each.id() + " of " + city);
        }
      }
    }
  }

  @Test
  void entry_ofACity_isShownOnceAtItsBestNeed() {
    for (EntryId city : cities()) {
      for (Kind kind : Ranker.KINDS) {
        Answer answer = answer(kind, city);
        Set<EntryId> seen = new HashSet<>();
        for (Answer.Recommendation each : answer.recommendations()) {
          assertTrue(seen.add(each.id()), () -> each.id() + " twice for " + city);
          assertTrue(each.needs().contains(each.need()), () -> each.id() + " for " + city);
          for (Need need : snapshot.needs(city)) {
            double alone =
                RECOMMENDER
                    .explain(Request.ofNeed(kind, city, need.id(), 1), each.id(), snapshot)
                    .score();
            boolean serves = each.needs().contains(need.id());
            assertTrue(!serves || alone <= each.score(), () -> each.id() + " at " + need.id());
          }
        }
      }
    }
  }

  @Test
  void recommendedEntry_isNotExcludedInTheSameAnswer() {
    List<String> both = new ArrayList<>();
    for (EntryId city : cities()) {
      for (Kind kind : Ranker.KINDS) {
        Answer answer = answer(kind, city);
        Set<EntryId> recommended = new HashSet<>();
        answer.recommendations().forEach(each -> recommended.add(each.id()));
        answer.excluded().stream()
            .filter(each -> recommended.contains(each.id()))
            .forEach(each -> both.add(each.id() + " (" + each.gate() + ") for " + city));
        answer.peers().stream()
            .filter(each -> recommended.contains(each.id()))
            .forEach(each -> both.add(each.id() + " (peer) for " + city));
        answer.unproven().stream()
            .filter(each -> recommended.contains(each.id()))
            .forEach(each -> both.add(each.id() + " (unproven) for " + city));
      }
    }
    assertEquals(List.of(), both);
  }

  @Test
  void limit_changesTheLengthAlone() {
    for (Kind kind : Ranker.KINDS) {
      EntryId city = Given.id("us-ca-losangeles");
      List<Answer.Recommendation> all =
          RECOMMENDER.recommend(Request.ofCity(kind, city, ALL), snapshot).recommendations();
      assertTrue(all.size() > 3, kind::word);
      assertEquals(
          all.subList(0, 3),
          RECOMMENDER.recommend(Request.ofCity(kind, city, 3), snapshot).recommendations());
    }
  }

  @Test
  void ownCases_hidden_areNowhereInTheAnswer() {
    int shown = 0;
    for (EntryId city : cities()) {
      for (Kind kind : Ranker.KINDS) {
        Request open = Request.ofCity(kind, city, ALL);
        shown += ownCases(RECOMMENDER.recommend(open, snapshot), city).size();
        Request hidden = new Request(kind, city, null, null, null, ALL, false, true);
        assertEquals(List.of(), ownCases(RECOMMENDER.recommend(hidden, snapshot), city));
      }
    }
    assertNotEquals(0, shown, "the cohort has cases in its own cities, shown unless hidden");
  }

  private static List<EntryId> ownCases(Answer answer, EntryId city) {
    List<Answer.Case> cases = new ArrayList<>(answer.nearest());
    java.util.stream.Stream.of(answer.recommendations(), answer.unproven(), answer.peers())
        .flatMap(Collection::stream)
        .forEach(each -> cases.addAll(each.evidence()));
    return cases.stream().filter(each -> each.city().equals(city)).map(Answer.Case::id).toList();
  }

  @Test
  void sentences_ofEveryAnswer_areWholeInBothLanguages() {
    for (EntryId city : cities()) {
      for (Kind kind : Ranker.KINDS) {
        Answer answer = answer(kind, city);
        assertWhole(answer.message());
        answer.excluded().forEach(each -> assertWhole(each.because()));
        java.util.stream.Stream.of(answer.recommendations(), answer.unproven(), answer.peers())
            .flatMap(Collection::stream)
            .forEach(
                each -> {
                  assertWhole(each.reason());
                  each.cautions().forEach(CohortTest::assertWhole);
                  each.unknowns().forEach(CohortTest::assertBoth);
                  each.gates().forEach(gate -> assertWhole(gate.because()));
                });
      }
    }
  }

  private static void assertWhole(Text text) {
    assertBoth(text);
    assertTrue(String.valueOf(text.en()).endsWith("."), text::toString);
    assertTrue(String.valueOf(text.zh()).endsWith("。"), text::toString);
  }

  private static void assertBoth(Text text) {
    String en = String.valueOf(text.en());
    String zh = String.valueOf(text.zh());
    assertTrue(text.en() != null && !en.contains("{") && !en.contains("null"), text::toString);
    assertTrue(text.zh() != null && !zh.contains("{") && !zh.contains("null"), text::toString);
    assertTrue(zh.codePoints().anyMatch(Character::isIdeographic), text::toString);
  }

  @Test
  void siblingCaseAlone_isSaidNotToProve() {
    int related = 0;
    String says = String.valueOf(Given.PHRASES.say("reason.case_related").en());
    double least = Given.RULES.ranking().minimumProofFit();
    for (Need need : needs()) {
      Ask ask = MATCHING.needs().ask(need, snapshot);
      for (Kind kind : List.of(Kind.FIRM, Kind.SOLUTION)) {
        for (Ranked ranked : MATCHING.retrieval().rank(kind, ask, snapshot)) {
          List<Answer.Case> cases = MATCHING.answers().cases(ranked, snapshot);
          Entry entry = snapshot.entry(kind, ranked.id()).orElseThrow();
          String reason = String.valueOf(MATCHING.reasons().reason(entry, ranked, cases).en());
          boolean sibling = !cases.isEmpty() && ranked.pairing().cases().getFirst().fit() < least;
          assertEquals(sibling, reason.contains(says), reason);
          related += sibling ? 1 : 0;
        }
      }
    }
    assertNotEquals(0, related);
  }

  @ParameterizedTest
  @CsvSource({
    "us-ca-oakland, electric bus, 电动公交车",
    "cn-shenzhen, electric bus, 电动公交车",
    "us-ca-losangeles, EV charging, 充电设施",
    "cn-chengdu, EV charging infrastructure, 充电桩",
    "cn-jilin, district heating, 集中供热",
    "cn-beijing, heat pump, 热泵",
    "cn-wuhan, LED street lighting, LED路灯",
  })
  void sameNeed_inEnglishAndChinese_givesTheSameFirstFirms(String city, String en, String zh) {
    assertEquals(Given.FINDER.codes(en).keySet(), Given.FINDER.codes(zh).keySet());
    List<EntryId> english = first(5, Kind.FIRM, Given.id(city), en);
    assertFalse(english.isEmpty());
    assertEquals(Set.copyOf(english), Set.copyOf(first(5, Kind.FIRM, Given.id(city), zh)));
  }

  /// A mean overlap of at least 0.9 is wanted. Each need of the cohort is put in the last English
  /// and the last Chinese synonym of its technologies, most of which are not their labels' words.
  @Test
  void needsInSynonyms_inEnglishAndChinese_giveNearlyTheSameFirstTen() {
    double sum = 0;
    int count = 0;
    for (Need need : needs()) {
      String en = synonyms(need, true);
      String zh = synonyms(need, false);
      if (!Given.FINDER.codes(en).keySet().equals(Given.FINDER.codes(zh).keySet())) {
        continue; // A synonym of several concepts names others in the other language.
      }
      for (Kind kind : Ranker.KINDS) {
        List<EntryId> english = first(10, kind, need.city(), en);
        Set<EntryId> both = new HashSet<>(english);
        both.retainAll(first(10, kind, need.city(), zh));
        sum += english.isEmpty() ? 1 : both.size() / (double) english.size();
        count++;
      }
    }
    assertTrue(count > 60, "got " + count);
    assertTrue(sum / count >= 0.9, "mean overlap " + sum / count);
  }

  @Test
  void describedNeed_isLookedForInBothLanguages_butJudgedByItsOwnWords() {
    Request.Described goods = new Request.Described("goods movement", List.of(), List.of(), null);
    Request request =
        new Request(Kind.FINANCIER, Given.id("cn-wuhan"), null, null, goods, ALL, false, false);
    Ask ask = MATCHING.needs().read(request, snapshot).asks().getFirst();
    assertEquals(Given.codes("TRN.FRT"), ask.technologies());
    assertEquals("goods movement", ask.text());
    assertEquals("Freight, port and aviation\n货运、港口与航空", ask.search());
    assertEquals(Verdict.FAIL, Given.RULES.eligibility().mayApply(List.of("port"), ask));
  }

  private static String synonyms(Need need, boolean english) {
    return need.technologies().stream()
        .map(code -> Given.TAXONOMY.concept(code).orElseThrow())
        .map(concept -> english ? concept.english() : concept.chinese())
        .filter(terms -> !terms.isEmpty())
        .map(List::getLast)
        .collect(java.util.stream.Collectors.joining(english ? ", " : "、"));
  }

  private static List<EntryId> first(int count, Kind kind, EntryId city, String words) {
    Request.Described described = new Request.Described(words, List.of(), List.of(), null);
    Request request = new Request(kind, city, null, null, described, ALL, false, false);
    return RECOMMENDER.ranking(request, snapshot).stream().limit(count).map(Ranked::id).toList();
  }

  @Test
  void unknownEntries_areSaid() {
    EntryId none = Given.id("none");
    assertThrows(
        NotFoundException.class,
        () -> RECOMMENDER.recommend(Request.ofCity(Kind.FIRM, none, 1), snapshot));
    assertThrows(
        NotFoundException.class,
        () ->
            RECOMMENDER.recommend(
                Request.ofNeed(Kind.FIRM, Given.id("cn-wuhan"), LOS_ANGELES_N2, 1), snapshot));
    assertThrows(NotFoundException.class, () -> RECOMMENDER.packages(none, 1, snapshot));
    assertThrows(
        NotFoundException.class, () -> RECOMMENDER.opportunities(Kind.FIRM, none, 1, snapshot));
  }

  @Test
  void gates_ofEveryAnswer_carryTheSourceOfTheirFact() {
    int shown = 0;
    for (EntryId city : cities()) {
      for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
        Answer answer = answer(kind, city);
        for (Answer.Recommendation each : answer.recommendations()) {
          for (Gate gate : each.gates()) {
            assertTrue(gate.source() != null, () -> each.id() + " " + gate.gate());
            shown++;
          }
        }
        answer.excluded().forEach(each -> assertTrue(each.source() != null, each::toString));
      }
    }
    assertNotEquals(0, shown);
  }

  @Test
  void firmOfAnotherCountry_withNothingHere_isNoLeadButCanBeAskedFor() {
    Answer answer = answer(Kind.FIRM, Given.id("us-ca-losangeles"));
    EntryId water = Given.id("everbright-water");
    assertTrue(answer.unproven().stream().noneMatch(each -> each.id().equals(water)));
    Answer.Excluded out =
        answer.excluded().stream()
            .filter(each -> each.id().equals(water))
            .findFirst()
            .orElseThrow();
    assertEquals("market", out.gate());
    assertEquals(Given.PHRASES.say("gate.market.unknown"), out.because());
  }

  // packages

  @Test
  void packages_ofEveryNeed_holdOnlyWhatIsRecommendedAlone() {
    int all = 0;
    for (Need need : needs()) {
      Set<EntryId> solutions = good(Kind.SOLUTION, need);
      Set<EntryId> firms = good(Kind.FIRM, need);
      Set<EntryId> financiers = good(Kind.FINANCIER, need);
      double before = 1;
      Set<List<EntryId>> seen = new HashSet<>();
      for (Packages.Offer offer : packages(need.id())) {
        all++;
        assertTrue(solutions.contains(offer.solution().id()), offer::toString);
        assertTrue(firms.contains(offer.firm().id()), offer::toString);
        assertTrue(financiers.contains(offer.financier().id()), offer::toString);
        assertTrue(
            seen.add(List.of(offer.solution().id(), offer.firm().id(), offer.financier().id())),
            offer::toString);
        assertExact(offer.explanation(), offer.score());
        double sum =
            0.3 * offer.solution().score()
                + 0.35 * offer.firm().score()
                + 0.25 * offer.financier().score()
                + (offer.precedents().isEmpty() ? 0 : 0.1);
        assertEquals(sum, offer.score(), 3e-6);
        assertTrue(offer.score() <= before, offer::toString);
        before = offer.score();
        assertWhole(offer.reason());
      }
    }
    assertNotEquals(0, all);
  }

  @Test
  void sharedDeployment_isAPrecedentOfThePackage() {
    Packages.Offer shared =
        packages(LOS_ANGELES_N2).stream()
            .filter(each -> each.firm().id().equals(Given.id("arevon")))
            .filter(each -> each.financier().id().equals(Given.id("capital-dynamics")))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(Given.id("d018")), shared.precedents());
    assertTrue(
        String.valueOf(shared.reason().en()).contains("were both part of this case: Eland"),
        shared.reason()::toString);
  }

  @Test
  void precedents_ofEveryPackage_nameBothPartnersAndAreBuilt() {
    for (Need need : needs()) {
      for (Packages.Offer offer : packages(need.id())) {
        for (EntryId id : offer.precedents()) {
          Deployment shared = (Deployment) snapshot.entry(Kind.DEPLOYMENT, id).orElseThrow();
          assertTrue(shared.firms().contains(offer.firm().id()), id::value);
          assertTrue(shared.financiers().contains(offer.financier().id()), id::value);
          assertTrue(shared.grade().proves(), id::value);
        }
      }
    }
  }

  // opportunities

  @Test
  void opportunitiesOfASchoolBusOperator_beginWithSchoolTransport() {
    List<EntryId> first =
        RECOMMENDER.opportunities(Kind.FIRM, Given.id("zum"), 2, snapshot).opportunities().stream()
            .map(Opportunities.Opportunity::need)
            .toList();
    assertTrue(first.contains(Given.id("us-ca-oakland-n1")), first::toString);
  }

  @Test
  void opportunity_ofEveryPartner_hasTheScoreOfTheCitysSide() {
    for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
      int all = 0;
      for (Entry partner : snapshot.entries(kind, 0, 30)) {
        double before = 1;
        for (Opportunities.Opportunity each :
            RECOMMENDER.opportunities(kind, partner.id(), 5, snapshot).opportunities()) {
          all++;
          Request request = Request.ofNeed(kind, each.city(), each.need(), 1);
          Answer.Recommendation city = RECOMMENDER.explain(request, partner.id(), snapshot);
          assertEquals(city.score(), each.score());
          assertEquals(city.explanation(), each.explanation());
          assertTrue(each.score() <= before, each::toString);
          before = each.score();
          assertWhole(each.reason());
          assertTrue(
              each.gates().stream().noneMatch(gate -> gate.verdict() == Verdict.FAIL),
              each::toString);
        }
      }
      assertNotEquals(0, all, kind::word);
    }
  }

  // gaps

  @Test
  void gaps_ofTheCohort_countWhatIsRecommended() {
    Gaps gaps = RECOMMENDER.gaps(0, 100, snapshot);
    assertEquals(needs().size(), gaps.total());
    assertEquals(
        needs().stream().map(Entry::id).toList(),
        gaps.needs().stream().map(Gaps.Coverage::need).toList());
    for (int i = 0; i < needs().size(); i++) {
      Gaps.Coverage coverage = gaps.needs().get(i);
      Need need = needs().get(i);
      assertEquals(good(Kind.FIRM, need).size(), coverage.firms(), need.id()::value);
      assertEquals(good(Kind.FINANCIER, need).size(), coverage.financiers(), need.id()::value);
      assertEquals(good(Kind.SOLUTION, need).size(), coverage.solutions(), need.id()::value);
      assertEquals(coverage.firms() == 0, coverage.isGap(), need.id()::value);
      assertEquals(coverage.isGap(), coverage.best() == 0, need.id()::value);
    }
  }

  @Test
  void needsOfJilin_areAllGaps() {
    List<Gaps.Coverage> jilin =
        RECOMMENDER.gaps(0, 100, snapshot).needs().stream()
            .filter(each -> each.city().equals(Given.id("cn-jilin")))
            .toList();
    assertEquals(3, jilin.size());
    jilin.forEach(each -> assertTrue(each.isGap(), each::toString));
    Answer answer =
        RECOMMENDER.recommend(Request.ofCity(Kind.FIRM, Given.id("cn-jilin"), 10), snapshot);
    assertEquals(Answer.Outcome.NO_GOOD_MATCH, answer.outcome());
    assertEquals(List.of(), answer.recommendations());
    assertFalse(answer.nearest().isEmpty());
  }

  @Test
  void gapsByPages_areTheSameAsAtOnce() {
    List<Gaps.Coverage> pages = new ArrayList<>(RECOMMENDER.gaps(0, 40, snapshot).needs());
    pages.addAll(RECOMMENDER.gaps(40, 100, snapshot).needs());
    assertEquals(RECOMMENDER.gaps(0, 100, snapshot).needs(), pages);
    assertEquals(List.of(), RECOMMENDER.gaps(1000, 10, snapshot).needs());
  }

  // merge

  @Test
  void merge_keepsEachEntryOnceAtItsBest() {
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    var city = Given.city("here").make();
    List<Ranked> buses =
        ranker.rank(
            Kind.FIRM,
            Given.ask(city, Given.BUS).make(),
            List.of(Given.firm("a", Given.BUS).make(), Given.firm("b", Given.LED).make()));
    List<Ranked> lights =
        ranker.rank(
            Kind.FIRM,
            Given.ask(city, Given.LED).make(),
            List.of(Given.firm("a", Given.BUS).make(), Given.firm("b", Given.LED).make()));
    List<Ranked> merged = Retrieval.merge(List.of(buses, lights));
    assertEquals(List.of("a", "b"), merged.stream().map(each -> each.id().value()).toList());
    assertEquals(buses.getFirst(), merged.getFirst());
    assertEquals(lights.getFirst(), merged.getLast());
    assertEquals(merged, Retrieval.merge(List.of(lights, buses)));
    assertEquals(List.of(), Retrieval.merge(List.of()));
  }
}
