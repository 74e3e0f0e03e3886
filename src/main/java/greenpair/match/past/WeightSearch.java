package greenpair.match.past;

import greenpair.catalog.Kind;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.match.settings.TrackRecordSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The weights of the signals of firms under which past choices are most probable.
///
/// A firm with the score s is chosen with probability exp(κ s) / Σ exp(κ s′). A weight is its
/// shipped value times exp(d), d with the prior N(0, [#DEVIATION]²). Coordinate ascent over d and κ
/// on scores that are recomputed exactly, since a score is not linear in the weights of its sides.
///
/// The weights are used only if, found on the older [#OLDER] of the choices, they make the others
/// more probable than the shipped ones do.
final class WeightSearch {
  private static final double DEVIATION = 0.2;
  private static final double OLDER = 0.7;

  /// Signals of past work; the others say what a firm is today, which its past does not show.
  private static final Set<String> MOVED =
      Set.of(
          "evidence",
          "similar_work",
          TrackRecordSettings.SIGNAL,
          "presence",
          "nearness",
          "similar_nearby");

  /// The weight of the plain model beside the other signals of the city, before it is estimated.
  private static final double RECORD = 0.15;

  private static final double[] MOVES = {-1, -0.5, -0.25, 0.25, 0.5, 1};
  private static final double[] SHARPNESS = {5, 8, 12, 18, 27, 40};
  private static final int ROUNDS = 3;

  /// The candidates of a choice; the first was chosen.
  record Choice(MatchQuery ask, List<Ranked> candidates) {}

  private final RankingSettings shipped;
  private final List<Choice> choices;
  private final Map<Side, Map<String, Double>> moves = new EnumMap<>(Side.class);
  private double sharpness = 12;

  WeightSearch(RankingSettings shipped, List<Choice> choices) {
    this.shipped = shipped;
    this.choices = List.copyOf(choices);
    for (Side side : Side.values()) {
      Map<String, Double> of = new LinkedHashMap<>();
      shipped.weights(Kind.FIRM, side).keySet().stream()
          .filter(MOVED::contains)
          .forEach(name -> of.put(name, 0.0));
      moves.put(side, of);
    }
  }

  /// The settings with the weights that were found, or as they were shipped.
  RankingSettings search() {
    int older = (int) (OLDER * choices.size());
    List<Choice> newer = choices.subList(older, choices.size());
    WeightSearch trial = new WeightSearch(shipped, choices.subList(0, older));
    trial.climb();
    if (likelihood(trial.settings(), newer) <= likelihood(shipped, newer)) {
      return shipped;
    }
    climb();
    return settings();
  }

  private void climb() {
    double best = value();
    for (int round = 0; round < ROUNDS; round++) {
      double before = best;
      for (double each : SHARPNESS) {
        double kept = sharpness;
        sharpness = each;
        double value = value();
        sharpness = value > best ? each : kept;
        best = Math.max(best, value);
      }
      for (Map<String, Double> side : moves.values()) {
        for (String signal : List.copyOf(side.keySet())) {
          best = move(side, signal, best);
        }
      }
      if (best - before < 0.01) {
        break;
      }
    }
  }

  private double move(Map<String, Double> side, String signal, double best) {
    double from = side.getOrDefault(signal, 0.0);
    double most = best;
    double to = from;
    for (double each : MOVES) {
      side.put(signal, from + each);
      double value = value();
      if (value > most) {
        most = value;
        to = from + each;
      }
    }
    side.put(signal, to);
    return most;
  }

  private RankingSettings settings() {
    Map<Side, Map<Kind, Map<String, Double>>> changed = new EnumMap<>(Side.class);
    shipped
        .weights()
        .forEach(
            (side, kinds) -> {
              Map<Kind, Map<String, Double>> copy = new EnumMap<>(kinds);
              copy.put(Kind.FIRM, shares(side));
              changed.put(side, copy);
            });
    return shipped.with(changed);
  }

  private Map<String, Double> shares(Side side) {
    Map<String, Double> shares = new LinkedHashMap<>();
    shipped
        .weights(Kind.FIRM, side)
        .forEach(
            (signal, weight) -> {
              double base = signal.equals(TrackRecordSettings.SIGNAL) ? RECORD : weight;
              double moved = moves.getOrDefault(side, Map.of()).getOrDefault(signal, 0.0);
              shares.put(signal, base * Math.exp(moved));
            });
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((signal, weight) -> weight / sum);
    return shares;
  }

  private double value() {
    double value = likelihood(settings(), sharpness, choices);
    for (Map<String, Double> side : moves.values()) {
      for (double each : side.values()) {
        value -= each * each / (2 * DEVIATION * DEVIATION);
      }
    }
    return value;
  }

  /// The logarithm of the probability of choices, with the κ under which it is highest.
  static double likelihood(RankingSettings settings, List<Choice> choices) {
    return Arrays.stream(SHARPNESS)
        .map(each -> likelihood(settings, each, choices))
        .max()
        .orElseThrow();
  }

  /// The logarithm of the probability of choices.
  private static double likelihood(
      RankingSettings settings, double sharpness, List<Choice> choices) {
    double sum = 0;
    for (Choice each : choices) {
      double[] weights = weights(settings, each);
      double all = 0;
      double chosen = 0;
      for (int i = 0; i < each.candidates.size(); i++) {
        double score = each.candidates.get(i).explanation().under(weights);
        chosen = i == 0 ? score : chosen;
        all += Math.exp(sharpness * (score - 1));
      }
      sum += sharpness * (chosen - 1) - Math.log(all);
    }
    return sum;
  }

  /// The weights of the parts of the explanations of a choice, in order.
  private static double[] weights(RankingSettings settings, Choice choice) {
    List<Double> weights = new ArrayList<>();
    for (Explanation.Part each : choice.candidates.getFirst().explanation().parts()) {
      weights.add(
          settings.weights(Kind.FIRM, each.side(), choice.ask).getOrDefault(each.signal(), 0.0));
    }
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
