package greenpair.pages.program;

import greenpair.learn.Proposal;
import greenpair.match.settings.LearntWeights;

/// What outcomes of introductions say about the weights, for coordinators.
///
/// @param current learnt weights
public record LearningPage(Proposal proposal, LearntWeights current) {
  /// Whether learnt weights are in use.
  public boolean hasCurrent() {
    return !current.equals(LearntWeights.NONE);
  }
}
