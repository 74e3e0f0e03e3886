package greenpair.reindex.gate;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.config.Problems;
import greenpair.evaluate.Metric;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.Topic;
import greenpair.index.read.Snapshot;
import greenpair.reindex.run.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Judged queries in both languages, run on two generations: the queries of `search/` and the needs
/// in words of `parity/`, judged in `held/` and `tune/`. A query counts if the last generation has
/// its city and an entry that was judged relevant.
///
/// Unjudged entries are skipped before places are counted, as in the condensed lists of Sakai
/// (Alternatives to bpref, SIGIR 2007): entries of a new registry are not penalised for being
/// unknown, but their effect on judged entries is visible.
record JudgedSets(Configuration configuration, Path folder, int most) {
  private static final List<String> HALVES = List.of("held", "tune");

  /// Number of requested places, so that ten judged entries remain among many unjudged ones.
  private static final int DEPTH = 100;

  /// Runs all queries that can be run; none if there are no judgements.
  List<GenerationComparison.Judged> ask(Snapshot before, Snapshot after) throws IOException {
    List<GenerationComparison.Judged> judged = new ArrayList<>();
    Problems problems = new Problems();
    Map<String, Map<String, Integer>> queries = grades(List.of("search"), problems);
    Map<String, Map<String, Integer>> needs = grades(HALVES, problems);
    for (Language language : Language.values()) {
      List<SearchTopic> topics = new ArrayList<>();
      for (String half : HALVES) {
        Path file = folder.resolve("search").resolve(half + ".jsonl");
        if (Files.exists(file)) {
          topics.addAll(SearchTopic.read(file, problems));
        }
      }
      topics.removeIf(each -> each.language() != language);
      topics.removeIf(each -> !isKnown(queries.get(each.id()), before));
      List<SearchTopic> asked = thinned(topics);
      SearchRunner search = new SearchRunner(configuration.search(), DEPTH);
      add(
          judged,
          "search",
          language.word(),
          asked.stream().map(SearchTopic::id).toList(),
          queries,
          search.run("before", asked, before, among(queries)),
          search.run("after", asked, after, among(queries)));
      Path file = folder.resolve("parity").resolve(language.word() + ".jsonl");
      if (Files.exists(file)) {
        List<Topic> described =
            new ArrayList<>(Topic.read(file, configuration.taxonomy(), problems));
        described.removeIf(each -> !isCity(each, before) || !isCity(each, after));
        described.removeIf(each -> !isKnown(needs.get(each.id()), each.kind(), before));
        List<Topic> some = thinned(described);
        TopicRunner runner = new TopicRunner(configuration.recommender(), DEPTH, false);
        add(
            judged,
            "recommendations",
            language.word(),
            some.stream().map(Topic::id).toList(),
            needs,
            runner.run("before", some, before),
            runner.run("after", some, after));
      }
    }
    problems.throwIfAny(folder);
    return judged;
  }

  /// The metric depends only on judged documents, so only these are ranked.
  private static Map<String, Set<String>> among(Map<String, Map<String, Integer>> grades) {
    Map<String, Set<String>> among = new TreeMap<>();
    grades.forEach((topic, judged) -> among.put(topic, judged.keySet()));
    return among;
  }

  private Map<String, Map<String, Integer>> grades(List<String> folders, Problems problems)
      throws IOException {
    Map<String, Map<String, Integer>> grades = new TreeMap<>();
    for (String each : folders) {
      Path within = folder.resolve(each);
      if (Files.isDirectory(within)) {
        try (var files = Files.newDirectoryStream(within, "*.qrels")) {
          for (Path file : files) {
            grades.putAll(Qrels.read(file, problems).topics());
          }
        }
      }
    }
    return grades;
  }

  /// Takes queries at regular intervals, so that all sorts of queries remain.
  private <T> List<T> thinned(List<T> topics) {
    List<T> some = new ArrayList<>();
    for (int at = 0; at < Math.min(most, topics.size()); at++) {
      some.add(topics.get((int) ((long) at * topics.size() / Math.min(most, topics.size()))));
    }
    return some;
  }

  private static boolean isCity(Topic topic, Snapshot snapshot) {
    return snapshot.city(topic.city()).isPresent();
  }

  private static boolean isKnown(@Nullable Map<String, Integer> grades, Snapshot snapshot) {
    return isAny(
        grades,
        document -> {
          String[] parts = document.split(":", 2);
          return Kind.of(parts[0])
              .map(kind -> snapshot.name(kind, new EntryId(parts[1])).isPresent())
              .orElse(false);
        });
  }

  private static boolean isKnown(
      @Nullable Map<String, Integer> grades, Kind kind, Snapshot snapshot) {
    return isAny(grades, document -> snapshot.name(kind, new EntryId(document)).isPresent());
  }

  private static boolean isAny(@Nullable Map<String, Integer> grades, Predicate<String> known) {
    return grades != null
        && grades.entrySet().stream()
            .anyMatch(each -> each.getValue() > 0 && known.test(each.getKey()));
  }

  private static void add(
      List<GenerationComparison.Judged> judged,
      String set,
      String language,
      List<String> topics,
      Map<String, Map<String, Integer>> grades,
      Rankings before,
      Rankings after) {
    if (!topics.isEmpty()) {
      judged.add(
          new GenerationComparison.Judged(
              set,
              language,
              topics.size(),
              mean(topics, before, grades),
              mean(topics, after, grades)));
    }
  }

  /// Of all topics that were asked: one that finds nothing counts as nothing.
  private static double mean(
      List<String> topics, Rankings run, Map<String, Map<String, Integer>> grades) {
    double sum = 0;
    for (String topic : topics) {
      sum +=
          Metric.NDCG
              .of(judged(run, topic, grades), grades.getOrDefault(topic, Map.of()))
              .orElse(0);
    }
    return sum / topics.size();
  }

  private static List<String> judged(
      Rankings run, String topic, Map<String, Map<String, Integer>> grades) {
    Map<String, Integer> judged = grades.getOrDefault(topic, Map.of());
    return run.of(topic).stream().filter(judged::containsKey).toList();
  }
}
