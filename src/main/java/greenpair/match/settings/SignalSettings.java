package greenpair.match.settings;

import greenpair.catalog.value.Rule;

/// Values that single signals assign, `signals` of `ranking.yaml`; docs/scoring.md has the
/// formulas.
///
/// @param bestTechnology share of the best technology in `technology`; the mean over all has the
///     rest
/// @param workedInCountry `market` of a firm that has worked in the country, its market being
///     unknown
/// @param noConditionHolds `suitability` if none of the known conditions that suit holds
/// @param populationDecades orders of magnitude of population after which `scale` is 0
/// @param halfDays days at which `availability` is one half
public record SignalSettings(
    double bestTechnology,
    double workedInCountry,
    double noConditionHolds,
    @Rule.Range(min = 0.1, max = 10) double populationDecades,
    @Rule.Range(min = 0.1, max = 366) double halfDays,
    Activity activity,
    Focus focus,
    Positions positions) {
  /// `activity` without a recent case, by the stated standing.
  public record Activity(double active, double notStated, double uncertain) {}

  /// `focus` by the narrowest part of the market that covers the city.
  ///
  /// @param wide of a list of countries, or the world
  /// @param othersApply factor if the city itself may be unable to apply
  public record Focus(
      double region, double country, double wide, double unclear, double othersApply) {}

  /// Weight of a position in a list, because needs and partners list the most important first.
  public record Positions(double step, double least) {
    /// 1 for the first, a step less for each further one, never below the least. One more at the
    /// end leaves the others as they are.
    ///
    /// @param position from 0
    public double weight(int position) {
      return Math.max(least, 1 - step * position);
    }
  }
}
