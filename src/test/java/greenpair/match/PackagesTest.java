package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Packages for the needs of the demonstration cohort.
class PackagesTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();
  private final Snapshot snapshot = cohort.snapshot();

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
