package greenpair.evaluate;

import greenpair.evaluate.metric.MetricParser;
import greenpair.evaluate.trec.TrecRun;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Measures whether the same topics in two languages find the same documents.
///
/// ```
/// overlap = |A n B| / max(|A|, |B|)
/// ```
///
/// - `A`, `B`: the first k documents of a topic in each run; 1 when both are empty
///
/// @param overlaps in [0, 1], by topic, in order of ids
public record Parity(Map<String, Double> overlaps) {
  public Parity {
    overlaps = java.util.Collections.unmodifiableMap(new TreeMap<>(overlaps));
    if (overlaps.isEmpty()) {
      throw new IllegalArgumentException("overlaps must cover at least one topic, but cover none");
    }
  }

  /// Compares two runs.
  ///
  /// @param cut k, from 1
  public static Parity of(TrecRun one, TrecRun other, List<String> topics, int cut) {
    MetricParser.checkCut(cut);
    Map<String, Double> overlaps = new TreeMap<>();
    for (String topic : topics) {
      Set<String> shared = new HashSet<>(top(one, topic, cut));
      List<String> second = top(other, topic, cut);
      int longest = Math.max(shared.size(), second.size());
      shared.retainAll(second);
      overlaps.put(topic, longest == 0 ? 1.0 : (double) shared.size() / longest);
    }
    return new Parity(overlaps);
  }

  private static List<String> top(TrecRun run, String topic, int cut) {
    List<String> ranking = run.ranking(topic);
    return ranking.subList(0, Math.min(cut, ranking.size()));
  }

  /// The mean overlap, in [0, 1].
  public double mean() {
    return TopicValues.mean(overlaps.values());
  }
}
