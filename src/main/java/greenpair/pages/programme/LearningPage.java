package greenpair.pages.programme;

import greenpair.learn.Learnt;
import greenpair.learn.ShadowRanking;
import greenpair.pages.look.Form;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What outcomes of introductions say about the weights, for who decides about it.
///
/// @param proposal id of what is proposed
/// @param move what a weight may move at most, in % of itself
/// @param inForce learnt weights that hold; null while the experts' own do
/// @param writable whether what is approved or withdrawn can take effect on this server
/// @param decisions newest first
/// @param form what was typed when a decision was refused
public record LearningPage(
    String proposal,
    int move,
    List<Learnt> kinds,
    ShadowRanking shadow,
    @Nullable InForce inForce,
    boolean writable,
    List<Decided> decisions,
    Form form) {
  /// Moves that the page offers, in %; the first is what needs nobody's approval beforehand.
  public static final List<Integer> MOVES = List.of(20, 40, 100);

  /// Learnt weights that hold.
  public record InForce(String proposal, String by, Instant on) {}

  /// What a coordinator decided.
  public record Decided(Instant at, String who, String decision, String about) {}

  /// Whether something was learnt that is not in force already.
  public boolean isOpen() {
    return kinds.stream().anyMatch(each -> !each.wasRefused())
        && (inForce == null || !inForce.proposal().equals(proposal));
  }
}
