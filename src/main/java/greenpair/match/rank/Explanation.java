package greenpair.match.rank;

import module java.base;

import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import org.jspecify.annotations.Nullable;

/// The parts of a [Score], which is the exact sum of their contributions.
///
/// @param value the score, in [0, 1], a multiple of 0.000001
/// @param city score of the city's side alone, in [0, 1]
/// @param partner score of the partner's side alone; null if it has none
public record Explanation(
    double value, List<Part> parts, @Nullable Double city, @Nullable Double partner) {
  /// A part of the score.
  ///
  /// @param signal its word; pages name it by `answer.signal` of the messages
  /// @param weight what the value is multiplied by in this score
  /// @param value the signal, in [0, 1]
  /// @param contribution weight times value to a few millionths, a multiple of 0.000001
  /// @param known false if a fact is missing and the prior of the configuration is used
  public record Part(
      String signal, Side side, double weight, double value, double contribution, boolean known) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  /// Combines parts that have their weights within their sides, those of the city's side first.
  public static Explanation of(List<Part> parts) {
    double[] weights = parts.stream().mapToDouble(Part::weight).toArray();
    Score score = Score.of(weights, values(parts), ofCity(parts));
    List<Part> counted = new ArrayList<>(parts.size());
    for (int i = 0; i < weights.length; i++) {
      Part part = parts.get(i);
      double contribution = score.counted()[i] / Score.MILLION;
      counted.add(
          new Part(
              part.signal, part.side, score.weights()[i], part.value, contribution, part.known));
    }
    return new Explanation(score.value(), counted, score.city(), score.partner());
  }

  /// The score of the same values under other weights.
  ///
  /// @param weights one for each part within its side, in order
  public double under(double[] weights) {
    return Score.of(weights, values(parts), ofCity(parts)).value();
  }

  /// The score under such weights if a part had another value.
  public double under(double[] weights, int part, double value) {
    double[] values = values(parts);
    values[part] = value;
    return Score.of(weights, values, ofCity(parts)).value();
  }

  private static double[] values(List<Part> parts) {
    return parts.stream().mapToDouble(Part::value).toArray();
  }

  private static int ofCity(List<Part> parts) {
    return (int) parts.stream().filter(each -> each.side == Side.CITY).count();
  }

  /// A known part of the city's side.
  ///
  /// @param weight in [0, 1]
  /// @param value in [0, 1]
  public static Part part(String signal, double weight, double value) {
    return part(signal, Side.CITY, weight, Signal.SignalValue.of(value));
  }

  public static Part part(String signal, Side side, double weight, Signal.SignalValue reading) {
    double contribution = Math.round(weight * reading.value() * Score.MILLION) / Score.MILLION;
    return new Part(signal, side, weight, reading.value(), contribution, reading.known());
  }
}
