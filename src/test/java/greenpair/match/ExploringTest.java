package greenpair.match;

import static greenpair.match.Cohort.ALL;
import static greenpair.match.Cohort.RECOMMENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.reason.Answer;
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
      RecommendationRequest request = RecommendationRequest.ofCity(Kind.FIRM, city, ALL);
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
      List<Answer.Recommendation> shown = explored.recommendations();
      for (Answer.Recommendation each : shown) {
        Answer.Counterfactual more = each.counterfactual();
        assertTrue(more == null || more.fromRank() == each.rank(), () -> each.id() + ": " + more);
        Answer.Pivot pivot = each.pivot();
        assertTrue(
            pivot == null || (pivot.bestRank() <= each.rank() && pivot.worstRank() >= each.rank()),
            () -> each.id() + ": " + pivot);
        if (each.rank() > 1 && shown.get(each.rank() - 2).score() < each.score()) {
          String why = String.valueOf(each.reason().en());
          assertFalse(why.contains("Almost level with"), why);
          assertFalse(why.contains("Nothing on record sets it apart"), why);
        }
      }
      assertEquals(
          ids(explored), ids(RECOMMENDER.recommend(request.exploring(7L), cohort.snapshot())));
    }
    assertTrue(pairs > 20, "pairs: " + pairs);
    assertTrue(swapped > pairs / 4 && swapped < pairs * 3 / 4, swapped + " of " + pairs);
  }

  @Test
  void page_namesThePairsOfWhichItShowsAnEntry_andCountsAll() {
    int outside = 0;
    for (EntryId city : cohort.cities()) {
      RecommendationRequest whole =
          RecommendationRequest.ofCity(Kind.FIRM, city, ALL).exploring(7L);
      Answer.Exploration all =
          Objects.requireNonNull(RECOMMENDER.recommend(whole, cohort.snapshot()).exploration());
      RecommendationRequest page =
          RecommendationRequest.ofCity(Kind.FIRM, city, 2).exploring(7L).startingAt(1);
      Answer.Exploration told =
          Objects.requireNonNull(RECOMMENDER.recommend(page, cohort.snapshot()).exploration());
      assertEquals(
          all.ties().stream().filter(tie -> tie.rank() >= 1 && tie.rank() <= 3).toList(),
          told.ties());
      assertEquals(all.pairs(), told.pairs());
      outside += all.ties().size() - told.ties().size();
    }
    assertTrue(outside > 0, "no pair lies outside a page");
  }

  @Test
  void diverseList_isNotExplored() {
    RecommendationRequest diverse =
        new RecommendationRequest(
            Kind.FIRM, cohort.cities().getFirst(), null, null, null, ALL, true, false);
    String refused =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> diverse.exploring(7L)).getMessage());
    assertTrue(refused.contains("explore must not be given together with diverse"), refused);
  }
}
