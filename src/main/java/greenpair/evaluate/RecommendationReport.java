package greenpair.evaluate;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.evaluate.metric.Exposure;
import greenpair.evaluate.metric.Formula;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.search.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Measures recommendations for judged needs: the quality of the rankings, the contents of the
/// served lists, and the effect of each signal. A city's own deployments are hidden when rankings
/// are judged.
public record RecommendationReport(
    Recommender recommender, Search search, Snapshot snapshot, FactCheck facts, long seed) {
  static final int TOP = 10;

  private static final int DEPTH = 100;
  private static final int USEFUL = 2;
  private static final Metric NDCG = new Metric(Formula.NDCG, TOP);

  /// Quality of rankings, with bootstrap intervals over cities.
  ///
  /// @param needs how the needs were expressed, such as `in Chinese`
  public record Quality(Kind kind, String needs, int cities, RunScores report) {}

  /// Contents of served lists: entries above the thresholds, ten entries at most.
  ///
  /// @param hidesOwn whether a city's own deployments were hidden, as for the judgements; else the
  ///     lists are those that a user gets
  /// @param lists needs that were asked for
  /// @param entries all places filled
  /// @param proven share of the places whose evidence has a case of grade A or B, in [0, 1]
  /// @param exposure over the catalog of the kind
  public record Serving(
      Kind kind,
      boolean hidesOwn,
      int lists,
      int empty,
      int entries,
      List<String> violations,
      double proven,
      Exposure exposure) {
    public Serving {
      violations = List.copyOf(violations);
    }
  }

  public record Ablation(Kind kind, String signal, RunComparison comparison) {}

  /// Measures rankings, of topics that all have a city.
  public Quality quality(Kind kind, String needs, List<Topic> topics, Qrels qrels) {
    List<Metric> metrics = List.of(NDCG, new Metric(Formula.P, 5, USEFUL));
    List<Topic> judged = judged(topics, qrels);
    RunScores report =
        RunScores.of(qrels, run(recommender, judged), metrics, Bootstrap.of(seed), city(judged));
    long cities = judged.stream().map(Topic::city).distinct().count();
    return new Quality(kind, needs, (int) cities, report);
  }

  private static List<Topic> judged(List<Topic> topics, Qrels qrels) {
    return topics.stream().filter(each -> qrels.topics().containsKey(each.id())).toList();
  }

  private static UnaryOperator<String> city(List<Topic> topics) {
    Map<String, String> cities = new HashMap<>();
    topics.forEach(each -> cities.put(each.id(), String.valueOf(each.city())));
    return topic -> cities.getOrDefault(topic, topic);
  }

  private TrecRun run(Recommender by, List<Topic> topics) {
    return new TopicRunner(by, search, DEPTH, true).run("greenpair", topics, snapshot);
  }

  /// Evaluates the lists that are served for needs of the catalog.
  public Serving serving(Kind kind, boolean hideOwn, List<Topic> topics) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    List<String> violations = new ArrayList<>();
    int empty = 0;
    int entries = 0;
    int proven = 0;
    for (Topic topic : topics) {
      EntryId city = Objects.requireNonNull(topic.city());
      Answer answer =
          recommender.recommend(
              new RecommendationRequest(kind, city, null, topic.need(), null, TOP, false, hideOwn),
              snapshot);
      empty += answer.recommendations().isEmpty() ? 1 : 0;
      for (Answer.Recommendation each : answer.recommendations()) {
        entries++;
        proven += each.evidence().stream().anyMatch(RecommendationReport::isStrong) ? 1 : 0;
        violations.addAll(facts.violations(kind, each.id(), topic, snapshot));
      }
      lists.put(
          topic.id(), answer.recommendations().stream().map(each -> each.id().value()).toList());
    }
    Set<String> catalog =
        snapshot.entries(kind, 0, Math.toIntExact(snapshot.manifest().count(kind))).stream()
            .map(Entry::id)
            .map(EntryId::value)
            .collect(Collectors.toSet());
    return new Serving(
        kind,
        hideOwn,
        topics.size(),
        empty,
        entries,
        violations,
        entries == 0 ? 0 : (double) proven / entries,
        Exposure.of(TrecRun.ranked("served", lists), TOP, catalog));
  }

  private static boolean isStrong(Answer.Case one) {
    return one.grade().equals("A") || one.grade().equals("B");
  }

  /// Measures rankings without each signal of the kind in turn.
  public List<Ablation> ablations(Kind kind, List<Topic> topics, Qrels qrels) {
    List<Topic> judged = judged(topics, qrels);
    TrecRun whole = run(recommender, judged);
    List<Ablation> ablations = new ArrayList<>();
    for (String signal : Recommender.signals(kind)) {
      TrecRun without = run(recommender.without(kind, signal), judged);
      ablations.add(
          new Ablation(
              kind, signal, RunComparison.of(NDCG, qrels, whole, without, Randomisation.of(seed))));
    }
    return ablations;
  }
}
