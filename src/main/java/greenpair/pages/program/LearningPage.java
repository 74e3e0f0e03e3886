package greenpair.pages.program;

import greenpair.learn.LearningResult;
import greenpair.learn.ShadowRanking;
import greenpair.learn.ShadowReport;
import greenpair.match.settings.LearntWeights;
import greenpair.pages.view.Form;
import greenpair.program.access.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What outcomes of introductions suggest about the weights, for coordinators who decide on it.
///
/// @param proposal id of what is proposed
/// @param move maximum change of a weight, in %
/// @param inForce effective learnt weights; null while the experts' weights apply
/// @param cycle the shadow cycle that was started last; null if none was
/// @param shadowDays days for which a shadow cycle runs by default
/// @param writable whether what is approved or withdrawn can take effect on this server
/// @param decisions newest first
public record LearningPage(
    String proposal,
    int move,
    List<LearningResult> kinds,
    ShadowRanking shadow,
    @Nullable InForce inForce,
    @Nullable ShadowReport cycle,
    int shadowDays,
    boolean writable,
    List<Decided> decisions,
    Form form) {
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

  /// The decision of a coordinator.
  ///
  /// @param decision `weights.approve`, `weights.reject`, `weights.withdraw`, `weights.shadow` or
  ///     `weights.end_shadow`; `weights.shadow_ended` if a shadow cycle ended by itself
  public record Decided(Instant at, String who, String decision, String about) {
    public static Decided of(AuditEntry entry) {
      return new Decided(entry.at(), entry.who(), entry.action(), entry.subject());
    }
  }

  /// Whether there is anything to approve, to reject or to withdraw.
  public boolean isDecidable() {
    return inForce != null || kinds.stream().anyMatch(each -> !each.wasRefused());
  }

  /// Whether a shadow cycle runs.
  public boolean isShadowed() {
    return cycle != null && cycle.ended() == null;
  }

  /// Whether the weights of the last cycle can be approved as they ran: they are not effective, and
  /// no longer the proposal.
  public boolean isCycleApprovable() {
    return writable
        && cycle != null
        && !cycle.proposal().equals(proposal)
        && (inForce == null || !inForce.proposal().equals(cycle.proposal()));
  }

  /// Whether something was learnt that is not yet effective.
  public boolean isOpen() {
    return kinds.stream().anyMatch(each -> !each.wasRefused())
        && (inForce == null || !inForce.proposal().equals(proposal));
  }
}
