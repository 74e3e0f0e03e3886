package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.Partner;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.settings.MatchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
  private static final CityTraits HERE = Given.city("here").make();
  private static final MatchQuery QUERY = Given.query(HERE, Given.BUS).make();
  private static final Signal.SignalValue UNKNOWN =
      Signal.SignalValue.unknown(Given.RULES.ranking().prior(Activity.NAME));

  private static Signal.SignalValue read(FirmMaker firm) {
    return Given.read(new Activity(), QUERY, firm.make());
  }

  private static Precedent done(int year) {
    return Given.done("d" + year, HERE, Given.LED).years(null, year).make();
  }

  @Test
  void doubtOrEnd_decides_whateverTheCases() {
    assertEquals(
        Signal.SignalValue.of(0.3),
        read(Given.firm("f").status(Partner.Status.UNCERTAIN).did(done(Given.NOW))));
    assertEquals(
        Signal.SignalValue.of(0),
        read(Given.firm("f").status(Partner.Status.CLOSED).did(done(Given.NOW))));
  }

  @Test
  void newestCase_addsToWhatIsStated() {
    // b + (1 - b) n, b 0.7 for active; a case of eight years ago counts half
    assertEquals(0.7, read(Given.firm("f").status(Partner.Status.ACTIVE)).value(), 1e-12);
    assertEquals(
        0.7 + 0.3 * 0.5,
        read(Given.firm("f").status(Partner.Status.ACTIVE).did(done(2018), done(2010))).value(),
        1e-12);
  }

  @Test
  void casesAlone_speakWhenNothingIsStated() {
    assertEquals(1, read(Given.firm("f").did(done(2026))).value(), 1e-12);
    assertEquals(1, read(Given.firm("f").did(done(2031))).value(), 1e-12);
    assertEquals(0.75, read(Given.firm("f").did(done(2018))).value(), 1e-12);
  }

  @Test
  void onlyStartIsKnown_itSpeaks() {
    Precedent begun = Given.done("d", HERE, Given.LED).years(2018, null).make();
    assertEquals(0.75, read(Given.firm("f").did(begun)).value(), 1e-12);
  }

  @Test
  void noYearOrClaimsOnly_isUnknown() {
    assertEquals(UNKNOWN, read(Given.firm("f")));
    assertEquals(
        UNKNOWN,
        read(Given.firm("f").did(Given.done("d", HERE, Given.LED).years(null, null).make())));
    assertEquals(
        UNKNOWN, read(Given.firm("f").did(Given.done("d", HERE, Given.LED).grade(Grade.D).make())));
    assertEquals(
        UNKNOWN,
        read(
            Given.firm("f")
                .did(Given.done("d", HERE, Given.LED).status(Deployment.Status.FAILED).make())));
  }

  @ParameterizedTest
  @CsvSource({"PLANNED, 0.3", "APPROVED, 0.5", "BUILDING, 0.7"})
  void pendingCase_countsInPart(Deployment.Status status, double share) {
    Precedent pending = Given.done("d", HERE, Given.LED).status(status).make();
    assertEquals(0.5 + 0.5 * share, read(Given.firm("f").did(pending)).value(), 1e-12);
  }
}
