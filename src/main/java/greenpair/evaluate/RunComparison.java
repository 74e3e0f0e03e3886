package greenpair.evaluate;

import greenpair.catalog.Text;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.TrecRun;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Two runs against the same judgements by one metric: for how many topics the contender is better,
/// by how much on average, and how likely this is by chance alone.
///
/// Both runs are measured on the same topics (see [TopicValues]). The difference is always
/// contender minus baseline, so a positive difference favours the contender. For an interval of the
/// mean difference, pass the differences to a [Bootstrap][greenpair.evaluate.statistics.Bootstrap].
///
/// @param baselineMean in [0,1]
/// @param contenderMean in [0,1]
/// @param differences contender minus baseline by topic, in [-1,1], in order of topics; 0 for a tie
/// @param randomisation whether chance explains the mean difference
/// @param warnings warnings about the topics behind the numbers
public record RunComparison(
    String metric,
    String baseline,
    String contender,
    double baselineMean,
    double contenderMean,
    Map<String, Double> differences,
    Randomisation.Outcome randomisation,
    List<Text> warnings) {
  /// A smaller difference is rounding, and the topic a tie.
  private static final double TIE = 1e-9;

  public RunComparison {
    if (differences.isEmpty()) {
      throw new IllegalArgumentException(
          "differences must cover at least one topic, but cover none");
    }
    differences = Collections.unmodifiableMap(new TreeMap<>(differences));
    warnings = List.copyOf(warnings);
  }

  /// Compares two runs with a test over clusters: topics of one cluster change sides together.
  ///
  /// @param cluster the cluster that a topic belongs to, such as its city
  /// @throws IllegalArgumentException if no topic has a relevant document
  public static RunComparison of(
      Metric metric,
      Qrels qrels,
      TrecRun baseline,
      TrecRun contender,
      Randomisation randomisation,
      UnaryOperator<String> cluster) {
    TopicValues before = TopicValues.of(metric, qrels, baseline);
    TopicValues after = TopicValues.of(metric, qrels, contender);
    Map<String, Double> differences = new TreeMap<>(after.values());
    before.values().forEach((topic, value) -> differences.merge(topic, -value, Double::sum));
    differences.replaceAll((topic, d) -> Math.abs(d) < TIE ? 0.0 : d);
    Map<String, Double> clusters = new TreeMap<>();
    differences.forEach((topic, d) -> clusters.merge(cluster.apply(topic), d, Double::sum));
    clusters.replaceAll((name, d) -> Math.abs(d) < TIE ? 0.0 : d);
    Warnings warnings = new Warnings();
    warnings.topics(metric, baseline.tag(), before);
    warnings.topics(metric, contender.tag(), after);
    return new RunComparison(
        metric.name(),
        baseline.tag(),
        contender.tag(),
        before.mean(),
        after.mean(),
        differences,
        randomisation.test(clusters.values()),
        warnings.list());
  }

  /// The mean difference, in [-1,1].
  public double meanDifference() {
    return TopicValues.mean(differences.values());
  }

  /// Topics for which the contender is better.
  public int wins() {
    return (int) differences.values().stream().filter(d -> d > 0).count();
  }

  /// Topics for which the baseline is better.
  public int losses() {
    return (int) differences.values().stream().filter(d -> d < 0).count();
  }

  /// Topics for which neither is better.
  public int ties() {
    return differences.size() - wins() - losses();
  }
}
