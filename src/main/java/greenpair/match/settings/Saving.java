package greenpair.match.settings;

import greenpair.catalog.Text;
import org.jspecify.annotations.Nullable;

/// The saving in t CO2 per unit, and how it was computed. A range where an input is one: `value` is
/// the middle of `low` and `high`.
///
/// @param replaces the practice that is to go; null if none has to, as for what is generated
/// @param baseline t CO2 that the practice emits for each unit, in the middle of its range; 0 if
///     there is none
/// @param electricity MWh for each unit, in the middle of its range; below 0 when saved or
///     generated
/// @param grid t CO2 per MWh in the city
public record Saving(
    double value,
    double low,
    double high,
    Text unit,
    @Nullable Text replaces,
    String formula,
    double baseline,
    double electricity,
    double grid,
    Text assumption) {}
