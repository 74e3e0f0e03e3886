package greenpair.bench;

import greenpair.catalog.Concept;
import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import greenpair.search.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// `search N [REQUESTS]`: searches of firms with facets, marks and reasons next to the same query
/// run bare, a text of 300 words read for concepts, and suggestions; uncached, one caller.
final class SearchBench {
  private static final int WORDS = 300;
  private static final long SEED = 7;

  private final Setup setup;
  private final int requests;

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
      List<Kind> firms = List.of(Kind.FIRM);
      System.out.printf("search among %,d firms, one caller%n", setup.firms());
      measure(
          "the query alone, ten ids",
          queries,
          text -> search.ranking(Kind.FIRM, text, 10, snapshot));
      measure(
          "with facets, marks, reasons",
          queries,
          text -> search.search(SearchRequest.of(firms, text, 10), snapshot));
      measure("300 words read for concepts", paragraphs(queries), finder::find);
      measure("suggestions", typed(queries), text -> suggestions.of(text, 10, snapshot));
    }
  }

  private void measure(String name, List<String> texts, Work work) {
    long[] nanos = new long[requests];
    for (int i = -requests / 2; i < requests; i++) {
      String text = texts.get(Math.floorMod(i, texts.size()));
      long start = System.nanoTime();
      work.run(text);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-30s p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
        name,
        nanos[requests / 2] / 1e6,
        nanos[requests * 95 / 100] / 1e6,
        nanos[requests * 99 / 100] / 1e6);
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
