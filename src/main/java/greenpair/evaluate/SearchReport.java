package greenpair.evaluate;

import module java.base;

import greenpair.catalog.Language;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;

/// The results of a run of queries, by type and language, and the agreement between the languages.
///
/// @param groups `all`, each language, each sort, each sort and language
/// @param pairs agreement of queries with the same meaning in two languages
public record SearchReport(String name, List<Group> groups, Pairs pairs) {
  private static final int TOP = 10;

  /// Means over the queries of a group, in [0, 1].
  ///
  /// @param hit3 share of queries with a relevant entry among the first three
  /// @param hit10 the same among the first ten
  /// @param recall at 100, of entries with grade 2 or 3; 0 if no query has one
  /// @param empty queries without any answer
  public record Group(
      String name, int queries, double ndcg, double hit3, double hit10, double recall, int empty) {}

  /// Means over pairs.
  ///
  /// @param overlap entries common to the two first tens, as a share of the longer one
  /// @param english nDCG@10 of the English queries of the pairs
  /// @param chinese the same of the Chinese queries
  public record Pairs(int pairs, double overlap, double english, double chinese) {}

  public SearchReport {
    groups = List.copyOf(groups);
  }

  public static SearchReport of(List<SearchTopic> topics, Qrels qrels, Rankings run) {
    Map<String, List<SearchTopic>> groups = new TreeMap<>();
    for (SearchTopic topic : topics) {
      for (String name :
          List.of(
              "all",
              "language " + topic.language().word(),
              "sort " + topic.sort(),
              "sort " + topic.sort() + " " + topic.language().word())) {
        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(topic);
      }
    }
    List<Group> measured = new ArrayList<>();
    groups.forEach((name, of) -> measured.add(group(name, of, qrels, run)));
    return new SearchReport(run.name(), measured, pairs(topics, qrels, run));
  }

  private static Group group(String name, List<SearchTopic> topics, Qrels qrels, Rankings run) {
    double ndcg = mean(Metric.NDCG, topics, qrels, run);
    double recall = mean(Metric.RECALL_OF_2, topics, qrels, run);
    double hit3 = mean(Metric.HIT_3, topics, qrels, run);
    double hit10 = mean(Metric.HIT_10, topics, qrels, run);
    int empty = (int) topics.stream().filter(each -> run.of(each.id()).isEmpty()).count();
    return new Group(name, topics.size(), ndcg, hit3, hit10, recall, empty);
  }

  private static double mean(Metric metric, List<SearchTopic> topics, Qrels qrels, Rankings run) {
    return topics.stream()
        .map(each -> metric.of(run.of(each.id()), qrels.of(each.id())))
        .filter(java.util.OptionalDouble::isPresent)
        .mapToDouble(java.util.OptionalDouble::getAsDouble)
        .average()
        .orElse(0);
  }

  private static Pairs pairs(List<SearchTopic> topics, Qrels qrels, Rankings run) {
    Map<String, List<SearchTopic>> pairs = new TreeMap<>();
    for (SearchTopic topic : topics) {
      if (topic.pair() != null) {
        pairs.computeIfAbsent(topic.pair(), key -> new ArrayList<>()).add(topic);
      }
    }
    pairs.values().removeIf(pair -> pair.size() != 2);
    double overlap = pairs.values().stream().mapToDouble(p -> overlap(p, run)).average().orElse(0);
    return new Pairs(
        pairs.size(),
        overlap,
        mean(Metric.NDCG, of(pairs, Language.EN), qrels, run),
        mean(Metric.NDCG, of(pairs, Language.ZH), qrels, run));
  }

  private static List<SearchTopic> of(Map<String, List<SearchTopic>> pairs, Language language) {
    return pairs.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.language() == language)
        .toList();
  }

  /// Two that both find nothing agree.
  private static double overlap(List<SearchTopic> pair, Rankings run) {
    Set<String> one = top(run, pair.getFirst());
    Set<String> other = top(run, pair.getLast());
    int most = Math.max(one.size(), other.size());
    one.retainAll(other);
    return most == 0 ? 1 : (double) one.size() / most;
  }

  private static Set<String> top(Rankings run, SearchTopic topic) {
    return new HashSet<>(run.of(topic.id()).subList(0, Math.min(TOP, run.of(topic.id()).size())));
  }
}
