package greenpair.match.gate;

import static greenpair.match.gate.Gating.HERE;
import static greenpair.match.gate.Gating.OAKLAND;
import static greenpair.match.gate.Gating.gates;
import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.value.Market;
import greenpair.match.Given;
import greenpair.match.settings.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a market covers a city.
class MarketGateTest {
  private static Verdict covers(List<String> in, List<String> unclear, List<String> never) {
    return Given.RULES.eligibility().covers(new Market(in, unclear, never), HERE);
  }

  @ParameterizedTest
  @CsvSource({"cn-chengdu", "CN-SC", "CN", "ODA", "WORLD"})
  void market_ofAnyLevel_covers(String place) {
    assertEquals(Verdict.PASS, covers(List.of(place), List.of(), List.of()));
    assertEquals(Verdict.UNKNOWN, covers(List.of(), List.of(place), List.of()));
    assertEquals(Verdict.FAIL, covers(List.of("CN-JL"), List.of(), List.of(place)));
  }

  @Test
  void moreExactName_decides() {
    List<String> exactFirst = List.of("cn-chengdu", "CN-SC", "CN", "ODA");
    for (int exact = 0; exact < exactFirst.size(); exact++) {
      for (int wide = exact + 1; wide < exactFirst.size(); wide++) {
        List<String> near = List.of(exactFirst.get(exact));
        List<String> far = List.of(exactFirst.get(wide));
        assertEquals(Verdict.PASS, covers(near, far, List.of()), near + " " + far);
        assertEquals(Verdict.PASS, covers(near, List.of(), far), near + " " + far);
        assertEquals(Verdict.FAIL, covers(far, List.of(), near), near + " " + far);
        assertEquals(Verdict.UNKNOWN, covers(far, near, List.of()), near + " " + far);
        assertEquals(Verdict.UNKNOWN, covers(List.of(), near, far), near + " " + far);
        assertEquals(Verdict.FAIL, covers(List.of(), far, near), near + " " + far);
      }
    }
  }

  @Test
  void marketsElsewhere_fail_butWithoutStatedOnesNobodyKnows() {
    assertEquals(Verdict.FAIL, covers(List.of("US"), List.of(), List.of()));
    assertEquals(Verdict.UNKNOWN, covers(List.of(), List.of("US"), List.of()));
    assertEquals(Verdict.UNKNOWN, covers(List.of(), List.of(), List.of("US")));
  }

  @Test
  void marketOfAnotherCityOrRegion_doesNotCover() {
    assertEquals(Verdict.FAIL, covers(List.of("cn-chongqing", "CN-S"), List.of(), List.of()));
    assertEquals(
        Verdict.FAIL,
        Given.RULES
            .eligibility()
            .covers(new Market(List.of("ODA"), List.of(), List.of()), OAKLAND));
  }

  @Test
  void marketUnstated_isUnknown() {
    assertEquals(Verdict.UNKNOWN, gates(Given.firm("f").make()).get("market"));
    assertEquals(Verdict.UNKNOWN, gates(Given.financier("m").make()).get("market"));
  }
}
