package greenpair.evaluate.metric;

import greenpair.evaluate.trec.Qrels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Agreement of two judges on the best document of a topic, if each lists only the documents that
/// answer it.
///
/// ```
/// kappa = (same - chance) / (1 - chance)
/// chance = sum over documents of p(d) * q(d)
/// ```
///
/// - `p(d)`, `q(d)`: share of topics for which the first or the second judge names `d` as the best
///
/// The best document of a topic is the one with the highest grade; of several, the first by name.
/// Source: Cohen 1960, "A coefficient of agreement for nominal scales", Educational and
/// Psychological Measurement 20(1).
///
/// @param kappa unweighted, in [-1, 1]; 1 if both name the same document throughout
/// @param same share of topics with the same best document, in [0, 1]
/// @param common mean over topics of the documents that both list, divided by those that either
///     lists (Jaccard 1912), in [0, 1]
public record BestAgreement(int topics, double kappa, double same, double common) {
  /// Compares two files of judgements.
  ///
  /// @throws IllegalArgumentException if no topic is in both
  public static BestAgreement of(Qrels one, Qrels other) {
    List<String> both =
        one.topics().keySet().stream()
            .filter(topic -> !relevant(one, topic).isEmpty() && !relevant(other, topic).isEmpty())
            .toList();
    if (both.isEmpty()) {
      throw new IllegalArgumentException(
          "two judges agree on topics that both judged; the two files have none in common");
    }
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> second = new HashMap<>();
    int same = 0;
    double common = 0;
    for (String topic : both) {
      String best = best(one, topic);
      String otherBest = best(other, topic);
      first.merge(best, 1, Integer::sum);
      second.merge(otherBest, 1, Integer::sum);
      same += best.equals(otherBest) ? 1 : 0;
      common += jaccard(relevant(one, topic), relevant(other, topic));
    }
    double count = both.size();
    double chance =
        first.entrySet().stream()
                .mapToDouble(each -> each.getValue() * second.getOrDefault(each.getKey(), 0))
                .sum()
            / (count * count);
    double kappa = chance == 1 ? 1 : (same / count - chance) / (1 - chance);
    return new BestAgreement(both.size(), kappa, same / count, common / count);
  }

  private static Set<String> relevant(Qrels qrels, String topic) {
    Set<String> relevant = new HashSet<>(qrels.grades(topic).keySet());
    relevant.removeIf(doc -> qrels.grades(topic).getOrDefault(doc, 0) < 1);
    return relevant;
  }

  private static String best(Qrels qrels, String topic) {
    return qrels.grades(topic).entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    return (double) (one.size() + other.size() - union.size()) / union.size();
  }
}
