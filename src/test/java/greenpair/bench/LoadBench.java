package greenpair.bench;

import module java.base;

import greenpair.background.ThreadPriority;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Concept;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.web.Server;
import greenpair.web.SettingsMaker;
import java.lang.management.ManagementFactory;

/// `load N [SECONDS [PUBLICATIONS]]`: 200 clients that keep their connections and ask what users
/// ask, each as soon as it was answered, on N firms, or on the fixtures where N is 0. It reports
/// errors, latency and retained heap for each minute. The first minute, in which the compiler and
/// the caches warm up, is reported separately. With publications (on the fixtures only), so many
/// generations of them are built and published one after the other from the half of the rest on, no
/// closer than an even share of that half; the run lasts until all of them are served, and that
/// part is reported separately too.
final class LoadBench {
  private static final int CLIENTS = 200;
  private static final int ENTRIES = 500;
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000;
  private static final int MINUTE = 60;

  private final Setup setup;
  private final int seconds;
  private final int publications;
  private final AtomicLong errors = new AtomicLong();
  private volatile boolean done;

  LoadBench(Setup setup, int seconds, int publications) {
    this.setup = setup;
    this.seconds = seconds;
    this.publications = publications;
  }

  /// One sort of question.
  ///
  /// @param share of all questions, in percent
  /// @param paths that are asked, the frequent ones first
  /// @param first latencies of the first minute
  /// @param later those after it
  /// @param busy those while generations are published
  private record Sort(
      String name,
      int share,
      Zipf<String> paths,
      Latencies first,
      Latencies later,
      Latencies busy) {
    static Sort of(String name, int share, List<String> paths) {
      return new Sort(
          name, share, new Zipf<>(paths), new Latencies(), new Latencies(), new Latencies());
    }
  }

  /// When the first two parts of a run end, by the clock of this process.
  private record Parts(long warm, long quiet) {
    Latencies of(Sort sort, long at) {
      return at < warm ? sort.first() : at < quiet ? sort.later() : sort.busy();
    }
  }

  void run() throws IOException, InterruptedException {
    try (LiveIndex live = open()) {
      Server server = setup.workbench().server(data(), live, SettingsMaker.DEFAULT);
      server.start("127.0.0.1", 0);
      try (Snapshot snapshot = live.acquire()) {
        List<Sort> sorts = sorts(snapshot);
        System.out.printf(
            "%d clients for %d s, %s%n",
            CLIENTS,
            seconds,
            setup.firms() == 0 ? "the fixtures" : String.format("%,d firms", setup.firms()));
        load(server.port(), sorts, live);
      } finally {
        server.stop();
      }
    }
  }

  private Path data() {
    return setup.firms() == 0 ? Catalogs.ROOT.resolve("data-fixtures") : setup.data();
  }

  private LiveIndex open() throws IOException {
    if (setup.firms() > 0) {
      return setup.open();
    }
    setup.workbench().reindex(List.of(Path.of("fixtures")), data());
    return setup.workbench().open(data());
  }

  private List<Sort> sorts(Snapshot snapshot) {
    List<String> needs = ids(snapshot, Kind.NEED);
    List<String> cities = ids(snapshot, Kind.CITY);
    List<String> words = words();
    return List.of(
        Sort.of(
            "recommendations for a need",
            35,
            paths("/api/v1/needs/%s/recommendations?lang=en", needs)),
        Sort.of(
            "recommendations for a city",
            10,
            paths("/api/v1/cities/%s/recommendations?lang=zh", cities)),
        Sort.of("search", 20, paths("/api/v1/search?lang=en&q=%s", words)),
        Sort.of("suggestions", 15, paths("/api/v1/suggestions?q=%s", starts(words))),
        Sort.of(
            "an entry",
            10,
            paths("/api/v1/entries/solution/%s?lang=en", ids(snapshot, Kind.SOLUTION))),
        Sort.of("page of a city", 5, paths("/cities/%s?lang=zh", cities)),
        Sort.of("page of a search", 5, paths("/?lang=en&q=%s", words)));
  }

  private static List<String> ids(Snapshot snapshot, Kind kind) {
    return snapshot.entries(kind, 0, ENTRIES).stream().map(Entry::id).map(String::valueOf).toList();
  }

  private static List<String> paths(String form, List<String> values) {
    return values.stream()
        .map(each -> String.format(form, URLEncoder.encode(each, StandardCharsets.UTF_8)))
        .toList();
  }

  /// Terms of the taxonomy in both languages.
  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (Concept concept : setup.workbench().taxonomy().concepts()) {
      words.add(concept.label().best(Language.EN));
      words.add(concept.label().best(Language.ZH));
    }
    return words;
  }

  private static List<String> starts(List<String> words) {
    return words.stream().map(each -> each.substring(0, Math.min(3, each.length()))).toList();
  }

  private void load(int port, List<Sort> sorts, LiveIndex live)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long warm = begin + MINUTE * SECOND;
    long end = begin + seconds * SECOND;
    Parts parts = new Parts(warm, publications == 0 ? end : warm + (end - warm) / 2);
    CountDownLatch running = new CountDownLatch(CLIENTS);
    for (int client = 0; client < CLIENTS; client++) {
      Random random = new Random(client);
      var _ =
          Thread.ofPlatform()
              .start(
                  () -> {
                    ask(port, sorts, random, parts);
                    running.countDown();
                  });
    }
    if (publications == 0) {
      tellHeap();
      Thread.sleep(Math.max(0, end - System.nanoTime()) / MILLI);
    } else {
      publish(parts, end, live);
    }
    long stopped = System.nanoTime();
    done = true;
    running.await();
    tell("the first minute", sorts, Sort::first, Math.min(MINUTE, seconds));
    if (seconds > MINUTE) {
      tell("after it", sorts, Sort::later, (int) ((parts.quiet() - warm) / SECOND));
    }
    if (publications > 0) {
      tell("while publishing", sorts, Sort::busy, (int) ((stopped - parts.quiet()) / SECOND));
    }
    System.out.printf("  %d errors%n", errors.get());
  }

  private void tellHeap() throws InterruptedException {
    System.out.println("  heap held, MB, at the end of each minute:");
    for (int minute = 1; minute <= Math.max(1, seconds / MINUTE); minute++) {
      Thread.sleep(Math.min(MINUTE, seconds) * 1000L - (minute == 1 ? 500 : 0));
      System.out.printf("    %2d  %,d%n", minute, held());
    }
  }

  /// Publishes the fixtures with one firm more and without it in turn, evenly over the last part.
  private void publish(Parts parts, long end, LiveIndex live)
      throws IOException, InterruptedException {
    Path more = Catalogs.ROOT.resolve("one-more.jsonl");
    Files.writeString(
        more,
        """
        {"kind":"firm","id":"one-more","name":{"en":"One More"},\
        "provenance":[{"source":"drawn","verified":true}]}
        """);
    Path fixtures = Path.of("fixtures");
    ThreadPriority.giveWay(); // As a job does.
    for (int i = 0; i < publications; i++) {
      long at = parts.quiet() + (end - parts.quiet()) * i / publications;
      Thread.sleep(Math.max(0, at - System.nanoTime()) / MILLI);
      setup.workbench().reindex(i % 2 == 0 ? List.of(fixtures, more) : List.of(fixtures), data());
      if (!live.refresh()) {
        throw new IOException(
            "nothing was published: publications are of the fixtures, so give 0 firms");
      }
    }
    System.out.printf(
        "  %d generations were published in %d s%n",
        publications, (System.nanoTime() - parts.quiet()) / SECOND);
  }

  private static void tell(
      String when, List<Sort> sorts, Function<Sort, Latencies> latencies, int seconds) {
    System.out.printf("  %s:%n", when);
    Latencies all = new Latencies();
    for (Sort sort : sorts) {
      all.add(latencies.apply(sort));
      System.out.printf("    %-28s %s%n", sort.name(), latencies.apply(sort));
    }
    System.out.printf("    %-28s %s%n", "all", all);
    System.out.printf(
        "    %,.0f/s, p99 is %.1f times p50%n",
        all.count() / (double) seconds, all.at(0.99) / all.at(0.5));
  }

  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private void ask(int port, List<Sort> sorts, Random random, Parts parts) {
    while (!done) {
      try (KeepAliveClient client = new KeepAliveClient(port)) {
        while (!done) {
          Sort sort = draw(sorts, random.nextInt(100));
          String path = sort.paths().draw(random);
          long start = System.nanoTime();
          client.getCompressed(path);
          parts.of(sort, start).add(System.nanoTime() - start);
        }
      } catch (IOException e) {
        errors.incrementAndGet();
        System.out.println("  " + e.getMessage());
      }
    }
  }

  private static Sort draw(List<Sort> sorts, int percent) {
    int upTo = 0;
    for (Sort sort : sorts) {
      upTo += sort.share();
      if (percent < upTo) {
        return sort;
      }
    }
    return sorts.getLast();
  }
}
