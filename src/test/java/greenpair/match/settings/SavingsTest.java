package greenpair.match.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.match.Given;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavingsTest {
  private static final Savings SAVINGS = Given.RULES.savings();

  @ParameterizedTest
  @CsvSource({
    // Jilin: coal is what a heat pump replaces there, 0.407 - 0.5 x 0.4932 to 0.5323 - 0.3333 x
    // 0.4932
    "BLD.HVC.ASH, coal_boiler, 0.4932, 0.1604, 0.3679",
    // Chengdu and Yan'an against gas: the dirty grid may emit more
    "BLD.HVC.ASH, gas_heating, 0.1404, 0.1424, 0.2057",
    "BLD.HVC.ASH, gas_heating, 0.6558, -0.1153, 0.0339",
    "TRN.PUB.EBS, diesel_bus, 0.6558, -0.1231, 0.6692",
    // What is made or not drawn saves the grid's own factor, whatever is replaced.
    "ENE.SOL.ROF,, 0.6558, 0.6558, 0.6558",
    "LGT.LED, coal_boiler, 0.1404, 0.1404, 0.1404",
    "ENE.SOL.ROF,, 0, 0, 0"
  })
  void technology_againstAPractice_savesARange(
      String technology, @Nullable String practice, double grid, double low, double high) {
    Saving found = SAVINGS.of(Given.codes(technology), practice, grid).orElseThrow();
    assertEquals(low, found.low(), 1e-9);
    assertEquals(high, found.high(), 1e-9);
    assertEquals((low + high) / 2, found.value(), 0.0002);
    assertEquals(grid, found.grid());
    assertEquals(found.value(), found.baseline() - found.electricity() * found.grid(), 0.0003);
  }

  @Test
  void unknownPracticeGridOrTechnology_givesNone() {
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("BLD.HVC.ASH"), "coal_boiler", null));
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("BLD.HVC.ASH"), null, 0.5));
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("BLD.HVC.ASH"), "no_such", 0.5));
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("WST"), "coal_boiler", 0.5));
    assertEquals(Optional.empty(), SAVINGS.of(List.of(), "coal_boiler", 0.5));
  }

  @Test
  void technologyOfAnotherUnitThanThePractice_isNotCompared() {
    assertEquals(Optional.empty(), SAVINGS.of(Given.codes("TRN.PUB.EBS"), "coal_boiler", 0.5));
    Saving found =
        SAVINGS
            .of(Given.codes("WST", "TRN.PUB.EBS", "BLD.HVC.ASH"), "coal_boiler", 0.5)
            .orElseThrow();
    assertEquals("MWh of heat", found.unit().en());
    assertEquals("燃煤锅炉", java.util.Objects.requireNonNull(found.replaces()).zh());
  }
}
