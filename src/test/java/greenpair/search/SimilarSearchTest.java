package greenpair.search;

import static greenpair.search.SearchedCohort.OFFERS;
import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.concept.WordVectors;
import greenpair.index.contract.Facet;
import greenpair.match.rank.Explanation;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is found by its meaning.
class SimilarSearchTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  /// No entry has this word, and no term of the glossary is like it.
  private static final String QUERY = "cyclists";

  private final SearchedCohort cohort = COHORT.get();

  /// Finds from a lower cosine than the program does, so that the texts of the demonstration may
  /// change.
  private static Search near;

  @BeforeAll
  static void lower(@TempDir Path folder) throws IOException {
    near = with(folder, "alone: 0.50", "alone: 0.25", "least: 0.4 ", "least: 0");
  }

  private static Search with(Path folder, String... replaced) throws IOException {
    Path config = folder.resolve("config");
    new ConfigFolder(Path.of("index-config")).copyTo(config);
    Path settings = config.resolve("search.yaml");
    String text = Files.readString(settings);
    for (int i = 0; i < replaced.length; i += 2) {
      text = text.replaceFirst(replaced[i], replaced[i + 1]);
    }
    Files.writeString(settings, text);
    return new Workbench(config).search();
  }

  @Test
  void entryWithoutAWordOfTheQuery_isFoundByItsMeaning_andReportsIt() {
    SearchResponse results = near.search(SearchRequest.of(OFFERS, QUERY, 10), cohort.snapshot);
    assertTrue(ids(results).contains("firm:hellobike"), ids(results)::toString);
    assertEquals(List.of(QUERY), results.understanding().unmatched());
    assertFalse(
        results.message().best(Language.EN).contains("vectors.bin"), results.message()::toString);
    Hit hit = results.hits().getFirst();
    assertEquals("Similar in meaning.", hit.why().best(Language.EN));
    assertEquals("含义相近。", hit.why().best(Language.ZH));
    assertEquals(hit.score(), hit.explanation().value(), 1e-6);
    Explanation.Part only =
        hit.explanation().parts().stream()
            .filter(part -> part.contribution() > 0)
            .findFirst()
            .orElseThrow();
    assertEquals("similar", only.signal());
    assertEquals(hit.score(), only.contribution(), 1e-6);
  }

  @Test
  void facetsNarrowIt_toAsManyAsTheyCount() {
    SearchResponse all = near.search(narrowed(OFFERS, Map.of()), cohort.snapshot);
    for (SearchResponse.FacetCounts facet : all.facets()) {
      if (facet.facet().equals(Facet.COUNTRY.word())) {
        for (SearchResponse.Value value : facet.values()) {
          Map<Facet, Set<String>> narrowed = Map.of(Facet.COUNTRY, Set.of(value.value()));
          assertEquals(
              value.count(), near.search(narrowed(OFFERS, narrowed), cohort.snapshot).total());
        }
      }
    }
    assertTrue(all.total() > 0);
  }

  /// More entries are near enough than are taken: which of them are does not depend on the facets.
  @Test
  void ofMoreThanAreTaken_facetsCountWhatAClickGives(@TempDir Path folder) throws IOException {
    Search few =
        with(
            folder,
            "(meaning:\n +most: )\\d+",
            "$14",
            "alone: 0.50",
            "alone: 0.10",
            "least: 0.4 ",
            "least: 0");
    SearchResponse all = few.search(narrowed(List.of(Kind.FIRM), Map.of()), cohort.snapshot);
    assertEquals(4, all.total());
    int clicks = 0;
    for (SearchResponse.FacetCounts facet : all.facets()) {
      for (Facet each : Facet.values()) {
        for (SearchResponse.Value value :
            facet.facet().equals(each.word()) ? facet.values() : NONE) {
          SearchRequest click = narrowed(List.of(Kind.FIRM), Map.of(each, Set.of(value.value())));
          assertEquals(value.count(), few.search(click, cohort.snapshot).total(), value::value);
          clicks++;
        }
      }
    }
    assertTrue(clicks > 1, all.facets() + " " + clicks);
  }

  private static final List<SearchResponse.Value> NONE = List.of();

  private static SearchRequest narrowed(List<Kind> kinds, Map<Facet, Set<String>> facets) {
    return new SearchRequest(
        kinds,
        Set.of(),
        QUERY,
        SearchRequest.Narrowing.of(facets),
        SearchedCohort.RELEVANCE,
        Language.EN,
        50,
        null);
  }

  @Test
  void someEntriesAmongThemselves_rankAsInTheWholeList() {
    SearchRequest request = SearchRequest.of(List.of(Kind.FIRM), QUERY, 10);
    SearchResponse all = near.search(request, cohort.snapshot);
    List<EntryId> found = all.hits().stream().map(Hit::id).toList();
    assertTrue(found.size() > 2, found::toString);
    Set<EntryId> some =
        Set.of(found.getFirst(), found.getLast(), new EntryId("xylem"), found.get(1));
    assertEquals(
        found.stream().filter(some::contains).toList(),
        near.rankingAmong(request, Map.of(Kind.FIRM, some), cohort.snapshot).stream()
            .map(Entry.Key::id)
            .toList());
  }

  @Test
  void withoutTheFile_searchGoesOn_andSaysIt_andSwitchedOffItIsSilent(@TempDir Path folder)
      throws IOException {
    Path config = folder.resolve("config");
    new ConfigFolder(Path.of("index-config")).copyTo(config);
    Path vectors = config.resolve(WordVectors.FILE);
    byte[] whole = Files.readAllBytes(vectors);
    Files.delete(vectors);
    SearchRequest request = SearchRequest.of(OFFERS, "heat pump", 10);
    SearchResponse without = new Workbench(config).search().search(request, cohort.snapshot);
    assertEquals("solution:sol-bld-hvc-ash", ids(without).getFirst());
    assertTrue(without.message().best(Language.EN).contains("vectors.bin is missing"));
    assertTrue(without.message().best(Language.ZH).contains("缺少vectors.bin"));

    Path settings = config.resolve("search.yaml");
    Files.writeString(
        settings, Files.readString(settings).replaceFirst("(meaning:\n +most: )\\d+", "$10"));
    SearchResponse off = new Workbench(config).search().search(request, cohort.snapshot);
    assertFalse(off.message().best(Language.EN).contains("vectors.bin"), off.message()::toString);
    assertEquals(ids(without), ids(off));

    Files.write(vectors, java.util.Arrays.copyOf(whole, whole.length / 2));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Workbench(config));
    assertTrue(String.valueOf(refusal.getMessage()).contains("vectors.bin is cut off, damaged"));
  }
}
