package greenpair.evaluate.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ranking of one topic as grades, the only input of a [Metric].
public final class JudgedRanking {
  private final List<Integer> ranked;
  private final List<Integer> ideal;

  private JudgedRanking(List<Integer> ranked, List<Integer> ideal) {
    this.ranked = List.copyOf(ranked);
    this.ideal = List.copyOf(ideal);
  }

  /// Looks up the grade of every place.
  ///
  /// @param ranking documents, best first, each once
  /// @param grades grade by document; a document that is not in it has grade 0
  public static JudgedRanking of(List<String> ranking, Map<String, Integer> grades) {
    List<Integer> ranked = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String doc : ranking) {
      if (!seen.add(doc)) {
        throw new IllegalArgumentException(
            "a ranking must list a document once, but has \"" + doc + "\" twice");
      }
      ranked.add(grades.getOrDefault(doc, 0));
    }
    return new JudgedRanking(
        ranked, grades.values().stream().sorted(Comparator.reverseOrder()).toList());
  }

  /// Grades in the order of the ranking; place 1 is at index 0.
  public List<Integer> ranked() {
    return ranked;
  }

  /// Grades of every judged document, found or not, best first: the ideal order.
  public List<Integer> ideal() {
    return ideal;
  }

  /// How many documents have the grade or better, found or not.
  public int relevant(int grade) {
    return count(ideal, grade);
  }

  /// How many of the first `cut` places have the grade or better.
  public int relevantWithin(int cut, int grade) {
    return count(ranked.subList(0, Math.min(cut, ranked.size())), grade);
  }

  private static int count(List<Integer> grades, int grade) {
    return (int) grades.stream().filter(each -> each >= grade).count();
  }
}
