package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.concept.ConceptFinder;
import greenpair.index.LiveIndex;
import greenpair.index.read.BareQuery;
import greenpair.index.read.KindQuery;
import greenpair.index.read.Snapshot;
import greenpair.search.Prepared;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import greenpair.search.Suggestions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// `search N [REQUESTS]`: searches of firms with facets, marks and reasons next to the same Lucene
/// query run bare, a text of 300 words read for concepts, and suggestions; uncached, one caller.
///
/// Times are of the calling thread's processor, so that other programs on the machine do not count;
/// bare and whole take turns, query by query.
final class SearchBench {
  private static final int WORDS = 300;
  private static final int PLACES = 10;
  private static final long SEED = 7;
  private static final List<Sampling.Stage> STAGES =
      List.of(
          new Sampling.Stage("query read", "SearchPlanner.ask"),
          new Sampling.Stage("matches found", "KindQuery.matches"),
          new Sampling.Stage("facets counted", "KindFacets.narrow"),
          new Sampling.Stage("best ranked", "MergedHits.of"),
          new Sampling.Stage("facets named", "Facets.of"),
          new Sampling.Stage("parts of scores", "KindQuery.values"),
          new Sampling.Stage("records read", "Snapshot.entry"),
          new Sampling.Stage("marks", "Highlights.of"),
          new Sampling.Stage("reasons and explanations", "HitBuilder.of"));

  private final Setup setup;
  private final int requests;
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  SearchBench(Setup setup, int requests) {
    this.setup = setup;
    this.requests = requests;
  }

  private interface Work {
    void run(String text);
  }

  void run() throws IOException {
    Search search = setup.workbench().search();
    ConceptFinder finder =
        new ConceptFinder(setup.workbench().taxonomy(), setup.workbench().indexSettings().terms());
    Suggestions suggestions = new Suggestions("bench", setup.workbench().taxonomy());
    List<String> queries = queries();
    try (LiveIndex live = setup.open();
        Snapshot snapshot = live.acquire()) {
      System.out.printf("search among %,d firms, one caller%n", setup.firms());
      against(search, queries, snapshot);
      SearchRequest first = SearchRequest.of(List.of(Kind.FIRM), "", PLACES);
      Map<String, Double> shares =
          Sampling.shares(
              STAGES,
              () -> {
                for (int i = 0; i < requests; i++) {
                  String text = queries.get(i % queries.size());
                  search.search(SearchRequest.of(List.of(Kind.FIRM), text, PLACES), snapshot);
                }
              });
      shares.forEach(
          (stage, share) ->
              System.out.printf(Locale.ROOT, "  %-28s %4.1f %%%n", stage, 100 * share));
      measure("no words: everything", List.of(""), text -> search.search(first, snapshot));
      measure("300 words read for concepts", paragraphs(queries), finder::find);
      List<String> names = names(snapshot);
      measure(
          "suggestions, terms typed", typed(queries), text -> suggest(suggestions, text, snapshot));
      measure(
          "suggestions, names typed", typed(names), text -> suggest(suggestions, text, snapshot));
    }
  }

  private static void suggest(Suggestions suggestions, String text, Snapshot snapshot) {
    suggestions.of(text, PLACES, snapshot);
  }

  private void against(Search search, List<String> queries, Snapshot snapshot) {
    List<KindQuery> prepared = new ArrayList<>();
    queries.forEach(text -> prepared.add(Prepared.query(search, Kind.FIRM, text, snapshot)));
    long[] bare = new long[requests];
    long[] whole = new long[requests];
    long matches = 0;
    for (int i = -requests / 2; i < requests; i++) {
      int at = Math.floorMod(i, queries.size());
      SearchRequest request = SearchRequest.of(List.of(Kind.FIRM), queries.get(at), PLACES);
      long start = clock.getCurrentThreadCpuTime();
      matches += BareQuery.run(prepared.get(at), PLACES);
      long middle = clock.getCurrentThreadCpuTime();
      search.search(request, snapshot);
      long end = clock.getCurrentThreadCpuTime();
      if (i >= 0) {
        bare[i] = middle - start;
        whole[i] = end - middle;
      }
    }
    System.out.printf("a query matches %,d firms on average%n", matches / (requests * 3L / 2));
    print("the Lucene query bare", bare);
    print("the whole answer", whole);
    System.out.printf(
        Locale.ROOT,
        "ratio: p50 %.2f, p99 %.2f%n",
        (double) percentile(whole, 50) / percentile(bare, 50),
        (double) percentile(whole, 99) / percentile(bare, 99));
  }

  private void measure(String name, List<String> texts, Work work) {
    long[] nanos = new long[requests];
    for (int i = -requests / 2; i < requests; i++) {
      String text = texts.get(Math.floorMod(i, texts.size()));
      long start = clock.getCurrentThreadCpuTime();
      work.run(text);
      if (i >= 0) {
        nanos[i] = clock.getCurrentThreadCpuTime() - start;
      }
    }
    print(name, nanos);
  }

  private static void print(String name, long[] nanos) {
    System.out.printf(
        Locale.ROOT,
        "%-30s p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
        name,
        percentile(nanos, 50) / 1e6,
        percentile(nanos, 95) / 1e6,
        percentile(nanos, 99) / 1e6);
  }

  private static long percentile(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * percent / 100];
  }

  /// Names of firms all over the catalog.
  private List<String> names(Snapshot snapshot) {
    Random random = new Random(SEED);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Text name = snapshot.named(Kind.FIRM, random.nextInt(setup.firms())).name();
      names.add(name.best(random.nextBoolean() ? Language.EN : Language.ZH));
    }
    return names;
  }

  /// Terms of the taxonomy alone, two together, and with words around them, in both languages.
  private List<String> queries() {
    List<Concept> concepts = List.copyOf(setup.workbench().taxonomy().concepts());
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Language language = random.nextBoolean() ? Language.EN : Language.ZH;
      String one = concepts.get(random.nextInt(concepts.size())).label().best(language);
      String other = concepts.get(random.nextInt(concepts.size())).label().best(language);
      queries.add(
          switch (random.nextInt(4)) {
            case 0 -> one + " " + other;
            case 1 -> language == Language.EN ? one + " for cold winters" : "寒冷地区" + one;
            default -> one;
          });
    }
    return queries;
  }

  private static List<String> paragraphs(List<String> queries) {
    List<String> paragraphs = new ArrayList<>();
    for (int from = 0; from < 50; from++) {
      StringBuilder text = new StringBuilder();
      int words = 0;
      for (int i = from; words < WORDS; i++) {
        String query = queries.get(i % queries.size());
        text.append("The city plans to build ").append(query).append(" by the end of the year. ");
        words += 11 + query.split(" ", -1).length;
      }
      paragraphs.add(text.toString());
    }
    return paragraphs;
  }

  private static List<String> typed(List<String> queries) {
    Random random = new Random(SEED);
    List<String> typed = new ArrayList<>();
    for (String query : queries) {
      typed.add(query.substring(0, 1 + random.nextInt(Math.min(8, query.length()))));
    }
    return typed;
  }
}
