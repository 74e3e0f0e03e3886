package greenpair.match.rank;

import greenpair.match.settings.Side;
import greenpair.match.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a score. The score is the exact sum of the contributions: each is weight times
/// value rounded to whole millionths, and integers add without error. If rounding raises the sum
/// above 1, the largest contribution is reduced by the excess.
///
/// If there are two sides, with the scores a of the city's side and b of the partner's, each the
/// sum of its configured weights times values, the score is their harmonic mean 2ab / (a + b)
/// (RECON: Pizzato et al., RecSys 2010): a strong side does not compensate for a weak one. As a sum
/// it is a x b/(a+b) + b x a/(a+b), so a part of the city's side has the weight w b/(a+b), and one
/// of the partner's side w a/(a+b).
///
/// @param value the score, in [0, 1], a multiple of 0.000001
/// @param city score of the city's side alone, in [0, 1]
/// @param partner score of the partner's side alone; null if it has none
public record Explanation(
    double value, List<Part> parts, @Nullable Double city, @Nullable Double partner) {
  private static final double MILLION = 1_000_000;

  /// A part of the score.
  ///
  /// @param signal its word; pages name it by `answer.signal` of the messages
  /// @param weight what the value is multiplied by in this score
  /// @param value the signal, in [0, 1]
  /// @param contribution weight times value to a few millionths, a multiple of 0.000001
  /// @param known false if a fact is missing and the prior of the configuration is used
  public record Part(
      String signal, Side side, double weight, double value, double contribution, boolean known) {
    private Part less(double amount) {
      double left = Math.round((contribution - amount) * MILLION) / MILLION;
      return new Part(signal, side, weight, value, left, known);
    }

    Part times(double factor) {
      return part(signal, side, weight * factor, new Signal.SignalValue(value, known, value));
    }
  }

  public Explanation {
    parts = List.copyOf(parts);
  }

  /// Adds up parts of one side.
  public static Explanation sum(List<Part> parts) {
    List<Part> whole = upToOne(parts);
    double value = add(whole);
    return new Explanation(value, whole, value, null);
  }

  /// Combines the parts of two sides; without parts of the partner's side, only the city's side
  /// counts.
  public static Explanation fuse(List<Part> city, List<Part> partner) {
    if (partner.isEmpty()) {
      return sum(city);
    }
    double a = Math.min(1, add(city));
    double b = Math.min(1, add(partner));
    List<Part> parts = new ArrayList<>(city.size() + partner.size());
    double cityFactor = a + b == 0 ? 0 : b / (a + b);
    double partnerFactor = a + b == 0 ? 0 : a / (a + b);
    city.forEach(part -> parts.add(part.times(cityFactor)));
    partner.forEach(part -> parts.add(part.times(partnerFactor)));
    List<Part> whole = upToOne(parts);
    return new Explanation(add(whole), whole, a, b);
  }

  /// The parts with a sum of at most 1: six sixths, each rounded up, are two millionths more.
  private static List<Part> upToOne(List<Part> parts) {
    double excess = add(parts) - 1;
    if (!(excess > 0)) {
      return parts;
    }
    Part largest = Collections.max(parts, Comparator.comparingDouble(Part::contribution));
    List<Part> whole = new ArrayList<>(parts);
    whole.set(parts.indexOf(largest), largest.less(excess));
    return whole;
  }

  /// The score of the same readings under other weights: equal to combining them again, to the last
  /// millionth, but without creating parts. Called for every entry and every changed weight.
  ///
  /// @param weights one for each part, in order
  public double under(double[] weights) {
    double a = Math.min(1, add(Side.CITY, weights, 1));
    if (parts.stream().noneMatch(part -> part.side == Side.PARTNER)) {
      return a;
    }
    double b = Math.min(1, add(Side.PARTNER, weights, 1));
    double sum = a + b;
    double cityFactor = sum == 0 ? 0 : b / sum;
    double partnerFactor = sum == 0 ? 0 : a / sum;
    long micros =
        Math.round(add(Side.CITY, weights, cityFactor) * MILLION)
            + Math.round(add(Side.PARTNER, weights, partnerFactor) * MILLION);
    return Math.min(1, micros / MILLION);
  }

  private double add(Side side, double[] weights, double factor) {
    long micros = 0;
    for (int i = 0; i < weights.length; i++) {
      Part part = parts.get(i);
      if (part.side == side) {
        micros += Math.round(weights[i] * factor * part.value * MILLION);
      }
    }
    return micros / MILLION;
  }

  private static double add(List<Part> parts) {
    long micros = 0;
    for (Part part : parts) {
      micros += Math.round(part.contribution * MILLION);
    }
    return micros / MILLION;
  }

  /// A known part of the city's side.
  ///
  /// @param weight in [0, 1]
  /// @param value in [0, 1]
  public static Part part(String signal, double weight, double value) {
    return part(signal, Side.CITY, weight, Signal.SignalValue.of(value));
  }

  public static Part part(String signal, Side side, double weight, Signal.SignalValue reading) {
    double contribution = Math.round(weight * reading.value() * MILLION) / MILLION;
    return new Part(signal, side, weight, reading.value(), contribution, reading.known());
  }
}
