package greenpair.match;

import greenpair.catalog.Text;
import java.util.List;

/// Why a score is what it is. The score is nothing but the sum of the contributions: each is
/// weight times value rounded to whole millionths, and whole numbers add without error.
///
/// @param value the score, in [0, 1], a multiple of 0.000001
public record Explanation(double value, List<Part> parts) {
  private static final double MILLION = 1_000_000;

  /// One addend.
  ///
  /// @param label the signal's name for people
  /// @param weight share of the signal in the score; weights of one explanation sum to 1
  /// @param value the signal, in [0, 1]
  /// @param contribution weight times value, a multiple of 0.000001
  /// @param known false when a fact is missing and the prior of the configuration stands in
  public record Part(
      String signal, Text label, double weight, double value, double contribution, boolean known) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  /// Adds up parts.
  static Explanation sum(List<Part> parts) {
    long micros = 0;
    for (Part part : parts) {
      micros += Math.round(part.contribution * MILLION);
    }
    return new Explanation(micros / MILLION, parts);
  }

  static Part part(String signal, Text label, double weight, Signal.Reading reading) {
    double contribution = Math.round(weight * reading.value() * MILLION) / MILLION;
    return new Part(signal, label, weight, reading.value(), contribution, reading.known());
  }
}
