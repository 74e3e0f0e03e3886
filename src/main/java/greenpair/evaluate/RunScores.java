package greenpair.evaluate;

import greenpair.catalog.Text;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Interval;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.TrecRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The results of a run: every metric with its mean, its interval and its value for each topic.
///
/// @param unjudged topics of the run that are left out because they were not judged
/// @param results one for each metric, in the requested order
/// @param warnings notes on the topics behind the numbers
public record RunScores(
    String tag,
    int judgedTopics,
    int runTopics,
    List<String> unjudged,
    List<Result> results,
    List<Text> warnings) {
  /// One metric.
  ///
  /// @param mean over all counted topics, in [0,1]
  public record Result(String metric, double mean, Interval interval, TopicValues topics) {
    /// The mean with its interval, such as `0.866 (0.829–0.901)`.
    public String ranged() {
      return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", mean, interval.low(), interval.high());
    }
  }

  public RunScores {
    unjudged = List.copyOf(unjudged);
    results = List.copyOf(results);
    warnings = List.copyOf(warnings);
  }

  /// Measures a run.
  ///
  /// @param cluster what a topic belongs to, such as its city; intervals are over clusters
  /// @throws IllegalArgumentException if a metric finds no topic with a relevant document
  public static RunScores of(
      Qrels qrels,
      TrecRun run,
      List<Metric> metrics,
      Bootstrap bootstrap,
      UnaryOperator<String> cluster) {
    Warnings warnings = new Warnings();
    List<Result> results = new ArrayList<>();
    for (Metric metric : metrics) {
      TopicValues topics = TopicValues.of(metric, qrels, run);
      Map<String, List<Double>> clusters = new TreeMap<>();
      topics
          .values()
          .forEach(
              (topic, value) ->
                  clusters
                      .computeIfAbsent(cluster.apply(topic), key -> new ArrayList<>())
                      .add(value));
      results.add(new Result(metric.name(), topics.mean(), bootstrap.clustered(clusters), topics));
      warnings.topics(metric, run.tag(), topics);
      warnings.few(clusters.size());
    }
    List<String> unjudged =
        run.topics().keySet().stream().filter(topic -> !qrels.topics().containsKey(topic)).toList();
    warnings.unjudged(run.tag(), unjudged);
    return new RunScores(
        run.tag(), qrels.topics().size(), run.topics().size(), unjudged, results, warnings.list());
  }
}
