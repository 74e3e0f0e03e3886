package greenpair.match;

import static greenpair.match.Soundness.assertExact;
import static greenpair.match.Soundness.assertWhole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Packages for the needs of the demonstration cohort.
class PackagesTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();
  private final Snapshot snapshot = cohort.snapshot();

  @Test
  void packages_ofEveryNeed_holdOnlyWhatIsRecommendedAlone() {
    int all = 0;
    for (Need need : cohort.needs()) {
      Set<EntryId> solutions = cohort.good(Kind.SOLUTION, need);
      Set<EntryId> firms = cohort.good(Kind.FIRM, need);
      Set<EntryId> financiers = cohort.good(Kind.FINANCIER, need);
      double before = 1;
      Set<List<EntryId>> seen = new HashSet<>();
      for (Packages.Offer offer : cohort.packages(need.id())) {
        all++;
        assertTrue(solutions.contains(offer.solution().id()), offer::toString);
        assertTrue(firms.contains(offer.firm().id()), offer::toString);
        assertTrue(financiers.contains(offer.financier().id()), offer::toString);
        assertTrue(
            seen.add(List.of(offer.solution().id(), offer.firm().id(), offer.financier().id())),
            offer::toString);
        assertExact(offer.explanation(), offer.score());
        double sum =
            0.3 * offer.solution().score()
                + 0.35 * offer.firm().score()
                + 0.25 * offer.financier().score()
                + (offer.precedents().isEmpty() ? 0 : 0.1);
        assertEquals(sum, offer.score(), 3e-6);
        assertTrue(offer.score() <= before, offer::toString);
        before = offer.score();
        assertWhole(offer.reason());
      }
    }
    assertNotEquals(0, all);
  }

  @Test
  void sharedDeployment_isAPrecedentOfThePackage() {
    List<Packages.Offer> shared =
        cohort.needs().stream()
            .flatMap(need -> cohort.packages(need.id()).stream())
            .filter(each -> !each.precedents().isEmpty())
            .toList();
    assertFalse(shared.isEmpty());
    for (Packages.Offer each : shared) {
      assertTrue(
          String.valueOf(each.reason().en()).contains("were both part of this case: "),
          each.reason()::toString);
    }
  }

  @Test
  void precedents_ofEveryPackage_nameBothPartnersAndAreBuilt() {
    for (Need need : cohort.needs()) {
      for (Packages.Offer offer : cohort.packages(need.id())) {
        for (EntryId id : offer.precedents()) {
          Deployment shared = (Deployment) snapshot.entry(Kind.DEPLOYMENT, id).orElseThrow();
          assertTrue(shared.firms().contains(offer.firm().id()), id::value);
          assertTrue(shared.financiers().contains(offer.financier().id()), id::value);
          assertTrue(shared.grade().proves(), id::value);
        }
      }
    }
  }
}
