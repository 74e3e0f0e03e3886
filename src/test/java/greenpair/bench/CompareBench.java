package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import greenpair.search.SearchResponse;
import greenpair.search.Suggestions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// `compare N [QUERIES [GOLDEN]]`: searches of N firms with facets and marks next to plain Lucene
/// in process, once as simple as possible and once with the same work, see [BareEngine]. The three
/// take turns, query by query; after 3,000 queries to warm up, each query is measured five times,
/// because the ratio of a single pass differs by a third from run to run.
///
/// Times are of the calling thread's processor, so that other programs on the machine do not count.
/// With a golden file the whole answer to each query is compared with that in it, or written when
/// there is none.
final class CompareBench {
  private static final int PLACES = 10;
  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 5;

  /// Of so many queries one is compared in all orders, so many places deep.
  private static final int SAMPLE = 10;

  private static final int DEEP = 30;
  private static final long SEED = 3;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Setup setup;
  private final CompareCorpus corpus;
  private final List<CompareCorpus.Query> queries;

  CompareBench(int firms, int queries) {
    this.setup = Setup.of(firms);
    this.corpus = new CompareCorpus(setup, firms);
    this.queries = corpus.queries(queries);
  }

  void run(String golden) throws IOException {
    Search search = setup.workbench().search();
    try (LiveIndex live = open(setup, corpus);
        Snapshot snapshot = live.acquire();
        BareEngine bare = BareEngine.open(corpus)) {
      System.out.printf("%,d firms, %,d queries%n", corpus.firms(), queries.size());
      if (!golden.isEmpty()) {
        compare(search, snapshot, Path.of(golden));
      }
      long[] ours = new long[queries.size()];
      long[] theirs = new long[queries.size()];
      long[] same = new long[queries.size()];
      long sink = 0;
      int warmUp = Math.max(3, WARM_UP / queries.size());
      for (int pass = 0; pass < warmUp + MEASURED; pass++) {
        int share = pass < warmUp ? 0 : 1;
        for (int i = 0; i < queries.size(); i++) {
          long start = CLOCK.getCurrentThreadCpuTime();
          sink += bare.search(queries.get(i));
          long middle = CLOCK.getCurrentThreadCpuTime();
          sink += search.search(request(queries.get(i)), snapshot).total();
          ours[i] += share * (CLOCK.getCurrentThreadCpuTime() - middle) / MEASURED;
          theirs[i] += share * (middle - start) / MEASURED;
          long end = CLOCK.getCurrentThreadCpuTime();
          sink += bare.search(queries.get(i), true);
          same[i] += share * (CLOCK.getCurrentThreadCpuTime() - end) / MEASURED;
        }
      }
      print("all", query -> true, ours, theirs, same);
      print(
          "English, no filter",
          query -> !query.isChinese() && !query.isFiltered(),
          ours,
          theirs,
          same);
      print(
          "English, filtered",
          query -> !query.isChinese() && query.isFiltered(),
          ours,
          theirs,
          same);
      print(
          "Chinese, no filter",
          query -> query.isChinese() && !query.isFiltered(),
          ours,
          theirs,
          same);
      suggestions(snapshot);
      System.out.printf("(%d)%n", sink);
    }
  }

  /// The index of the firms, built if it does not exist.
  static LiveIndex open(Setup setup, CompareCorpus corpus) throws IOException {
    Path data = Catalogs.ROOT.resolve("data-compare-" + corpus.firms());
    LiveIndex live = setup.workbench().open(data);
    if (live.isReady()) {
      return live;
    }
    live.close();
    long start = System.nanoTime();
    setup.workbench().reindex(List.of(corpus.catalog()), data);
    System.out.printf(Locale.ROOT, "index built in %.1f s%n", (System.nanoTime() - start) / 1e9);
    return setup.workbench().open(data);
  }

  static SearchRequest request(CompareCorpus.Query query) {
    return request(query, EntryQuery.Order.RELEVANCE, PLACES);
  }

  private static SearchRequest request(
      CompareCorpus.Query query, EntryQuery.Order order, int limit) {
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    if (query.isFiltered()) {
      facets.put(Facet.COUNTRY, Set.of(query.country()));
      facets.put(Facet.SECTOR, Set.of(query.sector()));
    }
    return new SearchRequest(
        Kind.SEARCHED,
        Set.of(Kind.FIRM),
        query.text(),
        SearchRequest.Narrowing.of(facets),
        order,
        Language.EN,
        limit,
        null);
  }

  /// As many beginnings of queries and of names as there are queries, twice, the second time
  /// measured.
  private void suggestions(Snapshot snapshot) {
    Suggestions suggestions = new Suggestions("bench", setup.workbench().taxonomy());
    Random random = new Random(SEED);
    List<String> typed = new ArrayList<>();
    for (CompareCorpus.Query query : queries) {
      Text name = snapshot.named(Kind.FIRM, random.nextInt(corpus.firms())).name();
      typed.add(begin(query.text(), random));
      typed.add(begin(name.best(random.nextBoolean() ? Language.EN : Language.ZH), random));
    }
    long[] nanos = new long[typed.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < nanos.length; i++) {
        long start = CLOCK.getCurrentThreadCpuTime();
        suggestions.of(typed.get(i), PLACES, snapshot);
        nanos[i] = CLOCK.getCurrentThreadCpuTime() - start;
      }
    }
    System.out.printf("%-20s %4d  %s%n", "suggestions", nanos.length, new Figures(nanos));
  }

  private static String begin(String text, Random random) {
    return text.substring(0, 1 + random.nextInt(Math.min(8, text.length())));
  }

  private void print(
      String name, Predicate<CompareCorpus.Query> which, long[] ours, long[] theirs, long[] same) {
    long[] a = chosen(which, ours);
    System.out.printf(
        Locale.ROOT,
        "%-20s %4d  Greenpair mean %6.2f %s%n",
        name,
        a.length,
        mean(a),
        new Figures(a));
    against("plain", a, chosen(which, theirs));
    against("same work", a, chosen(which, same));
  }

  private static void against(String name, long[] ours, long[] theirs) {
    System.out.printf(
        Locale.ROOT,
        "%36s mean %6.2f %s, ratio of means %.2f%n",
        name,
        mean(theirs),
        new Figures(theirs),
        mean(ours) / mean(theirs));
  }

  private long[] chosen(Predicate<CompareCorpus.Query> which, long[] nanos) {
    List<Long> chosen = new ArrayList<>();
    for (int i = 0; i < nanos.length; i++) {
      if (which.test(queries.get(i))) {
        chosen.add(nanos[i]);
      }
    }
    return chosen.stream().mapToLong(Long::longValue).toArray();
  }

  private static double mean(long[] nanos) {
    return java.util.Arrays.stream(nanos).average().orElse(0) / 1e6;
  }

  /// Every query as it is measured, and every tenth in the other orders and thirty deep.
  private List<SearchRequest> golden() {
    List<SearchRequest> requests = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      requests.add(request(queries.get(i)));
      if (i % SAMPLE == 0) {
        for (EntryQuery.Order order : EnumSet.complementOf(EnumSet.of(EntryQuery.Order.DISTANCE))) {
          requests.add(request(queries.get(i), order, DEEP));
        }
      }
    }
    return requests;
  }

  /// Total and ids of an answer, and a digest of its contents without generation and configuration.
  private static String line(SearchResponse all) {
    List<String> words = new ArrayList<>();
    words.add(Long.toString(all.total()));
    all.hits().forEach(hit -> words.add(hit.id().value()));
    List<?> said =
        List.of(all.message(), all.understanding(), all.facets(), all.hits(), all.nearest());
    words.add("#" + Integer.toHexString(said.toString().hashCode()));
    return String.join(" ", words);
  }

  private void compare(Search search, Snapshot snapshot, Path golden) throws IOException {
    List<String> lines = new ArrayList<>();
    for (SearchRequest request : golden()) {
      lines.add(line(search.search(request, snapshot)));
    }
    if (!Files.exists(golden)) {
      Files.write(golden, lines);
      System.out.println("written: " + golden);
      return;
    }
    List<String> before = Files.readAllLines(golden);
    double overlap = 0;
    long same = 0;
    long equal = 0;
    long silent = 0;
    double totals = 0;
    for (int i = 0; i < lines.size(); i++) {
      List<String> was = List.of(before.get(i).split(" "));
      List<String> is = List.of(lines.get(i).split(" "));
      List<String> wasFirst = was.subList(1, was.size() - 1);
      List<String> isFirst = is.subList(1, is.size() - 1);
      Set<String> both = new HashSet<>(wasFirst);
      both.retainAll(isFirst);
      overlap += wasFirst.isEmpty() ? 1 : both.size() / (double) wasFirst.size();
      same += wasFirst.equals(isFirst) ? 1 : 0;
      equal += was.equals(is) ? 1 : 0;
      silent += wasFirst.isEmpty() == isFirst.isEmpty() ? 1 : 0;
      totals += Double.parseDouble(is.getFirst()) / Math.max(1, Double.parseDouble(was.getFirst()));
      if (!was.equals(is)) {
        System.out.println("another answer, line " + (i + 1) + " of " + golden);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d answers: equal in all %d, same hits in order %d, silence alike %d, overlap %.4f,"
            + " totals x %.3f%n",
        lines.size(),
        equal,
        same,
        silent,
        overlap / lines.size(),
        totals / lines.size());
  }
}
