package greenpair.match.settings;

import greenpair.catalog.value.Rule;

/// How readily firms enter a region: `entry` of `ranking.yaml`.
///
/// @param rate regions per year that a firm about which nothing is known is expected to enter
/// @param strength years of a firm's own past that weigh as much as that expectation
/// @param share what one region entered in a year counts beside a recent case in the region
/// @param abroad part of that for a country where the firm has not worked
public record EntrySettings(
    @Rule.Range(min = 0.0001, max = 100) double rate,
    @Rule.Range(min = 0.1, max = 1000) double strength,
    @Rule.Range(max = 100) double share,
    double abroad) {}
