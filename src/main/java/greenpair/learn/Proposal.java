package greenpair.learn;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.settings.LearntWeights;
import org.apache.commons.codec.digest.DigestUtils;

/// What outcomes suggest, and its effect. A proposal by itself changes nothing.
///
/// @param id of the weights: the same as long as the outcomes suggest the same
public record Proposal(
    String id,
    String generation,
    String configuration,
    List<OfKind> kinds,
    LearntWeights weights,
    RankingEffect effect) {
  private static final int ID = 12;

  /// What the outcomes of a kind say.
  ///
  /// @param learnt false if nothing changes; the texts say why
  /// @param says in words, what the outcomes say
  /// @param factors of the weights that change, by signal
  public record OfKind(
      Kind kind,
      int labelled,
      int open,
      boolean learnt,
      List<Text> says,
      Map<String, Double> factors,
      List<UnusedIntroduction> leftOut) {}

  static String id(LearntWeights weights) {
    return DigestUtils.sha256Hex(weights.yaml()).substring(0, ID);
  }

  /// Whether something was learnt.
  public boolean hasLearnt() {
    return !weights.equals(LearntWeights.NONE);
  }
}
