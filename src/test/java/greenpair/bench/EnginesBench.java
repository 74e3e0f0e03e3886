package greenpair.bench;

import module java.base;

import greenpair.index.LiveIndex;
import greenpair.web.Server;
import greenpair.web.SettingsMaker;
import greenpair.web.settings.WebSettings;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/// `engines N [QUERIES [busy]]`: searches of N firms by Greenpair and OpenSearch, both over
/// loopback HTTP with the same client and without a cache of answers, and by plain Lucene in
/// process, see [BareEngine]; all in one JVM. By one client, then by four that each send the next
/// query as soon as they have an answer; the engines take turns, each round in another order of the
/// queries.
///
/// Processor time is that of the whole process, clients, compilers and garbage collection included,
/// so other programs on the machine do not count. Elapsed times depend on them, so a machine that
/// is not idle is refused, unless `busy` is said.
final class EnginesBench {
  /// So many queries that the compilers have little left to do.
  private static final int WARM_UP = 8_000;

  private static final int ROUNDS = 2;
  private static final int CLIENTS = 4;

  private final Setup setup;
  private final CompareCorpus corpus;
  private final List<CompareCorpus.Query> queries;

  EnginesBench(int firms, int queries) {
    this.setup = Setup.of(firms);
    this.corpus = new CompareCorpus(setup, firms);
    this.queries = corpus.queries(queries);
  }

  /// What one client holds of an engine.
  private interface Session extends AutoCloseable {
    /// @return size of the answer in bytes, or what an engine in process counts
    long answer(CompareCorpus.Query query) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  private interface Engine {
    Session open() throws IOException;
  }

  /// @param body null for a GET
  private record Http(
      KeepAliveClient client,
      Function<CompareCorpus.Query, String> path,
      @Nullable Function<CompareCorpus.Query, String> body)
      implements Session {
    @Override
    public long answer(CompareCorpus.Query query) throws IOException {
      String wanted = path.apply(query);
      return body == null ? client.get(wanted) : client.post(wanted, body.apply(query));
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  void run(boolean isBusyAllowed) throws Exception {
    if (!isBusyAllowed) {
      TableBench.awaitIdle();
    }
    try (LiveIndex live = open();
        BareEngine bare = BareEngine.open(corpus);
        OpenSearchEngine other = OpenSearchEngine.start(corpus)) {
      WebSettings settings = new SettingsMaker().answerWithin(Duration.ZERO).make();
      Server server = setup.workbench().server(setup.data(), live, settings);
      server.start("127.0.0.1", 0);
      try {
        Map<String, Engine> engines = new LinkedHashMap<>();
        engines.put("plain Lucene", () -> bare::search);
        engines.put(
            "Greenpair",
            () -> new Http(new KeepAliveClient(server.port()), EnginesBench::path, null));
        engines.put(
            "OpenSearch",
            () -> new Http(new KeepAliveClient(other.port()), query -> other.path(), other::body));
        run(engines);
      } finally {
        server.stop();
      }
    }
  }

  /// The index of the firms, built if it does not exist.
  private LiveIndex open() throws IOException {
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

  private void run(Map<String, Engine> engines) throws Exception {
    for (int pass = 0; pass < Math.max(1, WARM_UP / queries.size()); pass++) {
      for (Engine each : engines.values()) {
        rate(1, queries, each, pass);
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

  private static String path(CompareCorpus.Query query) {
    String filters =
        query.isFiltered() ? "&country=" + query.country() + "&sector=" + query.sector() : "";
    return "/api/v1/search?kind=firm&q="
        + URLEncoder.encode(query.text(), StandardCharsets.UTF_8)
        + filters;
  }

  private List<CompareCorpus.Query> chosen(Predicate<CompareCorpus.Query> which) {
    return queries.stream().filter(which).toList();
  }

  /// The round with the least processor time counts.
  private static void compare(
      String name, List<CompareCorpus.Query> queries, Map<String, Engine> engines)
      throws Exception {
    for (int clients : new int[] {1, CLIENTS}) {
      Map<String, Rate> best = new LinkedHashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<String, Engine> each : engines.entrySet()) {
          Rate rate = rate(clients, queries, each.getValue(), round);
          best.merge(each.getKey(), rate, (a, b) -> a.processor <= b.processor ? a : b);
        }
      }
      best.forEach((engine, rate) -> rate.print(name, engine, clients));
    }
  }

  /// @param processor milliseconds of a query
  /// @param bytes of an answer, on average
  private record Rate(double processor, double perSecond, long bytes, Figures figures) {
    void print(String name, String engine, int clients) {
      System.out.printf(
          Locale.ROOT,
          "%-18s %-12s %d clients: processor %6.2f ms, %7.1f queries/s, %,7d bytes, elapsed %s%n",
          name,
          engine,
          clients,
          processor,
          perSecond,
          bytes,
          figures);
    }
  }

  private static Rate rate(int clients, List<CompareCorpus.Query> queries, Engine engine, int order)
      throws Exception {
    List<Callable<long[]>> tasks = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      List<CompareCorpus.Query> own = new ArrayList<>(queries);
      Collections.shuffle(own, new Random(order * CLIENTS + client));
      tasks.add(() -> measured(own, engine));
    }
    int size = queries.size();
    long[] nanos = new long[clients * size];
    long bytes = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      long processor = processor();
      long start = System.nanoTime();
      int at = 0;
      for (Future<long[]> each : threads.invokeAll(tasks)) {
        System.arraycopy(each.get(), 0, nanos, at, size);
        bytes += each.get()[size];
        at += size;
      }
      double elapsed = (System.nanoTime() - start) / 1e9;
      double used = (processor() - processor) / 1e6;
      return new Rate(
          used / nanos.length, nanos.length / elapsed, bytes / nanos.length, new Figures(nanos));
    }
  }

  /// The time of each query, then the bytes of all answers.
  private static long[] measured(List<CompareCorpus.Query> queries, Engine engine)
      throws IOException {
    long[] measured = new long[queries.size() + 1];
    try (Session session = engine.open()) {
      for (int i = 0; i < queries.size(); i++) {
        long start = System.nanoTime();
        measured[queries.size()] += session.answer(queries.get(i));
        measured[i] = System.nanoTime() - start;
      }
    }
    return measured;
  }

  /// Of all threads of the process, in nanoseconds.
  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
