package greenpair.evaluate.metric;

import java.util.List;

/// Normalised discounted cumulative gain of the first k places: how close the ranking is to the
/// best order of the judged documents.
///
/// ```
/// nDCG@k = DCG@k / IDCG@k
/// DCG@k  = sum over places r = 1..min(k, n) of (2^g(r) - 1) / log2(1 + r)
/// ```
///
/// - `g(r)`: grade of the document at place r, 0 if not judged
/// - `n`: length of the ranking
/// - `IDCG@k`: DCG@k of all judged documents, best grade first, whether the ranking has them or not
///
/// Range [0,1]; 1 exactly when no order of the judged documents is better.
///
/// Source: Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", ACM
/// TOIS 20(4). The gain 2^g - 1 and the discount log2(1 + r) are the form of Burges et al. 2005,
/// "Learning to rank using gradient descent", ICML. The `ndcg_cut` of trec_eval takes the grade
/// itself as gain: the two agree only when grades are 0 and 1.
///
/// @param cut k, from 1
public record Ndcg(int cut) implements Metric {
  public Ndcg {
    Metrics.checkCut(cut);
  }

  @Override
  public String name() {
    return Metrics.name("ndcg", cut, 1);
  }

  @Override
  public int grade() {
    return 1;
  }

  @Override
  public double value(JudgedRanking ranking) {
    return gain(ranking.ranked()) / gain(ranking.ideal());
  }

  private double gain(List<Integer> grades) {
    double sum = 0;
    for (int place = 1; place <= Math.min(cut, grades.size()); place++) {
      sum += (Math.scalb(1.0, grades.get(place - 1)) - 1) / log2(1 + place);
    }
    return sum;
  }

  private static double log2(int number) {
    return Math.log(number) / Math.log(2);
  }
}
