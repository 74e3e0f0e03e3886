package greenpair.match.signal;

import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import greenpair.match.settings.PlaceSettings;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.SimilarWorkSettings;
import org.jspecify.annotations.Nullable;

/// `similar_nearby`: how much of the firm's recent work near the city is similar to this need,
/// in [0, 1).
///
/// p + (1 - p) n / (n + h), where n sums as in [SimilarWork], and each case also counts by
/// distance: 1 / (1 + (km / L)^2) + c, with L `similar_work.nearby_km`, and c
/// `similar_work.same_country` in the city's country and else 0. h is
/// `similar_work.half_nearby`, p the prior. In the city's region a case without a place counts
/// as `places.region_km` away. [SimilarWork] counts similar work anywhere and [Nearness] any
/// work nearby: a firm with solar farms far away and a hydropower plant next door has both, but
/// not this. Unknown as [SimilarWork], and if neither the place nor the region of the city is
/// known; without weight if only the client, delivery or funding of the need is known.
final class SimilarNearby implements Signal {
  static final String NAME = SimilarWorkSettings.NEARBY;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    RankingSettings ranking = pair.rules().ranking();
    CityTraits here = pair.query().city();
    if (here.place() == null && here.region() == null) {
      return SignalValue.unraised(ranking.prior(NAME));
    }
    return SimilarWork.reading(
        SimilarWork.amount(pair, there -> counts(here, there, ranking)),
        ranking.prior(NAME),
        ranking.similar().halfNearby());
  }

  private static double counts(CityTraits here, CityTraits there, RankingSettings ranking) {
    boolean isSameCountry = here.country().equals(there.country());
    double floor = isSameCountry ? ranking.similar().sameCountry() : 0;
    Double kilometres = kilometres(here, there, ranking.places().regionKm());
    return kilometres == null
        ? floor
        : floor + PlaceSettings.decay(kilometres, ranking.similar().nearbyKm());
  }

  private static @Nullable Double kilometres(CityTraits here, CityTraits there, double inRegion) {
    Place from = here.place();
    Place to = there.place();
    if (from != null && to != null) {
      return from.kilometresTo(to);
    }
    boolean isSameRegion =
        here.country().equals(there.country())
            && here.region() != null
            && here.region().equals(there.region());
    return isSameRegion ? inRegion : null;
  }
}
