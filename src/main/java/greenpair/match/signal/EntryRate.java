package greenpair.match.signal;

import module java.base;

import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.settings.ExponentialDecay;
import greenpair.match.settings.RankingSettings;

/// The number of new regions that a firm is expected to enter per year, above 0.
///
/// r = (m k + e) / (k + t), the mean of a gamma distribution after a Poisson count (empirical
/// Bayes: Efron and Hastie 2016, chapter 6): e are the regions where it has worked, each fading
/// with the age of its newest case like past work, t the years of that memory, which is the sum of
/// the same fading over all years; m is [#RATE], what is expected of a firm of which nothing is
/// known, and k [#STRENGTH], the years that this expectation weighs. A firm with one
/// project is therefore rated close to the average, and one that has recently worked in five states
/// by its own record. No case ever lowers the rate.
final class EntryRate {
  /// The gamma prior of greatest likelihood for the regions that 239 firms had entered by May 2012
  /// in the known part of landfill gas (0.046, 4.0).
  static final double RATE = 0.05;

  static final double STRENGTH = 4;

  private EntryRate() {}

  /// @param cases of the firm; only those that count as its work are used
  /// @param asOf year from which ages count
  static double of(List<WeighedCase> cases, int asOf, RankingSettings ranking) {
    Map<String, Integer> newest = new HashMap<>();
    for (WeighedCase each : cases) {
      Precedent precedent = each.precedent();
      Integer year = precedent.year();
      if (year != null && ranking.places().share(precedent) > 0) {
        newest.merge(region(precedent.city()), year, Math::max);
      }
    }
    return of(newest.values(), ranking.places().from(asOf), ranking.places().fading());
  }

  /// @param years of the newest case in each region, in any order
  static double of(Collection<Integer> years, int asOf, ExponentialDecay fading) {
    double regions = 0;
    for (int year : years) {
      regions += fading.after(asOf - year);
    }
    double memory = 1 / (1 - fading.after(1));
    return (RATE * STRENGTH + regions) / (STRENGTH + memory);
  }

  private static String region(CityTraits city) {
    return city.region() == null ? city.country() : city.region();
  }
}
