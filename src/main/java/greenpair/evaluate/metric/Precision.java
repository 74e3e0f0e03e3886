package greenpair.evaluate.metric;

/// Precision of the first k places: the share of them that is relevant.
///
/// ```
/// p@k = R(k) / k
/// ```
///
/// - `R(k)`: relevant documents in the first k places
///
/// Range [0,1]. In a ranking shorter than k, missing places count as not relevant, as in trec_eval.
/// Source: Manning, Raghavan and Schütze 2008, "Introduction to Information Retrieval", chapter 8.
///
/// @param cut k, from 1
/// @param grade the least grade that makes a document relevant, from 1
public record Precision(int cut, int grade) implements Metric {
  public Precision {
    Metrics.checkCut(cut);
    Metrics.checkGrade(grade);
  }

  @Override
  public String name() {
    return Metrics.name("p", cut, grade);
  }

  @Override
  public double value(JudgedRanking ranking) {
    return (double) ranking.relevantWithin(cut, grade) / cut;
  }
}
