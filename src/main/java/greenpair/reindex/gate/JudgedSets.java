package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.config.Problems;
import greenpair.evaluate.Metric;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.index.read.Snapshot;
import greenpair.search.Search;

/// Judged queries of those who run the catalog, run on two generations: the files `NAME.jsonl` of a
/// folder with their judgements `NAME.qrels`. A query counts if the last generation has an entry
/// that was judged relevant.
///
/// Unjudged entries are skipped before places are counted, as in the condensed lists of Sakai
/// (Alternatives to bpref, SIGIR 2007): entries of a new registry are not penalised for being
/// unknown, but their effect on judged entries is visible.
record JudgedSets(Search search, Path folder) {
  private static final String QUERIES = ".jsonl";

  /// Runs all queries that can be run; none if there is no such folder.
  List<GenerationComparison.Judged> ask(Snapshot before, Snapshot after) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<GenerationComparison.Judged> judged = new ArrayList<>();
    Problems problems = new Problems();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(QUERIES)).sorted().toList()) {
        String name = file.getFileName().toString().replace(QUERIES, "");
        Map<String, Map<String, Integer>> grades =
            Qrels.read(folder.resolve(name + ".qrels"), problems).topics();
        List<SearchTopic> topics = new ArrayList<>(SearchTopic.read(file, problems));
        topics.removeIf(each -> !isKnown(grades.getOrDefault(each.id(), Map.of()), before));
        if (!topics.isEmpty()) {
          judged.add(
              new GenerationComparison.Judged(
                  name, topics.size(), mean(topics, before, grades), mean(topics, after, grades)));
        }
      }
    }
    problems.throwIfAny(folder);
    return judged;
  }

  private static boolean isKnown(Map<String, Integer> grades, Snapshot snapshot) {
    return grades.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> each.getKey().split(":", 2))
        .anyMatch(
            each ->
                Kind.of(each[0]).isPresent()
                    && snapshot.name(Kind.of(each[0]).get(), new EntryId(each[1])).isPresent());
  }

  /// Of all queries: one that finds nothing counts as nothing. Only judged entries are ranked,
  /// since the metric depends on them alone.
  private double mean(
      List<SearchTopic> topics, Snapshot snapshot, Map<String, Map<String, Integer>> grades) {
    Map<String, Set<String>> among = new TreeMap<>();
    grades.forEach((topic, each) -> among.put(topic, each.keySet()));
    Rankings run = new SearchRunner(search, 0).run("judged", topics, snapshot, among);
    return topics.stream()
        .mapToDouble(
            each ->
                Metric.NDCG
                    .of(run.of(each.id()), grades.getOrDefault(each.id(), Map.of()))
                    .orElse(0))
        .average()
        .orElse(0);
  }
}
