package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.program.ShadowCycle;
import greenpair.program.ShadowCycle.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The weights of a shadow cycle.
final class ShadowWeights {
  /// Tolerance for the experts' weights, as in [LearntWeights].
  private static final double CLOSE = 1e-6;

  private ShadowWeights() {}

  /// Those of a proposal; a kind about which nothing was learnt is missing.
  static List<Weight> of(Proposal proposal) {
    List<Weight> weights = new ArrayList<>();
    for (LearningResult learnt : proposal.kinds()) {
      if (!learnt.wasRefused()) {
        for (LearningResult.Weight each : learnt.weights()) {
          weights.add(
              new Weight(
                  word(each.side()), learnt.kind(), each.signal(), each.before(), each.after()));
        }
      }
    }
    return weights;
  }

  /// The experts' settings with these weights in place; empty if they were learnt from other
  /// weights of the experts.
  static Optional<RankingSettings> over(RankingSettings experts, List<Weight> weights) {
    LearntWeights learnt = new LearntWeights("", "", Instant.EPOCH, 1, changes(weights));
    for (Map.Entry<Side, Map<Kind, Map<String, LearntWeights.Change>>> side :
        learnt.weights().entrySet()) {
      for (Map.Entry<Kind, Map<String, LearntWeights.Change>> each : side.getValue().entrySet()) {
        if (!isLearntFrom(each.getValue(), experts.weights(each.getKey(), side.getKey()))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(learnt.over(experts));
  }

  /// The weights of a cycle as they ran, not yet approved.
  static LearntWeights of(ShadowCycle cycle) {
    double most =
        cycle.weights().stream()
            .filter(each -> each.before() > 0)
            .mapToDouble(each -> Math.abs(each.after() / each.before() - 1))
            .max()
            .orElse(0);
    double limit = Math.min(1, Math.ceil(100 * most) / 100);
    return new LearntWeights(cycle.proposal(), "", Instant.EPOCH, limit, changes(cycle.weights()));
  }

  private static Map<Side, Map<Kind, Map<String, LearntWeights.Change>>> changes(
      List<Weight> weights) {
    Map<Side, Map<Kind, Map<String, LearntWeights.Change>>> changes = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<Kind, Map<String, LearntWeights.Change>> kinds = new EnumMap<>(Kind.class);
      for (Weight each : weights) {
        if (each.side().equals(word(side))) {
          kinds
              .computeIfAbsent(each.kind(), kind -> new LinkedHashMap<>())
              .put(each.signal(), new LearntWeights.Change(each.before(), each.after()));
        }
      }
      changes.put(side, kinds);
    }
    return changes;
  }

  private static boolean isLearntFrom(
      Map<String, LearntWeights.Change> changes, Map<String, Double> experts) {
    return changes.keySet().equals(experts.keySet())
        && experts.entrySet().stream()
            .allMatch(
                each -> {
                  LearntWeights.Change change = changes.get(each.getKey());
                  return change != null && Math.abs(change.before() - each.getValue()) <= CLOSE;
                });
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
