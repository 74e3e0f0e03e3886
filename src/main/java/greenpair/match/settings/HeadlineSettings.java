package greenpair.match.settings;

import greenpair.config.Settings;

/// Which past projects may stand in the first sentence of a recommendation: `headline` of
/// `ranking.yaml`. The others are background.
///
/// @param oldest years
/// @param likeness least similarity of the cities, in [0, 1]
public record HeadlineSettings(int oldest, double likeness) {
  static HeadlineSettings read(Settings of) {
    return new HeadlineSettings(of.whole("oldest", 1, 100), of.number("likeness", 0, 1));
  }
}
