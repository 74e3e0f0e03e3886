package greenpair.match.signal;

import greenpair.match.settings.RankingSettings;

/// `nearness`: how near to the city the firm has recently worked, in [0, 1].
///
/// p + (1 - p) k, where k is the largest over its proven cases and its seat of recency x 1 / (1 +
/// (km / L)^2) ([PastWork]) and L is `places.nearness_km`, the distance at which a case counts
/// half: inverse-square decay. The largest and not the sum, because [Presence] already measures the
/// amount of work, and in four registries the nearest case alone predicts the next project better
/// than a sum. A case in the city's own region without a place counts as `places.region_km` away.
/// p is the prior, or 0 where the distance of the seat is known: a distant case adds nothing but
/// never lowers the value. Unknown when no distance is known.
final class Nearness implements Signal {
  static final String NAME = "nearness";

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    RankingSettings ranking = pair.rules().ranking();
    double prior = ranking.prior(NAME);
    PastWork work = pair.work();
    return work.isPlaced()
        ? SignalValue.adding(work.isSeatPlaced() ? 0 : prior, work.near())
        : SignalValue.unknown(prior);
  }
}
