package greenpair.bench;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// `recommend N [requests]`: answers for needs and cities drawn by a seed, one at a time in this
/// process, no cache.
final class RecommendBench {
  private static final int WARM_UP = 1_500;
  private static final int SAMPLED = 1_000;

  /// Whole cities are few times as much work as one need, so fewer give as firm a figure.
  private static final int CITY_SHARE = 2;

  private static final List<Sampling.Stage> STAGES =
      List.of(
          new Sampling.Stage("answer with full records", "AnswerBuilder.of"),
          new Sampling.Stage("reading the request", "Needs.read"),
          new Sampling.Stage("text scores", "Queries.shares"),
          new Sampling.Stage("traits decode", "TraitsCodec.unpack"),
          new Sampling.Stage("ranking", "Ranker.rank"),
          new Sampling.Stage("candidates query", "KindIndex.candidates"),
          new Sampling.Stage("candidates query", "CandidateFinder.candidates"));

  private final Setup setup;
  private final int requests;

  RecommendBench(Setup setup, int requests) {
    this.setup = setup;
    this.requests = requests;
  }

  /// @param only which of the lines to measure, empty for all
  void run(String only) throws IOException {
    System.out.printf("recommend among %,d firms, one caller%n", setup.firms());
    try (LiveIndex live = setup.open()) {
      for (Kind kind : Kind.RANKED) {
        if (only.isEmpty() || only.equals(kind.word())) {
          measure("need, " + kind.word(), live, needs(setup, kind, requests));
        }
      }
      if (only.isEmpty() || only.equals(Kind.CITY.word())) {
        measure("city, firm", live, cities(setup, Kind.FIRM, requests / CITY_SHARE));
      }
    }
  }

  private void measure(String what, LiveIndex live, List<RecommendationRequest> asked)
      throws IOException {
    Recommender recommender = setup.workbench().recommender();
    answer(recommender, live, asked.subList(0, Math.min(WARM_UP, asked.size())));
    System.gc();
    Times times = answer(recommender, live, asked);
    System.out.printf("  %-16s elapsed   %s%n", what, new Figures(times.elapsed));
    System.out.printf("  %-16s processor %s%n", "", new Figures(times.processor));
    List<RecommendationRequest> some = asked.subList(0, Math.min(SAMPLED, asked.size()));
    Map<String, Double> shares = Sampling.shares(STAGES, () -> answer(recommender, live, some));
    System.out.println(
        "      "
            + shares.entrySet().stream()
                .map(each -> String.format("%s %.0f %%", each.getKey(), 100 * each.getValue()))
                .collect(Collectors.joining(", ")));
  }

  /// What each request took.
  ///
  /// @param processor time of the calling thread, which other programs on the machine hardly change
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  private record Times(long[] elapsed, long[] processor) {}

  private static Times answer(
      Recommender recommender, LiveIndex live, List<RecommendationRequest> asked) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Times times = new Times(new long[asked.size()], new long[asked.size()]);
    for (int i = 0; i < asked.size(); i++) {
      long cpu = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      try (Snapshot snapshot = live.acquire()) {
        recommender.recommend(asked.get(i), snapshot);
      }
      times.elapsed[i] = System.nanoTime() - start;
      times.processor[i] = threads.getCurrentThreadCpuTime() - cpu;
    }
    return times;
  }

  /// Requests for needs drawn by the seed, each need as likely as any other.
  static List<RecommendationRequest> needs(Setup setup, Kind kind, int count) {
    Random random = new Random(Catalogs.SEED);
    List<RecommendationRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int need = random.nextInt(setup.generator().count(Kind.NEED));
      EntryId city = setup.generator().cityOfNeed(need);
      requests.add(
          RecommendationRequest.ofNeed(
              kind,
              city,
              CatalogGenerator.id(Kind.NEED, need),
              RecommendationRequest.DEFAULT_LIMIT));
    }
    return requests;
  }

  /// Requests for whole cities.
  static List<RecommendationRequest> cities(Setup setup, Kind kind, int count) {
    Random random = new Random(Catalogs.SEED);
    List<RecommendationRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int city = random.nextInt(setup.generator().count(Kind.CITY));
      requests.add(
          RecommendationRequest.ofCity(
              kind, CatalogGenerator.id(Kind.CITY, city), RecommendationRequest.DEFAULT_LIMIT));
    }
    return requests;
  }
}
