package greenpair.evaluate.metric;

/// Whether the first k places hold anything relevant: 1 when they do, else 0. Its mean is the share
/// of topics that were helped at all; trec_eval calls it `success`.
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
public record Hit(int cut, int grade) implements Metric {
  public Hit {
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
