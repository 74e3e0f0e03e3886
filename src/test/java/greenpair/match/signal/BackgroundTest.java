package greenpair.match.signal;

import static greenpair.match.signal.BusCases.HERE;
import static greenpair.match.signal.BusCases.RANKING;
import static greenpair.match.signal.BusCases.buses;
import static greenpair.match.signal.BusCases.done;
import static greenpair.match.signal.BusCases.firm;
import static greenpair.match.signal.BusCases.maker;
import static greenpair.match.signal.BusCases.rank;
import static greenpair.match.signal.BusCases.weigh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Deployment.Role;
import greenpair.catalog.Deployment.Success;
import greenpair.catalog.Grade;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.Precedent;
import greenpair.match.AskMaker;
import greenpair.match.CaseMaker;
import greenpair.match.Given;
import org.junit.jupiter.api.Test;

/// Which cases are mere background of a candidate.
class BackgroundTest {
  @Test
  void size_countsOnALogScale_andMuchSmallerIsBackground() {
    AskMaker query =
        buses().purchase(List.of(), new Deployment.Quantity(1000, new Text("buses", null)));
    double whole = weigh(query, firm(), done().quantity(1000, "articulated buses")).weight();
    assertEquals(whole, weigh(query, firm(), done().quantity(5000, "buses ordered")).weight());
    assertEquals(whole / 2, weigh(query, firm(), done().quantity(100, "buses")).weight(), 1e-12);
    WeighedCase small = weigh(query, maker(), done().quantity(9, "trucks"));
    assertEquals(0.009, small.size());
    assertEquals(Set.of(Background.TOO_SMALL), small.background());
    double unlike = weigh(query, firm(), done().quantity(9, "MW (up to)")).weight();
    assertEquals(RANKING.sizes().unknown() * whole, unlike, 1e-12);
    for (CaseMaker done : List.of(done(), done().quantity(9, "MW"))) {
      assertEquals(Set.of(Background.UNKNOWN_SIZE), weigh(query, maker(), done).background());
    }
    assertEquals(Set.of(), weigh(buses(), maker(), done()).background());
  }

  @Test
  void units_areConverted() {
    AskMaker query = buses().purchase(List.of(), new Deployment.Quantity(3, new Text("GW", null)));
    Double size = weigh(query, firm(), done().quantity(300_000, "kW of panels")).size();
    assertEquals(0.1, Objects.requireNonNull(size), 1e-12);
    assertEquals(null, weigh(query, firm(), done().quantity(3, "GWh")).size());
  }

  @Test
  void oldPlannedAndWideCases_areBackground() {
    int oldest = RANKING.headline().oldest();
    assertEquals(Set.of(), background(done().years(null, Given.NOW - oldest + 1)));
    assertEquals(Set.of(Background.OLD), background(done().years(null, Given.NOW - oldest)));
    assertEquals(Set.of(Background.PLANNED), background(done().years(null, Given.NOW + 1)));
    assertEquals(Set.of(Background.PROGRAMME), background(done().programme()));
    assertEquals(Set.of(Background.CLOSED), background(done().status(Deployment.Status.CLOSED)));
    assertFalse(rank(buses(), maker().did(done().programme().make())).isProven());
  }

  @Test
  void trialsBareClaimsAndFailures_areBackground() {
    assertEquals(Set.of(Background.TRIAL), background(done().quantity(2, "buses ordered")));
    assertEquals(Set.of(), background(done().quantity(3, "buses ordered")));
    assertEquals(Set.of(Background.UNMEASURED), background(done().grade(Grade.C)));
    assertEquals(Set.of(), background(done().grade(Grade.C).quantity(9, "MW")));
    assertEquals(
        Set.of(Background.WENT_WRONG), background(done().part("f", Role.MAKER, Success.POOR)));
    AskMaker two = buses().purchase(List.of(), new Deployment.Quantity(2, new Text("buses", null)));
    assertEquals(Set.of(), weigh(two, maker(), done().quantity(2, "buses")).background());
  }

  @Test
  void worstCase_isOneOfTheOwnPart() {
    for (Success each : Success.values()) {
      CaseMaker failed = done().status(Deployment.Status.FAILED).part("f", Role.MAKER, each);
      assertEquals(
          each != Success.GOOD, rank(buses(), maker().did(failed.make())).worst().isPresent());
    }
    CaseMaker ofOthers =
        done().status(Deployment.Status.FAILED).part("g", Role.MAKER, Success.POOR);
    assertTrue(rank(buses(), maker().did(ofOthers.make())).worst().isEmpty());
  }

  /// A reader asks when it was, and who does the other two thirds; lamps and waste are bought apart
  /// from buses.
  @Test
  void undatedCase_orAThirdOfTheNeed_provesNobody() {
    List<Need.Good> vehicles = List.of(Need.Good.PRODUCT);
    CaseMaker good = done().part("f", Role.MAKER, Success.GOOD);
    assertTrue(rank(buses().purchase(vehicles, null), firm().did(good.make())).isProven());
    AskMaker more = Given.query(HERE, Given.BUS, Given.LED).purchase(vehicles, null);
    assertTrue(rank(more, firm().did(good.make())).isProven());
    AskMaker most =
        Given.query(HERE, Given.BUS, "TRN.EV.CHG", "TRN.ACT.BKS").purchase(vehicles, null);
    assertFalse(rank(most, firm().did(good.make())).isProven());
    AskMaker apart = Given.query(HERE, Given.BUS, Given.LED, "WST.ORG.AD").purchase(vehicles, null);
    assertTrue(rank(apart, firm().did(good.make())).isProven());
    Precedent undated = good.years(null, null).make();
    assertFalse(rank(buses().purchase(vehicles, null), firm().did(undated)).isProven());
  }

  /// What a reason would state as 60% is not less than 60%.
  @Test
  void likeness_isComparedAsItIsStated() {
    assertTrue(RANKING.headline().isAlike(0.598));
    assertFalse(RANKING.headline().isAlike(0.594));
  }

  @Test
  void contractInThisCity_makesAnIncumbent() {
    for (Deployment.Status each : List.of(Deployment.Status.APPROVED, Deployment.Status.BUILDING)) {
      Precedent let = Given.done("d", HERE, Given.BUS).grade(Grade.D).status(each).make();
      assertTrue(rank(buses(), maker().did(let)).isIncumbent());
    }
    Precedent plan =
        Given.done("d", HERE, Given.BUS).grade(Grade.D).status(Deployment.Status.PLANNED).make();
    assertFalse(rank(buses(), maker().did(plan)).isIncumbent());
  }

  /// One bus of a fleet of two makers proves one bus.
  @Test
  void size_isThatOfTheOwnPart() {
    AskMaker query =
        buses().purchase(List.of(), new Deployment.Quantity(50, new Text("buses", null)));
    CaseMaker fleet =
        done().quantity(100, "buses").figure("f", Role.MAKER, new Attributes.Size(1, "bus"));
    WeighedCase own = weigh(query, maker(), fleet);
    assertEquals(0.02, own.size());
    assertEquals(Set.of(Background.TOO_SMALL, Background.TRIAL), own.background());
    assertEquals(2, weigh(query, Given.firm("g", Given.BUS), fleet).size());
  }

  private static Set<Background> background(CaseMaker done) {
    return weigh(buses(), maker(), done).background();
  }
}
