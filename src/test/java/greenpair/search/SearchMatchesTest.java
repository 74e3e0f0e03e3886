package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which hits match the whole query, and which are only related to it.
class SearchMatchesTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  private List<Hit> all(String text) {
    List<Hit> hits = new ArrayList<>();
    SearchResponse page =
        cohort.find(SearchedCohort.ALL, text, Map.of(), SearchedCohort.RELEVANCE, 100, null);
    while (true) {
      hits.addAll(page.hits());
      if (page.next() == null) {
        return hits;
      }
      page =
          cohort.find(
              SearchedCohort.ALL,
              text,
              Map.of(),
              SearchedCohort.RELEVANCE,
              100,
              SearchCursor.of(page.next()).orElseThrow());
    }
  }

  private static boolean has(Hit hit, String code) {
    return hit.technologies().stream().anyMatch(each -> each.code().equals(new Code(code)));
  }

  private static Set<Boolean> matches(List<Hit> hits) {
    return hits.stream().map(Hit::match).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"shore power, TRN.FRT.SHP", "岸电, TRN.FRT.SHP", "composting, WST.ORG.CMP"})
  void technology_isInEveryEntryThatMatches(String text, String code) {
    List<Hit> all = all(text);
    assertEquals(Set.of(true), matches(all.stream().filter(hit -> has(hit, code)).toList()));
    List<Hit> related = all.stream().filter(hit -> !hit.match()).toList();
    assertTrue(related.size() > all.size() / 3, () -> related.size() + " of " + all.size());
    assertTrue(related.stream().noneMatch(hit -> has(hit, code)), text);
  }

  @Test
  void conditions_areMetByWhatMatches() {
    List<Hit> placed = all("electric buses in Shenzhen");
    assertEquals(Set.of(true, false), matches(placed));
    assertTrue(placed.getFirst().match());
    placed.stream()
        .filter(hit -> hit.match() && hit.kind() == Kind.DEPLOYMENT)
        .forEach(
            hit -> assertTrue(String.valueOf(hit.name().en()).contains("Shenzhen"), hit::toString));
    List<Hit> asked = all("who finances heat pumps");
    assertEquals(
        Set.of(Kind.FINANCIER),
        asked.stream().filter(Hit::match).map(Hit::kind).collect(Collectors.toSet()));
    assertTrue(asked.stream().anyMatch(hit -> hit.kind() != Kind.FINANCIER));
  }

  /// Of several words that name no technology, one is not enough.
  @Test
  void words_areMostlyInWhatMatches() {
    List<Hit> all = all("plant rich");
    for (Hit hit : all.stream().filter(Hit::match).toList()) {
      String text =
          String.valueOf(cohort.snapshot.entry(hit.kind(), hit.id())).toLowerCase(Locale.ROOT);
      assertTrue(text.contains("rich"), text);
    }
    assertTrue(all.stream().filter(hit -> !hit.match()).count() > 10, all::toString);
  }
}
