package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/// Weights that the outcomes suggest, and their effect. A proposal by itself changes nothing.
///
/// @param id of the weights: the same as long as the outcomes suggest the same weights
/// @param limit share of itself by which a weight may move, in (0, 1]
public record Proposal(
    String id,
    String generation,
    String configuration,
    double limit,
    List<LearningResult> kinds,
    RankingEffect effect) {
  private static final int ID = 12;

  static String id(double limit, List<LearningResult> kinds) {
    StringBuilder text = new StringBuilder();
    for (LearningResult learnt : kinds) {
      for (LearningResult.Weight each : learnt.weights()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s %s %s %.6f %.6f%n",
                learnt.kind(),
                each.side(),
                each.signal(),
                each.before(),
                each.after()));
      }
    }
    text.append(limit);
    return DigestUtils.sha256Hex(text.toString()).substring(0, ID);
  }

  /// Whether nothing was learnt for any kind.
  public boolean wasRefused() {
    return kinds.stream().allMatch(LearningResult::wasRefused);
  }

  /// The weights to put into effect.
  ///
  /// @param by who reviewed them
  public LearntWeights weights(String by, Instant on) {
    return new LearntWeights(id, by, on.truncatedTo(ChronoUnit.SECONDS), limit, changes(kinds));
  }

  static RankingSettings over(RankingSettings experts, List<LearningResult> kinds) {
    return new LearntWeights("", "", Instant.EPOCH, 1, changes(kinds)).over(experts);
  }

  private static Map<Side, Map<Kind, Map<String, LearntWeights.Change>>> changes(
      List<LearningResult> kinds) {
    Map<Side, Map<Kind, Map<String, LearntWeights.Change>>> changes = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<Kind, Map<String, LearntWeights.Change>> of = new EnumMap<>(Kind.class);
      for (LearningResult learnt : kinds) {
        Map<String, LearntWeights.Change> shares = new LinkedHashMap<>();
        learnt.weights().stream()
            .filter(each -> each.side() == side)
            .forEach(
                each ->
                    shares.put(
                        each.signal(), new LearntWeights.Change(each.before(), each.after())));
        if (!learnt.wasRefused() && !shares.isEmpty()) {
          of.put(learnt.kind(), shares);
        }
      }
      changes.put(side, of);
    }
    return changes;
  }
}
