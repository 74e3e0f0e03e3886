package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Market;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.settings.MatchQuery;
import greenpair.match.signal.Focus;
import greenpair.match.signal.MarketFit;
import greenpair.match.signal.ScaleFit;
import greenpair.match.signal.SectorFocus;
import greenpair.match.signal.Signal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// [MarketFit], [SectorFocus], [ScaleFit] and [Focus]: what the partner gets from the city.
class PartnerSideTest {
  private static final double EXACT = 1e-12;
  private static final CityTraits HERE =
      Given.city("here").region("CN-SC").population(1_000_000).make();
  private static final CityTraits ABROAD = Given.city("abroad").country("US").make();
  private static final MatchQuery QUERY = Given.query(HERE, Given.BUS).make();

  private static Market in(String... places) {
    return new Market(List.of(places), List.of(), List.of());
  }

  private static Signal.SignalValue unknown(String signal) {
    return Signal.SignalValue.unknown(Given.RULES.ranking().prior(signal));
  }

  /// Unknown, of a signal that no case lowers.
  private static Signal.SignalValue unraised(String signal) {
    double prior = Given.RULES.ranking().prior(signal);
    return new Signal.SignalValue(prior, false, prior);
  }

  // market

  private static Signal.SignalValue market(FirmMaker firm) {
    return Given.read(new MarketFit(), QUERY, firm.make());
  }

  @Test
  void statedMarket_coversOrNot() {
    assertEquals(Signal.SignalValue.of(1), market(Given.firm("f").market(in("CN"))));
    assertEquals(Signal.SignalValue.of(0), market(Given.firm("f").market(in("US"))));
  }

  @Test
  void noMarket_caseInTheCountrySpeaks() {
    Precedent home = Given.done("d", HERE, Given.LED).make();
    Precedent away = Given.done("d", ABROAD, Given.LED).make();
    assertEquals(Signal.SignalValue.of(0.8), market(Given.firm("f").did(home)));
    assertEquals(unknown(MarketFit.NAME), market(Given.firm("f").did(away)));
    assertEquals(unknown(MarketFit.NAME), market(Given.firm("f")));
  }

  @Test
  void unclearMarket_isUnknownUnlessItWorkedThere() {
    Market unclear = new Market(List.of(), List.of("CN"), List.of());
    assertEquals(unknown(MarketFit.NAME), market(Given.firm("f").market(unclear)));
    Precedent home = Given.done("d", HERE, Given.LED).make();
    assertEquals(Signal.SignalValue.of(0.8), market(Given.firm("f").market(unclear).did(home)));
  }

  @Test
  void plansInTheCountry_doNotSpeak() {
    Precedent plan = Given.done("d", HERE, Given.LED).grade(Grade.D).make();
    assertEquals(unknown(MarketFit.NAME), market(Given.firm("f").did(plan)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Deployment.Status.class,
      names = {"FAILED", "PLANNED", "BUILDING"})
  void unfinishedOrFailedCase_doesNotSpeak(Deployment.Status status) {
    Precedent plan = Given.done("d", HERE, Given.LED).status(status).make();
    assertEquals(unknown(MarketFit.NAME), market(Given.firm("f").did(plan)));
    assertEquals(unraised(ScaleFit.NAME), scale(plan));
  }

  // sector

  private static Signal.SignalValue sector(String... own) {
    return Given.read(new SectorFocus(), QUERY, Given.firm("f", own).make());
  }

  @Test
  void mainBusiness_countsWhole_laterOnesLess() {
    assertEquals(1, sector(Given.BUS).value());
    assertEquals(0.85, sector(Given.LED, Given.BUS).value(), EXACT);
    assertEquals(0.7, sector(Given.LED, "WST", Given.BUS).value(), EXACT);
    assertEquals(0.4, sector("LGT", "WST", "WTR", "GRN", "IND", "BLD", Given.BUS).value(), EXACT);
  }

  @Test
  void relatedMainBusiness_countsItsRelation_theBestDecides() {
    assertEquals(0.4, sector(Given.HYDROGEN_BUS).value(), EXACT);
    // 0.4 first, 1 x 0.85 second
    assertEquals(0.85, sector(Given.HYDROGEN_BUS, Given.BUS).value(), EXACT);
    assertEquals(Signal.SignalValue.of(0), sector(Given.LED));
  }

  @Test
  void sectorWithoutCodes_isUnknown() {
    assertEquals(unknown(SectorFocus.NAME), sector());
    assertEquals(
        unknown(SectorFocus.NAME),
        Given.read(new SectorFocus(), Given.query(HERE).make(), Given.firm("f", Given.BUS).make()));
  }

  // scale

  private static Signal.SignalValue scale(Precedent... cases) {
    return Given.read(new ScaleFit(), QUERY, Given.firm("f").did(cases).make());
  }

  private static Precedent ofSize(long population) {
    return Given.done("d" + population, Given.city("c").population(population).make(), Given.LED)
        .make();
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 1.0",
    "10000000, 0.6666666666666667",
    "100000, 0.6666666666666667",
    "1000, 0",
    "1, 0"
  })
  void caseInCityOfSize_addsTheLessTheMoreDecadesApart(long population, double value) {
    Signal.SignalValue reading = scale(ofSize(population));
    assertTrue(reading.known());
    double prior = Given.RULES.ranking().prior(ScaleFit.NAME);
    assertEquals(prior + (1 - prior) * value, reading.value(), 1e-12);
  }

  @Test
  void severalCases_theNearestSizeDecides() {
    assertEquals(
        scale(ofSize(100_000)).value(), scale(ofSize(1000), ofSize(100_000)).value(), EXACT);
  }

  @Test
  void sizesMissing_areUnknown() {
    assertEquals(unraised(ScaleFit.NAME), scale());
    assertEquals(unraised(ScaleFit.NAME), scale(Given.done("d", ABROAD, Given.LED).make()));
    MatchQuery sizeless = Given.query(Given.city("x").make(), Given.BUS).make();
    assertEquals(
        unraised(ScaleFit.NAME),
        Given.read(new ScaleFit(), sizeless, Given.firm("f").did(ofSize(1000)).make()));
  }

  @Test
  void scaleOfPlans_isUnknown() {
    Precedent plan = Given.done("d", HERE, Given.LED).grade(Grade.D).make();
    assertEquals(unraised(ScaleFit.NAME), scale(plan));
  }

  @Seeded
  void oneMoreSize_neverLowers(Random random) {
    Precedent one = ofSize(1 + random.nextInt(50_000_000));
    Precedent two = ofSize(1 + random.nextInt(50_000_000));
    assertTrue(scale(one, two).value() >= scale(one).value());
  }

  // focus

  private static Signal.SignalValue focus(Market market) {
    return Given.read(new Focus(), QUERY, Given.financier("m").market(market).make());
  }

  @ParameterizedTest
  @CsvSource({"here, 1", "CN-SC, 0.9", "CN, 0.7", "ODA, 0.5", "WORLD, 0.5", "US, 0"})
  void market_drawnCloser_countsMore(String place, double value) {
    assertEquals(Signal.SignalValue.of(value), focus(in(place)));
  }

  @Test
  void marketOfSeveralPlaces_theClosestCounts() {
    assertEquals(0.9, focus(in("WORLD", "CN-SC")).value());
  }

  @Test
  void unclearOrRuledOutMarket_countsLittleOrNothing() {
    assertEquals(
        Signal.SignalValue.of(0.3), focus(new Market(List.of("US"), List.of("CN"), List.of())));
    assertEquals(
        Signal.SignalValue.of(0), focus(new Market(List.of("WORLD"), List.of(), List.of("CN"))));
  }

  @Test
  void noMarketStated_isUnknown() {
    assertEquals(unknown(Focus.NAME), Given.read(new Focus(), QUERY, Given.financier("m").make()));
  }
}
