package greenpair.match;

import static greenpair.match.Cohort.ALL;
import static greenpair.match.Cohort.RECOMMENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.explain.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Lists in which near-ties are swapped.
class ExploringTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();

  private static List<EntryId> ids(Answer answer) {
    return new ArrayList<>(
        answer.recommendations().stream().map(Answer.Recommendation::id).toList());
  }

  @Test
  void explored_isTheListByScore_withTheNamedPairsSwapped_andNothingElse() {
    int pairs = 0;
    int swapped = 0;
    for (EntryId city : cohort.cities()) {
      Request request = Request.ofCity(Kind.FIRM, city, ALL);
      Answer plain = RECOMMENDER.recommend(request, cohort.snapshot());
      assertNull(plain.exploration());
      Answer explored = RECOMMENDER.recommend(request.exploring(7L), cohort.snapshot());
      Answer.Exploration told = Objects.requireNonNull(explored.exploration());
      assertEquals(7, told.seed());
      List<EntryId> expected = ids(plain);
      for (Answer.Tie tie : told.ties()) {
        int at = tie.rank() - 1;
        assertEquals(tie.first(), expected.get(at));
        assertEquals(tie.second(), expected.get(at + 1));
        double gap =
            plain.recommendations().get(at).score() - plain.recommendations().get(at + 1).score();
        assertTrue(gap <= told.margin() + 1e-9, () -> tie + " of " + city);
        if (tie.swapped()) {
          Collections.swap(expected, at, at + 1);
          swapped++;
        }
        pairs++;
      }
      assertEquals(expected, ids(explored));
      assertEquals(
          ids(explored), ids(RECOMMENDER.recommend(request.exploring(7L), cohort.snapshot())));
    }
    assertTrue(pairs > 20, "pairs: " + pairs);
    assertTrue(swapped > pairs / 4 && swapped < pairs * 3 / 4, swapped + " of " + pairs);
  }
}
