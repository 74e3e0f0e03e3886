package greenpair.match.rules;

import greenpair.catalog.Text;

/// What is saved in t CO2 for each unit, and how that was reckoned.
///
/// @param baseline t CO2 that the replaced thing emits for each unit
/// @param electricity MWh for each unit, below 0 when saved or generated
/// @param grid t CO2 per MWh in the city
public record Saving(
    double value,
    Text unit,
    String formula,
    double baseline,
    double electricity,
    double grid,
    String source) {}
