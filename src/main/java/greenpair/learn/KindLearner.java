package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.settings.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Learns the weights of one kind from examples. A pure function.
///
/// @param signals in the order of the examples' effects
/// @param limit share of itself by which a weight may move at most, in (0, 1]
record KindLearner(
    Kind kind, List<SignalWeight> signals, double limit, Function<EntryId, Text> names) {
  /// Minimum number of pairs with a known outcome.
  static final int LEAST = 20;

  /// 95 % quantile of the normal distribution.
  private static final double QUANTILE = 1.6449;

  private static final int MOVERS = 3;
  private static final double MILLION = 1_000_000;

  /// A weight before learning.
  ///
  /// @param share of its side, in [0, 1]
  record SignalWeight(Side side, String signal, Text label, double share) {}

  /// @param said notes on the labels so far
  LearningResult learn(List<Example> examples, List<UnusedIntroduction> leftOut, List<Text> said) {
    List<Example> sorted =
        examples.stream()
            .sorted(Comparator.comparing(each -> each.outcome().introduction()))
            .toList();
    List<Outcome> outcomes = sorted.stream().map(Example::outcome).toList();
    int labelled = (int) outcomes.stream().filter(Outcome::ended).count();
    StageClasses stages = StageClasses.of(outcomes);
    CityShare city = CityShare.of(outcomes);
    List<Text> notes = new ArrayList<>(said);
    if (labelled >= LEAST && city.isReduced()) {
      notes.add(LearningTexts.oneCity(city, names.apply(city.city())));
    }
    Text refused = refusal(outcomes, labelled, stages, city);
    if (refused != null) {
      List<LearningResult.Weight> same = signals.stream().map(KindLearner::unchanged).toList();
      return learnt(labelled, outcomes, refused, notes, same, leftOut);
    }
    if (stages.count() < StageClasses.ALL.size()) {
      notes.add(LearningTexts.merged(stages));
    }
    double[] counts = outcomes.stream().mapToDouble(city::weight).toArray();
    WeightEstimate estimate = WeightEstimate.of(sorted, counts, stages, WeightEstimate.DEVIATIONS);
    List<LearningResult.Weight> weights = weights(estimate, outcomes);
    if (weights.stream().anyMatch(LearningResult.Weight::limited)) {
      notes.add(LearningTexts.limited(weights, limit));
    }
    return learnt(labelled, outcomes, null, notes, weights, leftOut);
  }

  private LearningResult learnt(
      int labelled,
      List<Outcome> outcomes,
      @org.jspecify.annotations.Nullable Text refused,
      List<Text> notes,
      List<LearningResult.Weight> weights,
      List<UnusedIntroduction> leftOut) {
    return new LearningResult(
        kind, labelled, outcomes.size() - labelled, refused, notes, weights, leftOut);
  }

  private @org.jspecify.annotations.Nullable Text refusal(
      List<Outcome> outcomes, int labelled, StageClasses stages, CityShare city) {
    if (labelled < LEAST) {
      return LearningTexts.tooFew(labelled);
    }
    if (stages.count() < 2) {
      return LearningTexts.oneClass(outcomes);
    }
    double counted = outcomes.stream().filter(Outcome::ended).mapToDouble(city::weight).sum();
    return counted < LEAST
        ? LearningTexts.tooFewElsewhere(city, names.apply(city.city()), counted)
        : null;
  }

  private static LearningResult.Weight unchanged(SignalWeight of) {
    return new LearningResult.Weight(
        of.side, of.signal, of.label, of.share, of.share, null, null, false, List.of());
  }

  /// Shares after the moves, as [LimitedShares] limits them.
  private List<LearningResult.Weight> weights(WeightEstimate estimate, List<Outcome> outcomes) {
    Map<Integer, LimitedShares> shifts = new HashMap<>();
    for (Side side : Side.values()) {
      List<Integer> of = new ArrayList<>();
      for (int j = 0; j < signals.size(); j++) {
        if (signals.get(j).side == side) {
          of.add(j);
        }
      }
      if (!of.isEmpty()) {
        LimitedShares shift = LimitedShares.of(of, shares(), estimate, limit);
        of.forEach(j -> shifts.put(j, shift));
      }
    }
    List<LearningResult.Weight> weights = new ArrayList<>();
    for (int j = 0; j < signals.size(); j++) {
      SignalWeight signal = signals.get(j);
      LimitedShares shift = java.util.Objects.requireNonNull(shifts.get(j));
      double move = shift.full(j);
      double spread = QUANTILE * shift.deviation(j);
      weights.add(
          new LearningResult.Weight(
              signal.side,
              signal.signal,
              signal.label,
              signal.share,
              round(signal.share * (1 + shift.limited(j))),
              round(signal.share * Math.max(0, 1 + move - spread)),
              round(signal.share * Math.max(0, 1 + move + spread)),
              shift.isAtLimit(j),
              movers(shift, j, estimate, outcomes)));
    }
    return weights;
  }

  private double[] shares() {
    return signals.stream().mapToDouble(SignalWeight::share).toArray();
  }

  private static List<LearningResult.Mover> movers(
      LimitedShares shift, int signal, WeightEstimate estimate, List<Outcome> outcomes) {
    List<LearningResult.Mover> movers = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      double moved = shift.share(signal, estimate.pulls()[i]);
      movers.add(new LearningResult.Mover(outcomes.get(i).introduction(), round(moved)));
    }
    return movers.stream()
        .filter(each -> each.moved() != 0)
        .sorted(
            Comparator.comparingDouble((LearningResult.Mover each) -> -Math.abs(each.moved()))
                .thenComparing(LearningResult.Mover::introduction))
        .limit(MOVERS)
        .toList();
  }

  private static double round(double value) {
    return Math.round(value * MILLION) / MILLION;
  }

  /// Limits the weight of one city's outcomes. A city never counts for more than all others
  /// together; at most one city can exceed this.
  record CityShare(EntryId city, int outcomes, int others) {
    static CityShare of(List<Outcome> outcomes) {
      Map<EntryId, Integer> counts = new HashMap<>();
      outcomes.forEach(each -> counts.merge(each.city(), 1, Integer::sum));
      return counts.entrySet().stream()
          .max(
              Map.Entry.<EntryId, Integer>comparingByValue()
                  .thenComparing(each -> each.getKey().value(), Comparator.reverseOrder()))
          .map(
              most ->
                  new CityShare(most.getKey(), most.getValue(), outcomes.size() - most.getValue()))
          .orElse(new CityShare(new EntryId("none"), 0, 0));
    }

    boolean isReduced() {
      return outcomes > others;
    }

    double weight(Outcome outcome) {
      return isReduced() && outcome.city().equals(city) ? (double) others / outcomes : 1;
    }
  }
}
