package greenpair.search;

import static greenpair.search.SearchedCohort.ALL;
import static greenpair.search.SearchedCohort.RELEVANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Reasons of hits in both languages.
class SearchReasonTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @Test
  void chineseQuery_ofAnEnglishText_saysTheEquation() {
    Hit first = cohort.find("热泵").hits().getFirst();
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

  @Test
  void reason_neverNamesWhatTheEntryDoesNotHave() {
    SearchResponse results = cohort.find(ALL, "镇江 内涝 社会资本合作", Map.of(), RELEVANCE, 50, null);
    Hit hit =
        results.hits().stream()
            .filter(h -> h.id().value().equals("d027"))
            .findFirst()
            .orElseThrow();
    assertFalse(hit.why().best(Language.ZH).contains("内涝"), hit.why().toString());
    assertTrue(hit.why().best(Language.ZH).contains("社会资本"), hit.why().toString());
  }

  @Test
  void reason_namesThePlaceAndTheState_thatTheEntryMeets() {
    SearchResponse results =
        cohort.find(ALL, "failed bike sharing in China", Map.of(), RELEVANCE, 50, null);
    Hit first = results.hits().getFirst();
    String why = first.why().best(Language.EN);
    assertTrue(why.contains("Place: China.") && why.contains("State: failed."), why);
    assertTrue(first.why().best(Language.ZH).contains("状态：failed。"));
    for (Hit hit : results.hits()) {
      boolean isThere =
          hit.explanation().parts().stream()
              .anyMatch(part -> part.signal().equals("state") && part.contribution() > 0);
      assertEquals(isThere, hit.why().best(Language.EN).contains("State:"), hit.why()::toString);
    }
  }

  @Test
  void reason_isAnEquationOnlyAcrossLanguages() {
    Hit first = cohort.find("空气源热泵").hits().getFirst();
    assertTrue(first.why().best(Language.ZH).startsWith("与“空气源热泵”相符"), first.why().toString());
    assertTrue(first.why().best(Language.EN).contains("“空气源热泵” ="), first.why().toString());
  }

  @Test
  void name_inPinyin_isReportedAsTheName_andNothingElse() {
    SearchResponse results = cohort.find("Jinfeng Keji");
    assertEquals(List.of(), results.understanding().unmatched());
    String why = results.hits().getFirst().why().best(Language.EN);
    assertFalse(why.contains("words of the query"), why);
  }
}
