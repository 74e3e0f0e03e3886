package greenpair.evaluate.metric;

import java.util.List;

/// Reciprocal rank: how early the first relevant document comes. Its mean over topics is MRR.
///
/// ```
/// RR = 1 / r
/// ```
///
/// - `r`: place of the first relevant document, from 1; RR is 0 when the first k places hold none
///
/// Range [0,1]. Source: Voorhees 1999, "The TREC-8 question answering track report".
///
/// @param cut k, from 1; [Metric#WHOLE] looks at the whole ranking
/// @param grade the least grade that makes a document relevant, from 1
public record ReciprocalRank(int cut, int grade) implements Metric {
  public ReciprocalRank {
    if (cut != WHOLE) {
      Metrics.checkCut(cut);
    }
    Metrics.checkGrade(grade);
  }

  @Override
  public String name() {
    return Metrics.name("mrr", cut, grade);
  }

  @Override
  public double value(JudgedRanking ranking) {
    List<Integer> grades = ranking.ranked();
    for (int place = 1; place <= Math.min(cut, grades.size()); place++) {
      if (grades.get(place - 1) >= grade) {
        return 1.0 / place;
      }
    }
    return 0;
  }
}
