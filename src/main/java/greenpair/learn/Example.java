package greenpair.learn;

import greenpair.match.rank.Explanation;
import greenpair.match.rules.Side;

/// An outcome with the score and signals of its pair.
///
/// @param score of the pair under the experts' weights, in [0, 1]
/// @param effects for each signal, in the order of the explanation, by how much the score changes
///     when its weight grows by a share d of itself: effect times d to first order
@SuppressWarnings("ArrayRecordComponent") // never compared, and not changed after it is made
record Example(Outcome outcome, double score, double[] effects) {
  /// A score is 2ab / (a + b) of the two sides, and a side is the mean of its signals by their
  /// weights. So da/d = share (value − a), and the score follows with 2 (b / (a + b))²: one factor
  /// b / (a + b) is in the weight of the explanation already.
  static Example of(Outcome outcome, Explanation explanation) {
    return new Example(outcome, explanation.value(), effects(explanation));
  }

  private static double[] effects(Explanation of) {
    Double partner = of.partner();
    double city = of.city() == null ? 0 : of.city();
    return of.parts().stream()
        .mapToDouble(
            part ->
                partner == null
                    ? part.weight() * (part.value() - city)
                    : part.side() == Side.CITY
                        ? effect(part.weight(), part.value(), city, partner)
                        : effect(part.weight(), part.value(), partner, city))
        .toArray();
  }

  /// The effect of one signal where both sides count.
  ///
  /// @param weight in the score: its share times other / (own + other)
  /// @param own score of its side
  /// @param other score of the other side
  static double effect(double weight, double value, double own, double other) {
    return own + other == 0 ? 0 : 2 * other / (own + other) * weight * (value - own);
  }
}
