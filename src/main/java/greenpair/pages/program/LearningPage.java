package greenpair.pages.program;

import greenpair.learn.LearningResult;
import greenpair.learn.RankingEffect;
import greenpair.match.settings.LearntWeights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What outcomes of introductions suggest about the weights, for coordinators.
///
/// @param proposal id of what is proposed
/// @param move maximum change of a weight, in %
/// @param inForce effective learnt weights; null while the experts' weights apply
public record LearningPage(
    String proposal,
    int move,
    List<LearningResult> kinds,
    RankingEffect effect,
    @Nullable InForce inForce) {
  /// Maximum changes that the page offers, in %; the first is the default.
  public static final List<Integer> MOVES = List.of(20, 40, 100);

  /// The effective learnt weights.
  public record InForce(String proposal, String by, Instant on, double limit) {
    public static @Nullable InForce of(@Nullable LearntWeights weights) {
      return weights == null
          ? null
          : new InForce(weights.proposal(), weights.by(), weights.on(), weights.limit());
    }
  }

  /// Whether something was learnt for at least one kind.
  public boolean isLearnt() {
    return kinds.stream().anyMatch(each -> !each.wasRefused());
  }
}
