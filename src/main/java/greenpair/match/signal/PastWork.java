package greenpair.match.signal;

import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.PlaceSettings;
import greenpair.match.settings.RankingSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The amount and distance of a firm's work relative to the asking city, over its proven cases and,
/// in part (`places.pending`), those approved, under construction or planned, which prove nothing
/// but show where it is active. A case counts 2^(-years / h) by its age, with h `places.half_life`
/// years. A case of unknown year counts `cases.unknown_year`. A firm's seat counts as one case of
/// this year, and for nearness `places.seat` of one. All are 0 or more, and no case lowers one.
///
/// @param newest what counts most by its age, in [0, 1], without the seat
/// @param all without the seat
/// @param alike the same, each times how well its technology fits
/// @param alikeInRegion of these, those in the city's region; in its country when the region is
///     unknown
/// @param inCountry in the city's country
/// @param inRegion in the city's region; 0 when that is unknown
/// @param near the largest of all, each times 1 / (1 + (km / L)^2), L `places.nearness_km`; in the
///     city's region a case counts as `places.region_km` away when the place of either is unknown
/// @param entryRate regions a year that it is expected to enter, see [EntryRate]
/// @param isDated whether the year of any case is known
/// @param isLocated whether the country of the seat or of any case is known
/// @param isPlaced whether the distance of the seat or of any case is known
/// @param isSeatLocated whether the country of the seat is known
/// @param isSeatPlaced whether the distance of the seat is known
public record PastWork(
    double newest,
    double all,
    double alike,
    double alikeInRegion,
    double inCountry,
    double inRegion,
    double near,
    double entryRate,
    boolean isDated,
    boolean isLocated,
    boolean isPlaced,
    boolean isSeatLocated,
    boolean isSeatPlaced) {
  private static final PastWork NOT_ASKED =
      new PastWork(0, 0, 0, 0, 0, 0, 0, 0, false, false, false, false, false);

  /// For firms only: no signal of another kind uses it, and it costs a distance computation for
  /// each case.
  static PastWork of(
      MatchQuery query, Traits traits, List<WeighedCase> weighed, RankingSettings ranking) {
    if (!(traits instanceof Traits.OfFirm firm)) {
      return NOT_ASKED;
    }
    Sum sum = new Sum(query.city(), ranking.places());
    Traits.Organisation seat = firm.organisation();
    sum.add(1, seat.country(), seat.region(), seat.place());
    sum.near *= ranking.places().seat();
    boolean isSeatLocated = sum.isLocated;
    boolean isSeatPlaced = sum.isPlaced;
    double newest = 0;
    double all = 0;
    double alike = 0;
    double alikeInRegion = 0;
    boolean isDated = false;
    for (WeighedCase each : weighed) {
      Precedent precedent = each.precedent();
      double share = ranking.places().share(precedent);
      if (share > 0) {
        double recency = share * recency(precedent, query.asOf(), ranking);
        CityTraits city = precedent.city();
        newest = Math.max(newest, recency);
        all += recency;
        alike += recency * each.fit();
        alikeInRegion += sum.isThere(city) ? recency * each.fit() : 0;
        isDated |= precedent.year() != null;
        sum.add(recency, city.country(), city.region(), city.place());
      }
    }
    return new PastWork(
        newest,
        all,
        alike,
        alikeInRegion,
        sum.inCountry,
        sum.inRegion,
        sum.near,
        EntryRate.of(weighed, query.asOf(), ranking),
        isDated,
        sum.isLocated,
        sum.isPlaced,
        isSeatLocated,
        isSeatPlaced);
  }

  static double recency(Precedent precedent, int asOf, RankingSettings ranking) {
    Integer year = precedent.year();
    return year == null
        ? ranking.cases().unknownYear()
        : ranking.places().fading().after(ranking.places().from(asOf) - year);
  }

  private static final class Sum {
    private final CityTraits here;
    private final PlaceSettings places;
    private double inCountry;
    private double inRegion;
    private double near;
    private boolean isLocated;
    private boolean isPlaced;

    Sum(CityTraits here, PlaceSettings places) {
      this.here = here;
      this.places = places;
    }

    /// Whether a city is in the region of this one, or in its country if that is unknown.
    boolean isThere(CityTraits city) {
      return here.country().equals(city.country())
          && (here.region() == null || here.region().equals(city.region()));
    }

    void add(
        double amount, @Nullable String country, @Nullable String region, @Nullable Place place) {
      isLocated |= country != null;
      boolean isSameCountry = here.country().equals(country);
      boolean isSameRegion = isSameCountry && region != null && region.equals(here.region());
      inCountry += isSameCountry ? amount : 0;
      inRegion += isSameRegion ? amount : 0;
      if (place != null && here.place() != null) {
        addNear(amount, here.place().kilometresTo(place));
      } else if (isSameRegion) {
        addNear(amount, places.regionKm());
      }
    }

    private void addNear(double amount, double kilometres) {
      isPlaced = true;
      near = Math.max(near, amount * PlaceSettings.decay(kilometres, places.nearnessKm()));
    }
  }
}
