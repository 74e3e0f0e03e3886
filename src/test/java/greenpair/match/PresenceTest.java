package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Market;
import greenpair.index.Candidate;
import greenpair.index.CityTraits;
import greenpair.index.Precedent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  private static Signal.Reading read(Given.FirmMaker firm) {
    return Given.read(new Presence(), ASK, firm.make());
  }

  private static Precedent in(CityTraits city, String id) {
    return Given.done(id, city, Given.LED).make();
  }

  @Test
  void casesInTheRegion_countMost_andSaturate() {
    // n / (n + 1) with n = n_r + 0.1 n_c
    assertEquals(1.1 / 2.1, read(Given.firm("f").did(in(NEXT, "d1"))).value(), EXACT);
    assertEquals(
        2.2 / 3.2, read(Given.firm("f").did(in(NEXT, "d1"), in(HERE, "d2"))).value(), EXACT);
  }

  @Test
  void casesInTheCountry_countBelow() {
    assertEquals(0.1 / 1.1, read(Given.firm("f").did(in(FAR, "d1"))).value(), EXACT);
  }

  @Test
  void regionOfTheCityUnknown_countryCountsAlone() {
    Ask somewhere = Given.ask(Given.city("somewhere").make(), Given.BUS).make();
    Candidate firm = Given.firm("f").did(in(FAR, "d1")).make();
    assertEquals(0.5, Given.read(new Presence(), somewhere, firm).value(), EXACT);
  }

  @Test
  void caseOfEightYearsAgo_countsHalf() {
    Precedent old = Given.done("d", NEXT, Given.LED).years(null, Given.NOW - 8).make();
    assertEquals(0.55 / 1.55, read(Given.firm("f").did(old)).value(), EXACT);
  }

  @Test
  void seat_countsAsOneCaseOfThisYear() {
    assertEquals(1.1 / 2.1, read(Given.firm("f").seat("CN", "CN-SC")).value(), EXACT);
    assertEquals(0.1 / 1.1, read(Given.firm("f").seat("CN", "CN-JL")).value(), EXACT);
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
  void workAbroadOnly_isKnownAbsence() {
    assertEquals(Signal.Reading.of(0), read(Given.firm("f").did(in(ABROAD, "d1"))));
    assertEquals(Signal.Reading.of(0), read(Given.firm("f").seat("US", "US-CA")));
  }

  @Test
  void nothingKnown_isUnknown() {
    assertEquals(
        Signal.Reading.unknown(Given.RULES.ranking().prior(Presence.NAME)), read(Given.firm("f")));
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

  @Seeded
  void oneMoreCase_neverLowersWhereAnyIsKnown(Random random) {
    RandomPairings draw = new RandomPairings(random);
    Ask ask = draw.ask();
    Candidate one = draw.candidate(Kind.FIRM, "f");
    List<Precedent> more = new ArrayList<>(one.precedents());
    more.add(draw.precedent(99));
    Candidate two = new Candidate(one.id(), one.traits(), more, 0, 0);
    Signal.Reading before = Given.read(new Presence(), ask, one);
    if (before.known()) {
      assertTrue(Given.read(new Presence(), ask, two).value() >= before.value());
    }
  }
}
