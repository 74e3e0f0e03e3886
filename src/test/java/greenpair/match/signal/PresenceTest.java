package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Market;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.settings.MatchQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresenceTest {
  private static final double EXACT = 1e-12;
  private static final CityTraits HERE = Given.city("here").region("CN-SC").make();
  private static final CityTraits NEXT = Given.city("next").region("CN-SC").make();
  private static final CityTraits FAR = Given.city("far").region("CN-JL").make();
  private static final CityTraits ABROAD = Given.city("abroad").country("US").make();
  private static final MatchQuery QUERY = Given.query(HERE, Given.BUS).make();

  private static final double PRIOR = Given.RULES.ranking().prior(Presence.NAME);

  /// What is expected of a firm that has worked in that many regions this year.
  private static double expected(int regions) {
    double memory = 1 / (1 - Given.RULES.ranking().places().fading().after(1));
    return Presence.SHARE
        * (EntryRate.RATE * EntryRate.STRENGTH + regions)
        / (EntryRate.STRENGTH + memory);
  }

  /// What n cases give to a firm of unknown seat.
  private static double adding(double cases) {
    return PRIOR + (1 - PRIOR) * cases / (cases + 1);
  }

  private static Signal.SignalValue read(FirmMaker firm) {
    return Given.read(new Presence(), QUERY, firm.make());
  }

  private static Precedent in(CityTraits city, String id) {
    return Given.done(id, city, Given.LED).make();
  }

  @Test
  void casesInTheRegion_countMost_andSaturate() {
    // p + (1 - p) n / (n + 1) with n = n_r + c r
    assertEquals(adding(1 + expected(1)), read(Given.firm("f").did(in(NEXT, "d1"))).value(), EXACT);
    assertEquals(
        adding(2 + expected(1)),
        read(Given.firm("f").did(in(NEXT, "d1"), in(HERE, "d2"))).value(),
        EXACT);
  }

  @Test
  void casesInTheCountry_countBelow() {
    assertEquals(adding(expected(1)), read(Given.firm("f").did(in(FAR, "d1"))).value(), EXACT);
  }

  @Test
  void regionOfTheCityUnknown_countryCountsAlone() {
    MatchQuery somewhere = Given.query(Given.city("somewhere").make(), Given.BUS).make();
    Candidate firm = Given.firm("f").did(in(FAR, "d1")).make();
    assertEquals(adding(1), Given.read(new Presence(), somewhere, firm).value(), EXACT);
  }

  @Test
  void caseOfEightYearsAgo_countsHalf() {
    Precedent old = Given.done("d", NEXT, Given.LED).years(null, Given.NOW - 8).make();
    assertEquals(
        adding(
            0.5
                + Presence.SHARE
                    * (EntryRate.RATE * EntryRate.STRENGTH + 0.5)
                    / (EntryRate.STRENGTH
                        + 1 / (1 - Given.RULES.ranking().places().fading().after(1)))),
        read(Given.firm("f").did(old)).value(),
        EXACT);
  }

  @Test
  void seat_countsAsOneCaseOfThisYear_inPlaceOfThePrior() {
    double near = (1 + expected(0)) / (2 + expected(0));
    assertEquals(near, read(Given.firm("f").seat("CN", "CN-SC")).value(), EXACT);
    double far = expected(0) / (1 + expected(0));
    assertEquals(far, read(Given.firm("f").seat("CN", "CN-JL")).value(), EXACT);
  }

  @Test
  void workInManyOtherRegions_countsMoreThanInOne_andBelowOneCaseHere() {
    Precedent[] many = new Precedent[5];
    for (int i = 0; i < many.length; i++) {
      many[i] = in(Given.city("c" + i).region("CN-R" + i).make(), "d" + i);
    }
    double busy = read(Given.firm("f").did(many)).value();
    assertEquals(adding(expected(5)), busy, EXACT);
    assertTrue(busy > read(Given.firm("f").did(in(FAR, "d1"))).value());
    assertTrue(busy < read(Given.firm("f").did(in(NEXT, "d1"))).value());
  }

  @Test
  void statedMarketAlone_saysNothingOfWork() {
    Market china = new Market(List.of("CN"), List.of(), List.of());
    assertEquals(false, read(Given.firm("f").market(china)).known());
  }

  @Test
  void seatAbroad_isKnownAbsence_workAbroadIsNot() {
    double workAbroad = Presence.ABROAD * expected(1);
    assertEquals(adding(workAbroad), read(Given.firm("f").did(in(ABROAD, "d1"))).value(), EXACT);
    double seatAbroad = Presence.ABROAD * expected(0);
    assertEquals(
        seatAbroad / (1 + seatAbroad), read(Given.firm("f").seat("US", "US-CA")).value(), EXACT);
  }

  @Test
  void nothingKnown_isUnknown() {
    assertEquals(Signal.SignalValue.unknown(PRIOR), read(Given.firm("f")));
  }

  @Test
  void gradeD_doesNotCount() {
    Precedent plan = Given.done("d", NEXT, Given.BUS).grade(Grade.D).make();
    assertEquals(false, read(Given.firm("f").did(plan)).known());
  }

  @ParameterizedTest
  @EnumSource(
      value = Deployment.Status.class,
      names = {"PLANNED", "APPROVED", "BUILDING"})
  void caseThatIsNotDoneYet_countsInPart_andProvesNothing(Deployment.Status status) {
    double part = Given.RULES.ranking().places().pending().getOrDefault(status, 0.0);
    Precedent plan = Given.done("d", NEXT, Given.BUS).grade(Grade.D).status(status).make();
    assertTrue(part > 0 && part < 1);
    assertEquals(adding(part + expected(1)), read(Given.firm("f").did(plan)).value(), EXACT);
    assertEquals(
        0, Given.read(new DeploymentEvidence(), QUERY, Given.firm("f").did(plan).make()).value());
  }

  @ParameterizedTest
  @EnumSource(
      value = Deployment.Status.class,
      names = {"FAILED", "REFUSED", "WITHDRAWN", "EXPIRED"})
  void caseThatCameToNothing_doesNotCount(Deployment.Status status) {
    Precedent plan = Given.done("d", NEXT, Given.BUS).grade(Grade.D).status(status).make();
    assertEquals(false, read(Given.firm("f").did(plan)).known());
  }
}
