package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.concept.QueryTranslator;
import greenpair.index.LiveIndex;
import greenpair.index.contract.TooLongException;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Queries in one language over entries that are only in the other. None of the words is in the
/// taxonomy.
class RenderedSearchTest {
  @RegisterExtension
  static final Shared<Registry> REGISTRY = new Shared<>(Registry.class, Registry::new);

  private final Registry registry = REGISTRY.get();

  /// Firms described in English, in Chinese, and in both.
  static final class Registry implements Closeable {
    private final Search search;
    private final LiveIndex live;
    private final Snapshot snapshot;

    Registry(Path data) throws IOException {
      Workbench workbench = new Workbench(Path.of("index-config"));
      search = workbench.search();
      Path catalog = data.resolve("catalog.jsonl");
      Files.createDirectories(data);
      Files.write(
          catalog,
          List.of(
              firm(
                  "pianos",
                  "\"en\":\"Firm One\"",
                  "\"en\":\"Repairs pianos and violins for orchestras.\""),
              firm("books", "\"en\":\"Firm Two\"", "\"en\":\"Prints dictionaries.\""),
              firm(
                  "posters",
                  "\"en\":\"Firm Three\"",
                  "\"en\":\"Prints engine manuals and fights fire in a swimming pool.\""),
              firm("gangqin", "\"zh\":\"第三厂\"", "\"zh\":\"为音乐厅修理钢琴。\""),
              firm("youqi", "\"zh\":\"第五厂\"", "\"zh\":\"生产油漆。\""),
              firm(
                  "both",
                  "\"en\":\"Firm Four\",\"zh\":\"第四厂\"",
                  "\"en\":\"Sells umbrellas.\",\"zh\":\"销售雨伞。\"")));
      workbench.reindexQuietly(List.of(catalog), data.resolve("index"));
      live = workbench.open(data.resolve("index"));
      snapshot = live.acquire();
    }

    private static String firm(String id, String name, String description) {
      return "{\"kind\":\"firm\",\"id\":\"%s\",\"name\":{%s},\"description\":{%s},\"provenance\":[{\"source\":\"test\",\"verified\":false}]}"
          .formatted(id, name, description);
    }

    SearchResponse find(String text) {
      return search.search(SearchRequest.of(List.of(Kind.FIRM), text, 10), snapshot);
    }

    @Override
    public void close() {
      snapshot.close();
      live.close();
    }
  }

  private List<String> ids(String query) {
    return registry.find(query).hits().stream().map(hit -> hit.id().value()).toList();
  }

  @Test
  void chineseQuery_findsAnEnglishText_andSaysBy() {
    SearchResponse results = registry.find("小提琴");
    assertEquals(List.of("pianos"), ids("小提琴"));
    assertEquals(List.of(), results.understanding().unmatched());
    Hit hit = results.hits().getFirst();
    assertTrue(hit.why().best(Language.EN).contains("“violin” for “小提琴”"), hit.why().toString());
    assertTrue(hit.why().best(Language.ZH).contains("“violin”即“小提琴”"), hit.why().toString());
    Hit.Highlight mark = hit.highlights().getFirst();
    Hit.Span span = mark.spans().getFirst();
    String text = Objects.requireNonNull(hit.description()).best(Language.EN);
    assertEquals("violins", text.substring(span.start(), span.end()));
  }

  @Test
  void englishQuery_findsAChineseText_behindOnesInItsOwnLanguage() {
    assertEquals(List.of("pianos", "gangqin"), ids("piano repair"));
  }

  @Test
  void wordWrittenAgain_countsOnce_andIsExplainedOnce() {
    SearchResponse once = registry.find("小提琴 望远镜");
    SearchResponse again = registry.find("小提琴 望远镜 小提琴");
    Hit hit = once.hits().getFirst();
    Hit same = again.hits().getFirst();
    assertEquals("pianos", same.id().value());
    // Its vector differs, because repeated words count again.
    assertEquals(worth(hit, "words"), worth(same, "words"));
    assertEquals(worth(hit, "name"), worth(same, "name"));
    assertEquals(hit.why(), same.why());
    assertEquals(List.of("望远镜"), again.understanding().unmatched());
  }

  @Test
  void renderingOfSeveralWords_isQuotedOnlyWhereTheyStandTogether() {
    Hit apart = hit("消防车", "posters");
    assertFalse(apart.why().best(Language.EN).contains("fire engine"), apart.why().toString());
    Hit together = hit("游泳池", "posters");
    assertTrue(
        together.why().best(Language.EN).contains("“swimming pool” for “游泳池”"),
        together.why().toString());
  }

  private static double worth(Hit hit, String signal) {
    return hit.explanation().parts().stream()
        .filter(part -> part.signal().equals(signal))
        .mapToDouble(Explanation.Part::value)
        .sum();
  }

  private Hit hit(String query, String id) {
    return registry.find(query).hits().stream()
        .filter(each -> each.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rendering_endsWithTheTimeOfARequest() {
    List<QueryTranslator.Source> sources =
        Collections.nCopies(
            300,
            new QueryTranslator.Source(
                0, 1, List.of(new QueryTranslator.Saying("piano", 1, true))));
    AtomicLong clock = new AtomicLong();
    Deadline soon = Deadline.in(Duration.ofNanos(50), clock::incrementAndGet);
    try (Snapshot hurried = registry.live.acquire(soon)) {
      assertThrows(
          TooLongException.class, () -> hurried.texts().rendered(List.of(Kind.FIRM), "钢", sources));
    }
  }

  @Test
  void word_thatNoEntrySaysInEitherLanguage_isNamed() {
    SearchResponse results = registry.find("钢琴与望远镜");
    assertEquals(List.of("望远镜"), results.understanding().unmatched());
  }

  @Test
  void wordOfTheLexicon_isNoSlip() {
    assertEquals(List.of(), registry.find("paint").understanding().corrections());
    assertEquals(List.of("youqi"), ids("paint"));
  }

  @Test
  void entryToldInBothLanguages_isFoundByItsOwnWords_andNotSaidToBeRendered() {
    Hit hit = registry.find("umbrella").hits().getFirst();
    assertEquals("both", hit.id().value());
    assertFalse(hit.why().best(Language.EN).contains("says"), hit.why().toString());
  }
}
