package greenpair.match.settings;

import greenpair.config.Settings;

/// Values that single signals assign, `signals` of `ranking.yaml`; docs/scoring.md has the
/// formulas.
///
/// @param best share of the best technology in `technology`; the mean over all has the rest
/// @param worked `market` of a firm that has worked in the country, its market being unknown
/// @param noneHolds `suitability` if none of the known conditions that suit holds
/// @param decades orders of magnitude of population after which `scale` is 0
/// @param halfDays days at which `availability` is one half
public record SignalSettings(
    double best,
    double worked,
    double noneHolds,
    double decades,
    double halfDays,
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

  static SignalSettings read(Settings of) {
    Settings activity = of.child("activity");
    Settings focus = of.child("focus");
    Settings positions = of.child("positions");
    return new SignalSettings(
        of.number("best_technology", 0, 1),
        of.number("worked_in_country", 0, 1),
        of.number("no_condition_holds", 0, 1),
        of.number("population_decades", 0.1, 10),
        of.number("half_days", 0.1, 366),
        new Activity(
            activity.number("active", 0, 1),
            activity.number("not_stated", 0, 1),
            activity.number("uncertain", 0, 1)),
        new Focus(
            focus.number("region", 0, 1),
            focus.number("country", 0, 1),
            focus.number("wide", 0, 1),
            focus.number("unclear", 0, 1),
            focus.number("others_apply", 0, 1)),
        new Positions(positions.number("step", 0, 1), positions.number("least", 0, 1)));
  }
}
