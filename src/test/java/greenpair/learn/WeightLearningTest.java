package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.match.Given;
import greenpair.match.past.WeightEstimator.Estimate;
import greenpair.match.settings.LearntWeights;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What holds for all kinds is learnt from the outcomes of all kinds.
class WeightLearningTest {
  /// A kind whose outcomes are that much more probable if new work counts more.
  private static Function<LearntWeights, Estimate> kind(double gain, double rightAfter) {
    return weights ->
        new Estimate(
            Given.RULES.ranking(),
            0,
            Map.of(),
            30,
            -50 + (weights.halfLife() == 0.5 ? gain : 0),
            0.5,
            0.5,
            0.6,
            weights.halfLife() == 0.5 ? rightAfter : 0.6);
  }

  @Test
  void halfLife_ofOneKind_changesForAllUnlessAnotherKindSpeaksAgainst() {
    assertEquals(0.5, WeightLearning.shared(List.of(kind(9, 0.7), kind(-2, 0.6))).halfLife());
    assertEquals(LearntWeights.NONE, WeightLearning.shared(List.of(kind(9, 0.7), kind(-8, 0.6))));
    assertEquals(LearntWeights.NONE, WeightLearning.shared(List.of(kind(9, 0.7), kind(0, 0.5))));
    assertEquals(LearntWeights.NONE, WeightLearning.shared(List.of()));
  }

  @Test
  void changedHalfLife_isSaidToChangeTheListsOfEveryKind() {
    assertEquals(List.of(), WeightLearning.says(LearntWeights.NONE));
    LearntWeights half = WeightLearning.shared(List.of(kind(9, 0.7)));
    assertEquals(
        "This holds for all kinds: lists of firms, financiers, solutions and experts change.",
        WeightLearning.says(half).getLast().en());
  }
}
