package greenpair.match;

import static greenpair.match.Cohort.ALL;
import static greenpair.match.Cohort.MATCHING;
import static greenpair.match.Cohort.RECOMMENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.value.Attributes;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A need has nearly the same answers in English and in Chinese.
class BilingualNeedsTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();
  private final Snapshot snapshot = cohort.snapshot();

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
    for (Need need : cohort.needs()) {
      String en = synonyms(need, true);
      String zh = synonyms(need, false);
      if (!Given.FINDER.codes(en).keySet().equals(Given.FINDER.codes(zh).keySet())) {
        continue; // A synonym of several concepts names others in the other language.
      }
      for (Kind kind : Kind.RANKED) {
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
    RecommendationRequest.Described goods =
        new RecommendationRequest.Described(
            "goods movement", List.of(), List.of(), null, Attributes.NONE);
    RecommendationRequest request =
        new RecommendationRequest(
            Kind.FINANCIER, Given.id("cn-wuhan"), null, null, goods, ALL, false);
    MatchQuery query = MATCHING.needs().read(request, snapshot).queries().getFirst();
    assertEquals(Given.codes("TRN.FRT"), query.technologies());
    assertEquals("goods movement", query.text());
    assertEquals("Freight, port and aviation\n货运、港口与航空", query.search());
    assertEquals(Verdict.FAIL, Given.RULES.eligibility().mayApply(List.of("port"), query));
  }

  private static String synonyms(Need need, boolean english) {
    return need.technologies().stream()
        .map(code -> Given.TAXONOMY.concept(code).orElseThrow())
        .map(concept -> english ? concept.english() : concept.chinese())
        .filter(terms -> !terms.isEmpty())
        .map(List::getLast)
        .collect(java.util.stream.Collectors.joining(english ? ", " : "、"));
  }

  private List<EntryId> first(int count, Kind kind, EntryId city, String words) {
    RecommendationRequest.Described described =
        new RecommendationRequest.Described(words, List.of(), List.of(), null, Attributes.NONE);
    RecommendationRequest request =
        new RecommendationRequest(kind, city, null, null, described, ALL, false);
    return RECOMMENDER.ranking(request, snapshot).stream().limit(count).map(Ranked::id).toList();
  }
}
