package greenpair.evaluate;

import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Two runs against the same judgements by one metric: for how many topics the contender is better,
/// by how much on average, and how likely this is by chance alone.
///
/// The difference is always contender minus baseline, so a positive difference favours the
/// contender.
///
/// @param baselineMean in [0,1]
/// @param contenderMean in [0,1]
/// @param differences contender minus baseline by topic, in [-1,1], in order of topics; 0 for a tie
/// @param randomisation whether chance explains the mean difference
public record RunComparison(
    String metric,
    String baseline,
    String contender,
    double baselineMean,
    double contenderMean,
    Map<String, Double> differences,
    Randomisation.Outcome randomisation) {
  /// A smaller difference is rounding, and the topic a tie.
  private static final double TIE = 1e-9;

  public RunComparison {
    differences = Collections.unmodifiableMap(new TreeMap<>(differences));
  }

  /// Compares two runs with a test over clusters: topics of one cluster change sides together.
  ///
  /// @param cluster the cluster that a topic belongs to, such as its city
  public static RunComparison of(
      Metric metric,
      Qrels qrels,
      Rankings baseline,
      Rankings contender,
      Randomisation randomisation,
      UnaryOperator<String> cluster) {
    Map<String, Double> before = RunScores.values(metric, qrels, baseline);
    Map<String, Double> after = RunScores.values(metric, qrels, contender);
    Map<String, Double> differences = new TreeMap<>(after);
    before.forEach((topic, value) -> differences.merge(topic, -value, Double::sum));
    differences.replaceAll((topic, d) -> Math.abs(d) < TIE ? 0.0 : d);
    Map<String, Double> clusters = new TreeMap<>();
    differences.forEach((topic, d) -> clusters.merge(cluster.apply(topic), d, Double::sum));
    clusters.replaceAll((name, d) -> Math.abs(d) < TIE ? 0.0 : d);
    return new RunComparison(
        metric.word(),
        baseline.name(),
        contender.name(),
        RunScores.mean(before.values()),
        RunScores.mean(after.values()),
        differences,
        randomisation.test(clusters.values()));
  }

  /// The mean difference, in [-1,1].
  public double meanDifference() {
    return RunScores.mean(differences.values());
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
