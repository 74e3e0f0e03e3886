package greenpair.catalog;

import greenpair.catalog.value.Rule;

/// A result of a deployment as a number; it may be negative, for example for a cost that rose.
public record Result(
    Measure measure,
    @Rule.Range(min = -Rule.OPEN) double value,
    @Rule.Names(Rule.Named.UNIT) Text unit,
    Basis basis) {
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
