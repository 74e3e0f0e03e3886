package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.CohortAnswers.Asked;
import greenpair.match.reason.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scores and ranks of every answer about the demonstration cohort are what their explanations say.
abstract class ExplanationFacts {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  @Test
  void explanation_ofEveryAnswer_addsUpToTheScoreExactly() {
    int[] sums = {0};
    cohort.asked.forEach(
        each -> {
          each.all()
              .forEach(
                  one -> {
                    Facts.assertSums(one.explanation(), one.score(), one.id() + each.place());
                    sums[0]++;
                  });
          each.ranking()
              .forEach(
                  one -> Facts.assertSums(one.explanation(), one.score(), one.id() + each.place()));
        });
    assertTrue(sums[0] > 5000, sums[0] + " recommendations");
  }

  @Test
  void recommendations_areBestFirst_withRanksFromOne() {
    cohort.asked.forEach(
        each -> {
          List<Answer.Recommendation> list = each.answer().recommendations();
          for (int i = 0; i < list.size(); i++) {
            assertEquals(i + 1, list.get(i).rank(), each.place());
            assertTrue(i == 0 || list.get(i - 1).score() >= list.get(i).score(), each.place());
          }
        });
  }

  @Test
  void explain_ofARecommendedEntry_isTheSameAsInTheAnswer() {
    for (Asked each : cohort.asked) {
      if (each.request().need() != null && !each.answer().recommendations().isEmpty()) {
        Answer.Recommendation first = each.answer().recommendations().getFirst();
        assertEquals(
            first.explanation(),
            cohort.recommender.explain(each.request(), first.id(), cohort.snapshot).explanation(),
            each.place());
      }
    }
  }
}
