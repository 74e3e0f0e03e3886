package greenpair.catalog.value;

/// What a project burns, or a need rules out.
public enum Fuel {
  COAL,
  GAS,
  OIL,
  NUCLEAR,
  /// Household waste that is burned.
  WASTE,
  BIOMASS
}
