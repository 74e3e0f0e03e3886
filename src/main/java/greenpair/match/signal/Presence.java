package greenpair.match.signal;

import greenpair.match.rules.RankingSettings;

/// `presence`: whether the firm is at work where the city is, in [0, 1): people, permits and
/// suppliers are there already, so the next project costs it less.
///
/// p + (1 - p) n / (n + h) with n = n_r + c n_c: what it has done lately in the region, and c
/// (`places.country_share`) of what it has done in the country ([PastWork]), h `places.half_cases`.
/// The country's work is what one expects of the region before seeing it: a firm that is new there
/// but busy elsewhere is likelier to come than one that is not, and every case in the region soon
/// outweighs that. n = n_c where the city's region is unknown. p is the prior, or 0 for a firm
/// whose
/// seat is on record: that it sits elsewhere is known, while cases elsewhere are no sign that it is
/// not at work here too, so a case never lowers the value. Unknown when the firm has neither proven
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
    double expected = (isRegionKnown ? places.countryShare() : 1) * work.inCountry();
    return Reading.adding(least, places.saturate(work.inRegion() + expected));
  }
}
