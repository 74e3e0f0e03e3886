package greenpair.match.settings;

import greenpair.catalog.value.Rule;

/// Which past projects may stand in the first sentence of a recommendation: `headline` of
/// `ranking.yaml`. The others are background.
///
/// @param oldest age in years from which a project is background
/// @param likeness least similarity of the cities, in [0, 1]
/// @param alike similarity of the cities below which a reason states it, in [0, 1]
/// @param size least share of the wanted size, in [0, 1]
public record HeadlineSettings(
    @Rule.Range(min = 1, max = 100) int oldest, double likeness, double alike, double size) {
  /// Whether cities are so similar, in the percent that a reason states, that none has to.
  public boolean isAlike(double similarity) {
    return Math.round(100 * similarity) >= 100 * alike;
  }
}
