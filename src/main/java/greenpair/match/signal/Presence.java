package greenpair.match.signal;

import greenpair.match.settings.PlaceSettings;
import greenpair.match.settings.RankingSettings;

/// `presence`: whether the firm works in the city's region, in [0, 1): people, permits and
/// suppliers are there already, so the next project costs it less.
///
/// p + (1 - p) n / (n + h) with n = n_r + c r, where n_r is its recent work in the region
/// ([PastWork]) and c r the work expected there a priori: c is 2, times 0.1 in a country where it
/// has not worked, and r is the number of regions that it enters per year ([EntryRate]); h is
/// `places.half_cases`. A firm that is new in the region but enters many regions therefore scores
/// higher than one that does not, and cases in the region soon outweigh this. n is its work in the
/// country if the city's region is unknown. p is the prior, or 0 for a firm with a recorded seat: a
/// seat elsewhere is evidence of absence, but cases elsewhere are not, so a case never lowers the
/// value. Unknown when the firm has neither cases nor a seat on record.
final class Presence implements Signal {
  static final String NAME = "presence";

  /// What one region entered in a year counts beside a recent case in the region.
  static final double SHARE = 2;

  /// Part of that for a country where the firm has not worked.
  static final double ABROAD = 0.1;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    RankingSettings ranking = pair.rules().ranking();
    PastWork work = pair.work();
    if (!work.isLocated()) {
      return SignalValue.unknown(ranking.prior(NAME));
    }
    PlaceSettings places = ranking.places();
    boolean isRegionKnown = pair.query().city().region() != null;
    double least = work.isSeatLocated() ? 0 : ranking.prior(NAME);
    double expected = SHARE * work.entryRate() * (work.inCountry() > 0 ? 1 : ABROAD);
    double there = isRegionKnown ? work.inRegion() + expected : work.inCountry();
    return SignalValue.adding(least, places.saturate(there));
  }
}
