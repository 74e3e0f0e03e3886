package greenpair.evaluate.metric;

import java.util.List;

/// Average precision: the precision at the place of each relevant document, averaged over all
/// relevant documents, found or not. Its mean over topics is MAP.
///
/// ```
/// AP = 1/R * sum over places r = 1..n with a relevant document of R(r) / r
/// ```
///
/// - `R`: relevant documents of the topic, found or not
/// - `R(r)`: relevant documents in the first r places
/// - `n`: length of the ranking
///
/// Range [0,1]. Source: Buckley and Voorhees 2000, "Evaluating evaluation measure stability",
/// SIGIR.
///
/// @param grade the least grade that makes a document relevant, from 1
public record AveragePrecision(int grade) implements Metric {
  public AveragePrecision {
    Metrics.checkGrade(grade);
  }

  @Override
  public String name() {
    return Metrics.name("ap", WHOLE, grade);
  }

  @Override
  public double value(JudgedRanking ranking) {
    List<Integer> grades = ranking.ranked();
    double sum = 0;
    int found = 0;
    for (int place = 1; place <= grades.size(); place++) {
      if (grades.get(place - 1) >= grade) {
        found++;
        sum += (double) found / place;
      }
    }
    return sum / ranking.relevant(grade);
  }
}
