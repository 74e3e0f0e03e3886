package greenpair.search;

import static greenpair.search.SearchedCohort.ALL;
import static greenpair.search.SearchedCohort.OFFERS;
import static greenpair.search.SearchedCohort.RELEVANCE;
import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts of facets and the pages of what is found are those of the hits.
class SearchFacetsTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @ValueSource(strings = {"热泵", "electric bus", "green bond"})
  void hit_hasTheEvidence_underWhichTheFacetCountsIt(String text) {
    Map<String, Integer> found = new HashMap<>();
    SearchResponse all = cohort.find(OFFERS, text, Map.of(), RELEVANCE, 100, null);
    int seen = 0;
    for (SearchResponse page = all; page != null; page = after(page, text)) {
      page.hits().stream()
          .filter(Hit::match)
          .forEach(hit -> found.merge(String.valueOf(hit.evidence()), 1, Integer::sum));
      seen += page.hits().size();
    }
    SearchRequest whole = SearchRequest.of(OFFERS, text, 1);
    int size = cohort.search.ranking(whole, Integer.MAX_VALUE, cohort.snapshot).size();
    assertEquals(size, seen, "the pages hold all");
    Map<String, Integer> counted = new HashMap<>();
    all.facets().stream()
        .filter(each -> each.facet().equals(Facet.EVIDENCE.word()))
        .flatMap(each -> each.values().stream())
        .filter(value -> value.count() > 0)
        .forEach(value -> counted.put(value.value(), (int) value.count()));
    assertEquals(counted, found);
    SearchResponse needs = cohort.find(List.of(Kind.NEED), text, Map.of(), RELEVANCE, 5, null);
    needs.hits().forEach(hit -> assertNull(hit.evidence(), hit.id().value()));
  }

  private @Nullable SearchResponse after(SearchResponse page, String text) {
    return page.next() == null
        ? null
        : cohort.find(
            OFFERS, text, Map.of(), RELEVANCE, 100, SearchCursor.of(page.next()).orElseThrow());
  }

  /// Counts of a value are what choosing it alone gives, and pages hold every hit once.
  @Seeded(runs = 40)
  void facetsAndPages_areThoseOfTheHits(Random random) {
    List<String> texts =
        List.of("", "heat pump", "公交", "solar and storage", "waste", "bank loan", "city 供热");
    String text = pick(random, texts);
    // A distance is measured from a city, which this search has not.
    EntryQuery.Order order =
        pick(random, List.copyOf(EnumSet.complementOf(EnumSet.of(EntryQuery.Order.DISTANCE))));
    Map<Facet, Set<String>> chosen = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Facet facet = pick(random, List.of(Facet.values()));
      List<String> values = values(cohort.find(ALL, text, chosen, order, 1, null), facet);
      if (!values.isEmpty()) {
        chosen.computeIfAbsent(facet, key -> new HashSet<>()).add(pick(random, values));
      }
    }
    long total = cohort.find(ALL, text, chosen, order, 1, null).total();
    int most = Math.clamp(total / 12, 7, 100); // At least a dozen pages of a long list.
    SearchResponse first = cohort.find(ALL, text, chosen, order, most, null);
    Set<String> seen = new HashSet<>();
    int matches = 0;
    SearchResponse page = first;
    while (true) {
      matches += (int) page.hits().stream().filter(Hit::match).count();
      for (String id : ids(page)) {
        assertTrue(seen.add(id), () -> id + " twice in " + text + chosen + order);
      }
      if (page.next() == null) {
        break;
      }
      page =
          cohort.find(ALL, text, chosen, order, most, SearchCursor.of(page.next()).orElseThrow());
      assertEquals(first.total(), page.total());
    }
    assertEquals(first.total(), matches);
    for (SearchResponse.FacetCounts counts : first.facets()) {
      Facet facet = Facet.of(counts.facet()).orElse(null);
      for (SearchResponse.Value value : some(random, facet == null ? List.of() : counts.values())) {
        Map<Facet, Set<String>> alone = new HashMap<>(chosen);
        alone.put(facet, Set.of(value.value()));
        assertEquals(
            value.count(),
            cohort.find(ALL, text, alone, order, 1, null).total(),
            () -> facet + "=" + value + " of " + text + chosen);
      }
    }
  }

  /// No code is shown to users; a list of countries that a catalog defines is shown by its own
  /// name.
  @Test
  void facetValues_haveNamesInBothLanguages() {
    SearchResponse all = cohort.find(ALL, "", Map.of(), RELEVANCE, 1, null);
    for (FacetNames.NamedFacet counts : cohort.named(all)) {
      for (FacetNames.NamedValue value : counts.values()) {
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
    for (SearchResponse.FacetCounts counts :
        cohort.find(ALL, text, Map.of(), RELEVANCE, 1, null).facets()) {
      for (SearchResponse.Value value :
          counts.facet().equals("kind") ? counts.values() : List.<SearchResponse.Value>of()) {
        Kind kind = Kind.of(value.value()).orElseThrow();
        assertEquals(
            value.count(), cohort.find(List.of(kind), text, Map.of(), RELEVANCE, 1, null).total());
      }
    }
  }

  @Test
  void cursor_thatIsInvalid_isEmpty() {
    for (String word : List.of("", "x", "AAAA", "%%%", "a".repeat(5_000), "OjpmaXJtOjo6")) {
      assertTrue(SearchCursor.of(word).isEmpty(), word);
    }
    String next = cohort.find("heat pump").next();
    assertNotNull(next);
    assertEquals(next, SearchCursor.of(next).orElseThrow().word());
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

  private static List<String> values(SearchResponse results, Facet facet) {
    List<String> values = new ArrayList<>();
    for (SearchResponse.FacetCounts counts : results.facets()) {
      if (counts.facet().equals(facet.word())) {
        counts.values().forEach(value -> values.add(value.value()));
      }
    }
    return values;
  }
}
