package greenpair.catalog.value;

/// A fuel that a project burns or that a need excludes.
public enum Fuel {
  COAL,
  GAS,
  OIL,
  NUCLEAR,
  /// Household waste that is burned.
  WASTE,
  BIOMASS
}
