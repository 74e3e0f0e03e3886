package greenpair.match;

/// `presence`: whether the firm is at work where the city is, in [0, 1): people, permits and
/// suppliers are there already, so the next project costs it less.
///
/// r s(n_r) + (1 - r) s(n_c) with s(n) = n / (n + h), n_r and n_c what it has done lately in the
/// region and in the country ([PastWork]), r `places.region_share`, h `places.half_cases`; s(n_c)
/// alone where the city's region is unknown. Unknown when the firm has neither proven cases nor a
/// seat on record.
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
    double region = pairing.ask().city().region() == null ? 0 : places.regionShare();
    return Reading.of(
        region * places.saturate(work.inRegion())
            + (1 - region) * places.saturate(work.inCountry()));
  }
}
