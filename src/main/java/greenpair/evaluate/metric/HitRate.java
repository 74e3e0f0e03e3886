package greenpair.evaluate.metric;

/// Whether the first k places contain a relevant document: 1 if they do, else 0. Its mean is the
/// share of topics with a relevant document among the first k; trec_eval calls it `success`.
///
/// ```
/// hit@k = 1 if R(k) > 0, else 0
/// ```
///
/// - `R(k)`: relevant documents in the first k places
///
/// Range: 0 or 1.
///
/// @param cut k, from 1
/// @param grade the least grade that makes a document relevant, from 1
public record HitRate(int cut, int grade) implements Metric {
  public HitRate {
    Metrics.checkCut(cut);
    Metrics.checkGrade(grade);
  }

  @Override
  public String name() {
    return Metrics.name("hit", cut, grade);
  }

  @Override
  public double value(JudgedRanking ranking) {
    return ranking.relevantWithin(cut, grade) > 0 ? 1 : 0;
  }
}
