package greenpair.bench;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.search.Search;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// `engines N [QUERIES]`: searches of N firms by Greenpair and plain Lucene in process and by
/// OpenSearch over HTTP in the same JVM, by one client and by four that each send the next query as
/// soon as they have an answer.
///
/// Processor time is that of the whole process, garbage collection and clients included, so other
/// programs on the machine do not count. Elapsed times depend on them.
final class EnginesBench {
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 3;
  private static final int CLIENTS = 4;
  private static final long SEED = 4;

  private final Setup setup;
  private final CompareCorpus corpus;
  private final List<CompareCorpus.Query> queries;

  EnginesBench(int firms, int queries) {
    this.setup = Setup.of(firms);
    this.corpus = new CompareCorpus(setup, firms);
    this.queries = corpus.queries(queries);
  }

  private interface Engine {
    long answer(CompareCorpus.Query query) throws Exception;
  }

  void run() throws Exception {
    Search search = setup.workbench().search();
    try (LiveIndex live = CompareBench.open(setup, corpus);
        Snapshot snapshot = live.acquire();
        BareEngine bare = BareEngine.open(corpus);
        OpenSearchEngine server = OpenSearchEngine.start(corpus, bare)) {
      Map<String, Engine> engines = new LinkedHashMap<>();
      engines.put("plain", bare::search);
      engines.put(
          "Greenpair", query -> search.search(CompareBench.request(query), snapshot).total());
      engines.put("OpenSearch", server::search);
      for (int pass = 0; pass < WARM_UP / queries.size(); pass++) {
        for (Engine each : engines.values()) {
          times(queries, each);
        }
      }
      System.out.printf("%,d firms, %,d queries%n", corpus.firms(), queries.size());
      Predicate<CompareCorpus.Query> isFiltered = CompareCorpus.Query::isFiltered;
      Predicate<CompareCorpus.Query> isChinese = CompareCorpus.Query::isChinese;
      compare("all", queries, engines);
      compare("English", chosen(isChinese.or(isFiltered).negate()), engines);
      compare("English, filtered", chosen(isFiltered.and(isChinese.negate())), engines);
      compare("Chinese", chosen(isChinese.and(isFiltered.negate())), engines);
    }
  }

  private List<CompareCorpus.Query> chosen(Predicate<CompareCorpus.Query> which) {
    return queries.stream().filter(which).toList();
  }

  /// The engines alternate; the round with the least processor time counts.
  private static void compare(
      String name, List<CompareCorpus.Query> queries, Map<String, Engine> engines)
      throws Exception {
    for (int clients : new int[] {1, CLIENTS}) {
      Map<String, Rate> best = new LinkedHashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<String, Engine> each : engines.entrySet()) {
          Rate rate = rate(clients, queries, each.getValue());
          best.merge(each.getKey(), rate, (a, b) -> a.processor <= b.processor ? a : b);
        }
      }
      best.forEach((engine, rate) -> rate.print(name, engine, clients));
    }
  }

  /// @param processor milliseconds of a query
  private record Rate(double processor, double perSecond, Figures figures) {
    void print(String name, String engine, int clients) {
      System.out.printf(
          Locale.ROOT,
          "%-18s %-10s %d clients: processor %6.2f ms, %7.1f queries/s, elapsed %s%n",
          name,
          engine,
          clients,
          processor,
          perSecond,
          figures);
    }
  }

  private static Rate rate(int clients, List<CompareCorpus.Query> queries, Engine engine)
      throws Exception {
    List<Callable<long[]>> tasks = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      List<CompareCorpus.Query> own = new ArrayList<>(queries);
      Collections.shuffle(own, new Random(SEED + client));
      tasks.add(() -> times(own, engine));
    }
    long[] all = new long[clients * queries.size()];
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      long processor = processor();
      long start = System.nanoTime();
      int at = 0;
      for (Future<long[]> each : threads.invokeAll(tasks)) {
        for (long nanos : each.get()) {
          all[at++] = nanos;
        }
      }
      double elapsed = (System.nanoTime() - start) / 1e9;
      double used = (processor() - processor) / 1e6;
      return new Rate(used / all.length, all.length / elapsed, new Figures(all));
    }
  }

  private static long[] times(List<CompareCorpus.Query> queries, Engine engine) throws Exception {
    long[] nanos = new long[queries.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      if (engine.answer(queries.get(i)) < 0) {
        throw new IllegalStateException("no engine counts below zero");
      }
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  /// Of all threads of the process, in nanoseconds.
  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
