package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.Market;
import greenpair.index.query.Candidate;
import greenpair.index.query.CityTraits;
import greenpair.index.query.Precedent;
import greenpair.match.Given;
import greenpair.match.rules.Ask;
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
  private static final Ask ASK = Given.ask(HERE, Given.BUS).make();

  private static final double PRIOR = Given.RULES.ranking().prior(Presence.NAME);
  private static final double SHARE = Given.RULES.ranking().places().countryShare();

  /// What n cases give to a firm of unknown seat.
  private static double adding(double cases) {
    return PRIOR + (1 - PRIOR) * cases / (cases + 1);
  }

  private static Signal.Reading read(Given.FirmMaker firm) {
    return Given.read(new Presence(), ASK, firm.make());
  }

  private static Precedent in(CityTraits city, String id) {
    return Given.done(id, city, Given.LED).make();
  }

  @Test
  void casesInTheRegion_countMost_andSaturate() {
    // p + (1 - p) n / (n + 1) with n = n_r + c n_c
    assertEquals(adding(1 + SHARE), read(Given.firm("f").did(in(NEXT, "d1"))).value(), EXACT);
    assertEquals(
        adding(2 + 2 * SHARE),
        read(Given.firm("f").did(in(NEXT, "d1"), in(HERE, "d2"))).value(),
        EXACT);
  }

  @Test
  void casesInTheCountry_countBelow() {
    assertEquals(adding(SHARE), read(Given.firm("f").did(in(FAR, "d1"))).value(), EXACT);
  }

  @Test
  void regionOfTheCityUnknown_countryCountsAlone() {
    Ask somewhere = Given.ask(Given.city("somewhere").make(), Given.BUS).make();
    Candidate firm = Given.firm("f").did(in(FAR, "d1")).make();
    assertEquals(adding(1), Given.read(new Presence(), somewhere, firm).value(), EXACT);
  }

  @Test
  void caseOfEightYearsAgo_countsHalf() {
    Precedent old = Given.done("d", NEXT, Given.LED).years(null, Given.NOW - 8).make();
    assertEquals(adding((1 + SHARE) / 2), read(Given.firm("f").did(old)).value(), EXACT);
  }

  @Test
  void seat_countsAsOneCaseOfThisYear_inPlaceOfThePrior() {
    double near = (1 + SHARE) / (2 + SHARE);
    assertEquals(near, read(Given.firm("f").seat("CN", "CN-SC")).value(), EXACT);
    double far = SHARE / (1 + SHARE);
    assertEquals(far, read(Given.firm("f").seat("CN", "CN-JL")).value(), EXACT);
  }

  @Test
  void muchWorkElsewhere_countsBelowOneCaseInTheRegion() {
    Precedent[] many = new Precedent[10];
    for (int i = 0; i < many.length; i++) {
      many[i] = in(FAR, "d" + i);
    }
    double busy = read(Given.firm("f").did(many)).value();
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
    assertEquals(Signal.Reading.of(PRIOR), read(Given.firm("f").did(in(ABROAD, "d1"))));
    assertEquals(Signal.Reading.of(0), read(Given.firm("f").seat("US", "US-CA")));
  }

  @Test
  void nothingKnown_isUnknown() {
    assertEquals(Signal.Reading.unknown(PRIOR), read(Given.firm("f")));
  }

  @Test
  void gradeD_doesNotCount() {
    Precedent plan = Given.done("d", NEXT, Given.BUS).grade(Grade.D).make();
    assertEquals(false, read(Given.firm("f").did(plan)).known());
  }

  @ParameterizedTest
  @EnumSource(
      value = Deployment.Status.class,
      names = {"FAILED", "PLANNED", "BUILDING"})
  void unfinishedOrFailedCase_doesNotCount(Deployment.Status status) {
    Precedent plan = Given.done("d", NEXT, Given.BUS).grade(Grade.C).status(status).make();
    assertEquals(false, read(Given.firm("f").did(plan)).known());
  }
}
