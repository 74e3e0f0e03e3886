package greenpair.evaluate.metric;

import java.util.OptionalDouble;

/// How good the ranking of one topic is: a number in [0,1], higher is better.
///
/// A metric is undefined for a topic that has no relevant document: no ranking could do well or
/// badly there. Every metric sees the ranking through a [JudgedRanking]. [Metrics#parse] reads
/// metrics from their names.
public sealed interface Metric
    permits AveragePrecision, HitRate, Ndcg, Precision, Recall, ReciprocalRank {
  /// The cut that includes the whole ranking.
  int WHOLE = Integer.MAX_VALUE;

  /// The name that [Metrics#parse] reads, such as `ndcg@10`.
  String name();

  /// The least grade that makes a document relevant, from 1.
  int grade();

  /// The formula alone. Ask [#of] instead unless a relevant document is known to exist: without
  /// one, some formulas divide by zero.
  double value(JudgedRanking ranking);

  /// The value in [0,1], or empty if no document of the topic is relevant.
  default OptionalDouble of(JudgedRanking ranking) {
    return ranking.relevant(grade()) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(value(ranking));
  }
}
