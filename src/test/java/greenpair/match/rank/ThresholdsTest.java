package greenpair.match.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.value.Market;
import greenpair.index.contract.CityTraits;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which firms stay leads although they are proven.
class ThresholdsTest {
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
    assertEquals(isLead, isDoubtful(firm));
  }

  @Test
  void firmThatWasNotVerified_isALead_evenWithAVerifiedCase() {
    FirmMaker firm = Given.firm("f", Given.BUS).did(Given.done("d", HERE, Given.BUS).make());
    assertFalse(isDoubtful(firm));
    assertTrue(isDoubtful(firm.unverified()));
  }

  private static boolean isDoubtful(FirmMaker firm) {
    return Thresholds.isDoubtful(
        new Ranker(Given.RULES, Given.PHRASES)
            .score(Given.query(HERE, Given.BUS).make(), firm.make()));
  }
}
