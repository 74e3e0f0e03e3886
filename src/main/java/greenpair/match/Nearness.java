package greenpair.match;

import greenpair.catalog.Place;
import greenpair.index.Traits;

/// `nearness`: how near the firm has worked or sits: e^(-d / L), in (0, 1], with d the kilometres
/// from the city to the nearest proven case or the firm's seat, and L `places.nearness_km`. Unknown
/// when either side has no place.
final class Nearness implements Signal {
  static final String NAME = "nearness";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    Place here = pairing.ask().city().place();
    double nearest = Double.POSITIVE_INFINITY;
    if (here != null) {
      Traits.OfFirm firm = (Traits.OfFirm) pairing.candidate().traits();
      if (firm.organisation().place() != null) {
        nearest = here.kilometresTo(firm.organisation().place());
      }
      for (WeighedCase each : pairing.cases()) {
        Place there = each.precedent().city().place();
        if (there != null && each.precedent().proves()) {
          nearest = Math.min(nearest, here.kilometresTo(there));
        }
      }
    }
    RankingSettings ranking = pairing.rules().ranking();
    return Double.isInfinite(nearest)
        ? Reading.unknown(ranking.prior(NAME))
        : Reading.of(Math.exp(-nearest / ranking.places().nearnessKm()));
  }
}
