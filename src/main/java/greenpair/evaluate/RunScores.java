package greenpair.evaluate;

import module java.base;

import greenpair.catalog.Text;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Interval;
import greenpair.evaluate.trec.Qrels;
import greenpair.message.Message;
import greenpair.message.MessageException;

/// The results of a run: every metric with its mean, its interval and its value for each topic.
///
/// @param results one for each metric that has a topic, in the requested order
/// @param warnings notes on the topics behind the numbers
public record RunScores(String name, int judgedTopics, List<Result> results, List<Text> warnings) {
  /// Topics that a warning names.
  private static final int NAMED = 10;

  /// One metric.
  ///
  /// @param mean over all counted topics, in [0,1]
  /// @param topics value in [0,1] by topic, in order of topics
  public record Result(String metric, double mean, Interval interval, Map<String, Double> topics) {
    /// The mean with its interval, such as `0.866 (0.829–0.901)`.
    public String ranged() {
      return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", mean, interval.low(), interval.high());
    }
  }

  public RunScores {
    results = List.copyOf(results);
    warnings = List.copyOf(warnings);
  }

  /// Measures a run.
  ///
  /// @param cluster what a topic belongs to, such as its city; intervals are over clusters
  /// @throws IllegalArgumentException if no metric has a topic with a relevant document
  public static RunScores of(
      Qrels qrels,
      Rankings run,
      List<Metric> metrics,
      Bootstrap bootstrap,
      UnaryOperator<String> cluster) {
    List<Result> results = new ArrayList<>();
    int fewest = Bootstrap.FEW;
    for (Metric metric : metrics) {
      Map<String, Double> topics = values(metric, qrels, run);
      Map<String, List<Double>> clusters = new TreeMap<>();
      topics.forEach(
          (topic, value) ->
              clusters.computeIfAbsent(cluster.apply(topic), key -> new ArrayList<>()).add(value));
      if (!topics.isEmpty()) {
        Interval interval = bootstrap.clustered(clusters);
        results.add(new Result(metric.word(), mean(topics.values()), interval, topics));
        fewest = Math.min(fewest, clusters.size());
      }
    }
    if (results.isEmpty()) {
      throw new MessageException(Message.of("metric.no_relevant", "topics", qrels.topics().size()));
    }
    List<Text> warnings = new ArrayList<>();
    warn("metric.missing", qrels.topics().keySet(), topic -> run.of(topic).isEmpty(), warnings);
    warn("metric.irrelevant", qrels.topics().keySet(), topic -> !qrels.isAny(topic), warnings);
    warn("metric.unjudged", run.topics().keySet(), topic -> qrels.of(topic).isEmpty(), warnings);
    if (fewest < Bootstrap.FEW) {
      warnings.add(Message.of("metric.few", "count", fewest, "least", Bootstrap.FEW).text());
    }
    return new RunScores(run.name(), qrels.topics().size(), results, warnings);
  }

  private static void warn(
      String key, Collection<String> topics, Predicate<String> isMeant, List<Text> warnings) {
    List<String> meant = topics.stream().filter(isMeant).toList();
    if (!meant.isEmpty()) {
      List<String> named = meant.stream().limit(NAMED).toList();
      int more = meant.size() - named.size();
      warnings.add(Message.of(key, "count", meant.size(), "topics", named, "more", more).text());
    }
  }

  /// The values of all topics that have a relevant document, in order of topics: 0 where nothing is
  /// found. Which topics count depends on the judgements alone, so that two runs are measured on
  /// the same ones.
  static Map<String, Double> values(Metric metric, Qrels qrels, Rankings run) {
    Map<String, Double> values = new TreeMap<>();
    qrels
        .topics()
        .forEach(
            (topic, grades) ->
                metric.of(run.of(topic), grades).ifPresent(value -> values.put(topic, value)));
    return values;
  }

  static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(0);
  }
}
