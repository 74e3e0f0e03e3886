package greenpair.match.settings;

import greenpair.config.Settings;

/// How readily firms enter a region: `entry` of `ranking.yaml`.
///
/// @param rate regions per year that a firm about which nothing is known is expected to enter
/// @param strength years of a firm's own past that weigh as much as that expectation
/// @param share what one region entered in a year counts beside a recent case in the region
/// @param abroad part of that for a country where the firm has not worked
public record EntrySettings(double rate, double strength, double share, double abroad) {
  static EntrySettings read(Settings of) {
    return new EntrySettings(
        of.number("rate", 0.0001, 100),
        of.number("strength", 0.1, 1000),
        of.number("share", 0, 100),
        of.number("abroad", 0, 1));
  }
}
