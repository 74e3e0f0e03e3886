package greenpair.match;

import static greenpair.match.Cohort.RECOMMENDER;
import static greenpair.match.Soundness.assertWhole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.match.settings.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Opportunities of the partners of the demonstration cohort.
class OpportunitiesTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Snapshot snapshot = COHORT.get().snapshot();

  @Test
  void opportunitiesOfABusMaker_areOpenNeedsForBuses() {
    List<EntryId> found =
        RECOMMENDER
            .opportunities(Kind.FIRM, Given.id("new-flyer"), 0, 20, snapshot)
            .opportunities()
            .stream()
            .map(Opportunities.Opportunity::need)
            .toList();
    assertTrue(found.contains(Given.id("us-ca-sacramento-n3")), found::toString);
    // Lancaster runs its electric buses: that need is met.
    assertFalse(found.contains(Given.id("us-ca-lancaster-n3")), found::toString);
  }

  @Test
  void opportunity_ofEveryPartner_hasTheScoreOfTheCitysSide() {
    for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
      int all = 0;
      for (Entry partner : snapshot.entries(kind, 0, 30)) {
        double before = 1;
        for (Opportunities.Opportunity each :
            RECOMMENDER.opportunities(kind, partner.id(), 0, 5, snapshot).opportunities()) {
          all++;
          RecommendationRequest request =
              RecommendationRequest.ofNeed(kind, each.city(), each.need(), 1);
          Answer.Recommendation city = RECOMMENDER.explain(request, partner.id(), snapshot);
          assertEquals(city.score(), each.score());
          assertEquals(city.explanation(), each.explanation());
          assertTrue(each.score() <= before, each::toString);
          before = each.score();
          assertWhole(each.reason());
          assertTrue(
              each.gates().stream().noneMatch(gate -> gate.verdict() == Verdict.FAIL),
              each::toString);
        }
      }
      assertNotEquals(0, all, kind::word);
    }
  }
}
