package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Rule;

/// A result of a deployment as a number; it may be negative, for example for a cost that rose.
public record Result(
    Measure measure,
    @Rule.Range(min = -Rule.OPEN) double value,
    @Rule.Names(Rule.Named.UNIT) Text unit,
    Basis basis) {
  /// Nothing saves more than all of it.
  private static final Set<Measure> PARTS =
      EnumSet.of(
          Measure.ENERGY_SAVED,
          Measure.CO2_CUT,
          Measure.FUEL_SAVED,
          Measure.MONEY_SAVED,
          Measure.WATER_SAVED,
          Measure.SHARE,
          Measure.AVAILABILITY);

  public Result {
    if (PARTS.contains(measure)) {
      checkPart(value, unit, "(?s)%.*");
    }
  }

  /// Refuses more than 100 where the unit says that all of something is 100.
  static void checkPart(double value, Text unit, String form) {
    if (value > 100 && unit.best(Language.EN).matches(form)) {
      throw new InvalidException("percent", "unit", unit.best(Language.EN), "value", value);
    }
  }

  public enum Measure {
    ENERGY_SAVED,
    ENERGY_MADE,
    CO2_CUT,
    FUEL_SAVED,
    MONEY_SAVED,
    COST,
    PAYBACK,
    USE,
    SHARE,
    AVAILABILITY,
    RANGE,
    TEMPERATURE,
    WASTE_TREATED,
    WATER_SAVED,
    COMPLAINTS
  }

  /// How well a number is known.
  public enum Basis {
    /// Metered, audited or independently evaluated.
    MEASURED,
    /// Stated by the implementer.
    REPORTED,
    /// Planned, designed or calculated beforehand.
    EXPECTED
  }
}
