package greenpair.evaluate.metric;

import java.util.OptionalDouble;

/// How good the ranking of one topic is: a number in [0,1], higher is better.
///
/// A metric is undefined for a topic that has no relevant document: no ranking could do well or
/// badly there. Every metric sees the ranking through a [JudgedRanking]. [MetricParser#parse] reads
/// metrics from their names.
///
/// @param cut k, from 1; [#WHOLE] looks at the whole ranking
/// @param grade the least grade that makes a document relevant, from 1
public record Metric(Formula formula, int cut, int grade) {
  /// The cut that includes the whole ranking.
  public static final int WHOLE = Integer.MAX_VALUE;

  public Metric {
    if (cut != WHOLE || formula.needsCut) {
      MetricParser.checkCut(cut);
    }
    MetricParser.checkGrade(grade);
  }

  /// With documents of every positive grade as relevant.
  public Metric(Formula formula, int cut) {
    this(formula, cut, 1);
  }

  /// The name that [MetricParser#parse] reads, such as `ndcg@10`.
  public String name() {
    return formula.word() + (cut == WHOLE ? "" : "@" + cut) + (grade == 1 ? "" : ":" + grade);
  }

  /// The formula alone. Ask [#of] instead unless a relevant document is known to exist: without
  /// one, some formulas divide by zero.
  public double value(JudgedRanking ranking) {
    return formula.value(ranking, cut, grade);
  }

  /// The value in [0,1], or empty if no document of the topic is relevant.
  public OptionalDouble of(JudgedRanking ranking) {
    return ranking.relevant(grade) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(value(ranking));
  }
}
