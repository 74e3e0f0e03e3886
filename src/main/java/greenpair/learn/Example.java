package greenpair.learn;

import greenpair.match.rank.Explanation;
import greenpair.match.settings.Side;
import greenpair.match.signal.PreferenceFit;
import java.util.List;

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

  /// The weight of a partner's preferences is not learnt. The other signals share the rest of its
  /// side, so their mean is that of the side without the preferences.
  private static double[] effects(Explanation of) {
    Double partner = of.partner();
    double city = of.city() == null ? 0 : of.city();
    List<Explanation.Part> learnt =
        of.parts().stream().filter(part -> !part.signal().equals(PreferenceFit.NAME)).toList();
    boolean isWhole = learnt.size() == of.parts().size();
    double facts = partner == null ? 0 : isWhole ? partner : mean(Side.PARTNER, learnt);
    return learnt.stream()
        .mapToDouble(
            part ->
                partner == null
                    ? part.weight() * (part.value() - city)
                    : part.side() == Side.CITY
                        ? effect(part.weight(), part.value(), city, partner)
                        : effect(part.weight(), part.value(), facts, partner, city))
        .toArray();
  }

  private static double mean(Side side, List<Explanation.Part> parts) {
    double sum = 0;
    double weights = 0;
    for (Explanation.Part part : parts) {
      if (part.side() == side) {
        sum += part.weight() * part.value();
        weights += part.weight();
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }

  /// The effect of one signal where both sides count.
  ///
  /// @param weight in the score: its share times other / (own + other)
  static double effect(double weight, double value, double own, double other) {
    return effect(weight, value, own, own, other);
  }

  /// @param mean of the signals of its side, which is its score if there are no others
  private static double effect(double weight, double value, double mean, double own, double other) {
    return own + other == 0 ? 0 : 2 * other / (own + other) * weight * (value - mean);
  }
}
