package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Place;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.Given;
import greenpair.match.settings.MatchQuery;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NearnessTest {
  private static final CityTraits HERE = Given.city("here").place(30, 100).make();

  /// One degree of latitude away: pi x 6371.0088 / 180 km.
  private static final CityTraits NEXT = Given.city("next").place(31, 100).make();

  private static final double DEGREE = Math.PI * 6371.0088 / 180;
  private static final MatchQuery QUERY = Given.query(HERE, Given.BUS).make();

  private static final double PRIOR = Given.RULES.ranking().prior(Nearness.NAME);

  /// Distance at which a case counts half.
  private static final double HALF = Given.RULES.ranking().places().nearnessKm();

  /// What the nearest case gives to a firm of unknown seat.
  private static double adding(double k) {
    return PRIOR + (1 - PRIOR) * k;
  }

  private static double decay(double km) {
    return 1 / (1 + (km / HALF) * (km / HALF));
  }

  private static Signal.SignalValue read(Candidate firm) {
    return Given.read(new Nearness(), QUERY, firm);
  }

  @Test
  void nearestCase_countsAlone_bySquareOfDistance() {
    Precedent here = Given.done("d1", HERE, Given.BUS).make();
    Precedent next = Given.done("d2", NEXT, Given.BUS).make();
    double far = decay(DEGREE);
    assertEquals(1, read(Given.firm("f").did(here).make()).value(), 1e-12);
    assertEquals(adding(far), read(Given.firm("f").did(next).make()).value(), 1e-9);
    assertEquals(1, read(Given.firm("f").did(here, next).make()).value(), 1e-9);
  }

  @Test
  void oldCaseNearby_standsBehindANewOneFurtherAway() {
    Precedent old = Given.done("d1", HERE, Given.BUS).years(Given.NOW - 32, null).make();
    Precedent next = Given.done("d2", NEXT, Given.BUS).make();
    double value = read(Given.firm("f").did(old, next).make()).value();
    assertEquals(adding(decay(DEGREE)), value, 1e-9);
  }

  @Test
  void seat_countsInPart_inPlaceOfThePrior() {
    Candidate firm = Given.firm("f").place(new Place(30, 100)).make();
    double seat = Given.RULES.ranking().places().seat();
    assertEquals(seat, read(firm).value(), 1e-12);
    Candidate away = Given.firm("f").place(new Place(31, 100)).make();
    assertEquals(seat * decay(DEGREE), read(away).value(), 1e-9);
  }

  @Test
  void caseOfEightYearsAgo_countsHalf() {
    Precedent old = Given.done("d", HERE, Given.BUS).years(Given.NOW - 8, null).make();
    assertEquals(adding(0.5), read(Given.firm("f").did(old).make()).value(), 1e-12);
  }

  @Test
  void placeMissing_onEitherSide_isUnknown() {
    Signal.SignalValue unknown = Signal.SignalValue.unknown(PRIOR);
    CityTraits nowhere = Given.city("nowhere").make();
    Candidate firm = Given.firm("f").place(new Place(1, 1)).make();
    assertEquals(unknown, read(Given.firm("f").make()));
    assertEquals(
        unknown, read(Given.firm("f").did(Given.done("d", nowhere, Given.BUS).make()).make()));
    assertEquals(unknown, Given.read(new Nearness(), Given.query(nowhere, Given.BUS).make(), firm));
  }

  @Test
  void placeMissing_inTheSameRegion_countsAsTheStatedDistance() {
    double far = decay(Given.RULES.ranking().places().regionKm());
    CityTraits town = Given.city("town").region("CN-SC").make();
    CityTraits placed = Given.city("placed").region("CN-SC").place(30, 100).make();
    CityTraits elsewhere = Given.city("elsewhere").region("CN-JL").make();
    Precedent inTown = Given.done("d", town, Given.BUS).make();
    Precedent inPlaced = Given.done("d", placed, Given.BUS).make();
    Candidate firm = Given.firm("f").did(inTown).make();
    MatchQuery query = Given.query(placed, Given.BUS).make();
    assertEquals(adding(far), Given.read(new Nearness(), query, firm).value(), 1e-12);
    MatchQuery unplaced = Given.query(town, Given.BUS).make();
    Candidate other = Given.firm("g").did(inPlaced).make();
    assertEquals(adding(far), Given.read(new Nearness(), unplaced, other).value(), 1e-12);
    MatchQuery away = Given.query(elsewhere, Given.BUS).make();
    assertEquals(false, Given.read(new Nearness(), away, other).known());
  }

  @Test
  void gradeD_doesNotCount() {
    Precedent plan = Given.done("d", HERE, Given.BUS).grade(Grade.D).make();
    assertEquals(false, read(Given.firm("f").did(plan).make()).known());
  }

  @ParameterizedTest
  @EnumSource(
      value = Deployment.Status.class,
      names = {"FAILED", "REFUSED", "WITHDRAWN", "EXPIRED"})
  void failedOrAbandonedCase_doesNotCount(Deployment.Status status) {
    Precedent lost = Given.done("d", HERE, Given.BUS).grade(Grade.C).status(status).make();
    assertEquals(false, read(Given.firm("f").did(lost).make()).known());
  }

  @ParameterizedTest
  @CsvSource({"PLANNED, 0.3", "APPROVED, 0.5", "BUILDING, 0.7"})
  void pendingCase_countsInPart(Deployment.Status status, double share) {
    Precedent pending = Given.done("d", HERE, Given.BUS).grade(Grade.C).status(status).make();
    assertEquals(adding(share), read(Given.firm("f").did(pending).make()).value(), 1e-12);
  }

  @Seeded
  void nearerCase_neverLowers(Random random) {
    double far = random.nextDouble() * 60;
    double near = far * random.nextDouble();
    CityTraits there = Given.city("there").place(far, 100).make();
    CityTraits closer = Given.city("there").place(near, 100).make();
    MatchQuery equator = Given.query(Given.city("here").place(0, 100).make(), Given.BUS).make();
    double before = value(equator, there);
    assertTrue(value(equator, closer) >= before, () -> near + " and " + far);
    assertTrue(before > PRIOR, () -> "lost at " + far);
  }

  private static double value(MatchQuery query, CityTraits city) {
    Candidate firm = Given.firm("f").did(Given.done("d", city, Given.BUS).make()).make();
    return Given.read(new Nearness(), query, firm).value();
  }
}
