package greenpair.match.signal;

import greenpair.match.rules.RankingSettings;

/// `nearness`: how much the firm has worked lately near the city, in [0, 1).
///
/// p + (1 - p) k / (k + h), where k sums its proven cases and its seat, each times e^(-km / L)
/// ([PastWork]), L is `places.nearness_km` and h `places.half_cases`. A kernel sum: five projects
/// at
/// 50 km say more than one. Work in the city's own region counts as `places.region_km` away where a
/// place is missing. p is the prior, or 0 where the distance of the seat is known: a case far away
/// adds nothing, but takes nothing either. Unknown when no distance is known.
final class Nearness implements Signal {
  static final String NAME = "nearness";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    RankingSettings ranking = pairing.rules().ranking();
    double prior = ranking.prior(NAME);
    PastWork work = pairing.work();
    return work.isPlaced()
        ? Reading.adding(work.isSeatPlaced() ? 0 : prior, ranking.places().saturate(work.near()))
        : Reading.unknown(prior);
  }
}
