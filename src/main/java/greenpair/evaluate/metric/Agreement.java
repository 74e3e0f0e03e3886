package greenpair.evaluate.metric;

import greenpair.evaluate.trec.Qrels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Agreement of two judges on the grades of the pairs that both judged.
///
/// ```
/// kappa = 1 - mean over pairs of (a - b)^2  /  mean over all combinations of (a - b')^2
/// ```
///
/// - `a`, `b`: grades of one pair by the two judges; `b'`: the grade of any pair by the second
///
/// 1 if all grades are the same, 0 for agreement by chance, below 0 for less. Source: Cohen 1968,
/// "Weighted kappa", Psychological Bulletin 70(4), with squared weights.
///
/// @param kappa weighted, in [-1, 1]; 1 if both gave the same grade throughout
/// @param same share of pairs with the same grade, in [0, 1]
/// @param near share of pairs whose grades differ by 1 at most, in [0, 1]
public record Agreement(int pairs, double kappa, double same, double near) {
  /// Compares two files of judgements.
  ///
  /// @throws IllegalArgumentException if no pair is in both
  public static Agreement of(Qrels one, Qrels other) {
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> topic : other.topics().entrySet()) {
      Map<String, Integer> known = one.grades(topic.getKey());
      topic
          .getValue()
          .forEach(
              (doc, grade) -> {
                Integer before = known.get(doc);
                if (before != null) {
                  first.add(before);
                  second.add(grade);
                }
              });
    }
    if (first.isEmpty()) {
      throw new IllegalArgumentException(
          "two judges agree on pairs that both judged; the two files have none in common");
    }
    return of(first, second);
  }

  private static Agreement of(List<Integer> first, List<Integer> second) {
    int count = first.size();
    double squares = 0;
    double byChance = 0;
    int same = 0;
    int near = 0;
    for (int at = 0; at < count; at++) {
      int apart = Math.abs(first.get(at) - second.get(at));
      squares += apart * apart;
      same += apart == 0 ? 1 : 0;
      near += apart <= 1 ? 1 : 0;
      for (int grade : second) {
        byChance += Math.pow(first.get(at) - grade, 2) / count;
      }
    }
    double kappa = byChance == 0 ? 1 : 1 - squares / byChance;
    return new Agreement(count, kappa, (double) same / count, (double) near / count);
  }
}
