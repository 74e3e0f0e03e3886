package greenpair.evaluate.metric;

import greenpair.catalog.value.Word;
import java.util.List;

/// The formulas of [metrics][Metric], over the first k places of a ranking:
///
/// - `R(k)`: relevant documents in the first k places
/// - `R`: relevant documents of the topic, found or not
/// - `n`: length of the ranking
///
/// Unless otherwise stated, the range is [0,1] and the source Manning, Raghavan and Schütze 2008,
/// "Introduction to Information Retrieval", chapter 8.
public enum Formula implements Word {
  /// Normalised discounted cumulative gain: how close the ranking is to the best order of the
  /// judged documents.
  ///
  /// ```
  /// nDCG@k = DCG@k / IDCG@k
  /// DCG@k  = sum over places r = 1..min(k, n) of (2^g(r) - 1) / log2(1 + r)
  /// ```
  ///
  /// - `g(r)`: grade of the document at place r, 0 if not judged
  /// - `IDCG@k`: DCG@k of all judged documents, best grade first, whether the ranking has them or
  ///   not
  ///
  /// It is 1 exactly when no order of the judged documents is better.
  ///
  /// Source: Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", ACM
  /// TOIS 20(4). The gain 2^g - 1 and the discount log2(1 + r) are the form of Burges et al. 2005,
  /// "Learning to rank using gradient descent", ICML. The `ndcg_cut` of trec_eval takes the grade
  /// itself as gain: the two agree only when grades are 0 and 1.
  NDCG(true, false),

  /// The share of the relevant documents that is among the first k: `R(k) / R`. With more than k
  /// relevant documents 1 cannot be reached.
  RECALL(true, true),

  /// Precision, the share of the first k places that is relevant: `R(k) / k`. In a ranking shorter
  /// than k, missing places count as not relevant, as in trec_eval.
  P(true, true),

  /// Whether the first k places contain a relevant document: 1 if they do, else 0. Its mean is the
  /// share of topics with a relevant document among the first k; trec_eval calls it `success`.
  HIT(true, true),

  /// Reciprocal rank, how early the first relevant document comes: 1 / r for its place r, and 0
  /// when the first k places hold none. Its mean over topics is MRR. Source: Voorhees 1999, "The
  /// TREC-8 question answering track report".
  MRR(false, true);

  /// Whether a metric must name how many places it looks at.
  final boolean needsCut;

  /// False for a formula that uses every grade.
  final boolean takesGrade;

  Formula(boolean needsCut, boolean takesGrade) {
    this.needsCut = needsCut;
    this.takesGrade = takesGrade;
  }

  double value(JudgedRanking ranking, int k, int grade) {
    return switch (this) {
      case NDCG -> gain(ranking.ranked(), k) / gain(ranking.ideal(), k);
      case RECALL -> (double) ranking.relevantWithin(k, grade) / ranking.relevant(grade);
      case P -> (double) ranking.relevantWithin(k, grade) / k;
      case HIT -> ranking.relevantWithin(k, grade) > 0 ? 1 : 0;
      case MRR -> reciprocalRank(ranking.ranked(), k, grade);
    };
  }

  private static double gain(List<Integer> grades, int k) {
    double sum = 0;
    for (int place = 1; place <= Math.min(k, grades.size()); place++) {
      sum += (Math.scalb(1.0, grades.get(place - 1)) - 1) / (Math.log(1 + place) / Math.log(2));
    }
    return sum;
  }

  private static double reciprocalRank(List<Integer> grades, int k, int grade) {
    for (int place = 1; place <= Math.min(k, grades.size()); place++) {
      if (grades.get(place - 1) >= grade) {
        return 1.0 / place;
      }
    }
    return 0;
  }
}
