package greenpair.match.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.match.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavingsTest {
  private static final Savings SAVINGS = Given.RULES.savings();

  @ParameterizedTest
  @CsvSource({
    // Chengdu: 0.2244 - 0.4 x 0.1404 and 0.2244 - 0.2857 x 0.1404
    "BLD.HVC.ASH, 0.1404, 0.1682",
    "BLD.HVC.GSH, 0.1404, 0.1843",
    // Yan'an: 0.2244 - 0.4 x 0.6558 is a loss, 0.2244 - 0.2857 x 0.6558 a small gain
    "BLD.HVC.ASH, 0.6558, -0.0379",
    "BLD.HVC.GSH, 0.6558, 0.037",
    "TRN.PUB.EBS, 0.6558, 0.273",
    // What is made or not drawn saves the grid's own factor.
    "ENE.SOL.ROF, 0.6558, 0.6558",
    "LGT.LED, 0.1404, 0.1404",
    "ENE.SOL.ROF, 0, 0"
  })
  void technology_atAGrid_saves(String technology, double grid, double saving) {
    Saving found = SAVINGS.of(Given.codes(technology), grid).orElseThrow();
    assertEquals(saving, found.value(), 1e-9);
    assertEquals(grid, found.grid());
    assertEquals(
        found.value(), found.baseline() - found.electricity() * found.grid(), 0.00005 + 1e-12);
  }

  @Test
  void gridUnknownOrTechnologyWithoutRule_givesNone() {
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("BLD.HVC.ASH"), null));
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("WST"), 0.5));
    assertEquals(Optional.empty(), SAVINGS.of(List.of(), 0.5));
  }

  @Test
  void severalTechnologies_theFirstWithARuleCounts() {
    Saving found = SAVINGS.of(Given.codes("WST", "TRN.PUB.EBS", "BLD.HVC.ASH"), 0.5).orElseThrow();
    assertEquals(1.06 - 1.2 * 0.5, found.value(), 1e-9);
    assertEquals("千车公里", found.unit().zh());
    assertEquals("1,000 bus km", found.unit().en());
  }
}
