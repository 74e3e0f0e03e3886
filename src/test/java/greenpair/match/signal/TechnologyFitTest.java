package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Code;
import greenpair.index.contract.CityTraits;
import greenpair.match.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechnologyFitTest {
  private static final CityTraits CITY = Given.city("here").make();

  private static Signal.SignalValue read(List<Code> wanted, List<Code> offered) {
    String[] want = wanted.stream().map(Code::value).toArray(String[]::new);
    String[] offer = offered.stream().map(Code::value).toArray(String[]::new);
    return Given.read(
        new TechnologyFit(), Given.query(CITY, want).make(), Given.firm("f", offer).make());
  }

  @ParameterizedTest
  @CsvSource({
    "TRN.PUB.EBS, TRN.PUB.EBS, 1.0",
    "TRN.PUB, TRN.PUB.EBS, 0.9",
    "TRN, TRN.PUB.EBS, 0.9",
    "TRN.PUB.EBS, TRN.PUB, 0.5",
    "TRN.PUB.EBS, TRN, 0.5",
    "TRN.PUB.EBS, TRN.PUB.FCB, 0.4",
    "TRN.PUB.EBS, LGT.LED, 0.0",
    // Children of a root are no siblings: a root is too wide.
    "TRN.PUB, TRN.EV, 0.0",
  })
  void oneCode_beforeOneCode_countsItsRelation(String wanted, String offered, double value) {
    assertEquals(
        Signal.SignalValue.of(value), read(Given.codes(wanted), Given.codes(offered)), offered);
  }

  @Test
  void twoWanted_oneAnswered_isThreeQuartersOfBestAndAQuarterOfMean() {
    // 0.75 x 1 + 0.25 x 1 / (1 + 0.85)
    assertEquals(
        0.75 + 0.25 / 1.85,
        read(Given.codes(Given.BUS, Given.LED), Given.codes(Given.BUS)).value());
  }

  @Test
  void twoWanted_theSecondAnswered_countsBelowTheFirst() {
    // 0.75 x 0.85 + 0.25 x 0.85 / (1 + 0.85)
    assertEquals(
        0.75 * 0.85 + 0.25 * 0.85 / 1.85,
        read(Given.codes(Given.BUS, Given.LED), Given.codes(Given.LED)).value(),
        1e-12);
  }

  @Test
  void twoOffered_oneNearer_theNearerCounts() {
    List<Code> offered = Given.codes(Given.HYDROGEN_BUS, Given.BUS);
    assertEquals(1.0, read(Given.codes(Given.BUS), offered).value());
  }

  @Test
  void noCode_onEitherSide_isUnknown() {
    double prior = Given.RULES.ranking().prior(TechnologyFit.NAME);
    assertEquals(Signal.SignalValue.unknown(prior), read(List.of(), Given.codes(Given.BUS)));
    assertEquals(Signal.SignalValue.unknown(prior), read(Given.codes(Given.BUS), List.of()));
  }
}
