package greenpair.evaluate.metric;

/// Recall of the first k places: the share of the relevant documents among them.
///
/// ```
/// recall@k = R(k) / R
/// ```
///
/// - `R(k)`: relevant documents in the first k places
/// - `R`: relevant documents of the topic, found or not
///
/// Range [0,1]. With more than k relevant documents 1 cannot be reached. Source: Manning, Raghavan
/// and Schütze 2008, "Introduction to Information Retrieval", chapter 8.
///
/// @param cut k, from 1
/// @param grade the least grade that makes a document relevant, from 1
public record Recall(int cut, int grade) implements Metric {
  public Recall {
    Metrics.checkCut(cut);
    Metrics.checkGrade(grade);
  }

  @Override
  public String name() {
    return Metrics.name("recall", cut, grade);
  }

  @Override
  public double value(JudgedRanking ranking) {
    return (double) ranking.relevantWithin(cut, grade) / ranking.relevant(grade);
  }
}
