package greenpair.match.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.value.Market;
import greenpair.index.contract.CityTraits;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which firms stay leads although they are proven.
class AssessmentTest {
  private static final CityTraits HERE =
      Given.city("here").country("US").region("US-CA").place(37.8, -122.3).make();

  /// A local tradesman of another city may not come, however near it is.
  @ParameterizedTest
  @CsvSource({
    "37.3, us-ca-there, US-CA, true",
    "33.9, us-ca-there, US-CA, true",
    "33.9, US-CA, CA, false",
    "33.9, US-OR, US, false"
  })
  void firmOfOtherSingleCities_isALead(double latitude, String in, String unclear, boolean isLead) {
    CityTraits there =
        Given.city("us-ca-there").country("US").region("US-CA").place(latitude, -122.0).make();
    FirmMaker firm =
        Given.firm("f", Given.BUS)
            .seat("US", null)
            .market(new Market(List.of(in), List.of(unclear), List.of()))
            .did(Given.done("d", there, Given.BUS).make());
    assertEquals(isLead ? Assessment.UNCLEAR_MARKET : Assessment.GOOD, assess(firm));
  }

  @Test
  void firmThatWasNotVerified_isALead_evenWithAVerifiedCase() {
    CityTraits there = Given.city("there").country("US").region("US-CA").place(37.3, -122).make();
    FirmMaker firm = Given.firm("f", Given.BUS).did(Given.done("d", there, Given.BUS).make());
    assertEquals(Assessment.GOOD, assess(firm));
    assertEquals(Assessment.UNVERIFIED, assess(firm.unverified()));
  }

  /// Of a foreign firm without a case in the country, a firm of its group may be at work here.
  @Test
  void foreignFirm_whoseGroupIsAtWorkHere_isNotExcluded() {
    Ranked foreign = rank(Given.firm("f", Given.BUS).seat("GB", null).market(null));
    assertEquals(Assessment.FROM_ELSEWHERE, Assessment.of(foreign));
    Ranked kin = new Ranked(foreign.pair(), foreign.explanation(), foreign.gates(), true);
    assertEquals(Assessment.AT_WORK, Assessment.of(kin));
  }

  private static Assessment assess(FirmMaker firm) {
    return Assessment.of(rank(firm));
  }

  private static Ranked rank(FirmMaker firm) {
    return new Ranker(Given.RULES, Given.PHRASES)
        .score(Given.query(HERE, Given.BUS).make(), firm.make());
  }
}
