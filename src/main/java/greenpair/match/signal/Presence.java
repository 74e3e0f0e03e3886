package greenpair.match.signal;

import greenpair.match.rules.EntrySettings;
import greenpair.match.rules.RankingSettings;

/// `presence`: whether the firm works in the city's region, in [0, 1): people, permits and
/// suppliers are there already, so the next project costs it less.
///
/// p + (1 - p) n / (n + h) with n = n_r + c r: what it has done lately in the region ([PastWork]),
/// and what is expected of it there before anything is seen, c `entry.share` times the regions a
/// year r that it goes to ([EntryRate]), times `entry.abroad` in a country where it has not worked;
/// h is `places.half_cases`. So a firm that is new there but goes to many regions is likelier to
/// come than one that does not, and every case in the region soon outweighs that. n is what it
/// has done in the country where the city's region is unknown. p is the prior, or 0 for a firm
/// whose seat is on record: that it sits elsewhere is known, while cases elsewhere are no sign that
/// it does not work here too, so a case never lowers the value. Unknown when the firm has neither
/// cases nor a seat on record.
final class Presence implements Signal {
  static final String NAME = "presence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    RankingSettings ranking = pairing.rules().ranking();
    PastWork work = pairing.work();
    if (!work.isLocated()) {
      return Reading.unknown(ranking.prior(NAME));
    }
    RankingSettings.Places places = ranking.places();
    boolean isRegionKnown = pairing.ask().city().region() != null;
    double least = work.isSeatLocated() ? 0 : ranking.prior(NAME);
    EntrySettings entry = ranking.entry();
    double expected =
        entry.share() * work.entryRate() * (work.inCountry() > 0 ? 1 : entry.abroad());
    double there = isRegionKnown ? work.inRegion() + expected : work.inCountry();
    return Reading.adding(least, places.saturate(there));
  }
}
