package greenpair.match;

/// `nearness`: how much the firm has worked lately near the city, in [0, 1): k / (k + h), where k
/// sums its proven cases and its seat, each times e^(-km / L) ([PastWork]), L is
/// `places.nearness_km` and h `places.half_cases`. A kernel sum: five projects at 50 km say more
/// than one. Work in the city's own region counts as `places.region_km` away where a place is
/// missing. Unknown when no distance is known.
final class Nearness implements Signal {
  static final String NAME = "nearness";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    RankingSettings ranking = pairing.rules().ranking();
    return pairing.work().isPlaced()
        ? Reading.of(ranking.places().saturate(pairing.work().near()))
        : Reading.unknown(ranking.prior(NAME));
  }
}
