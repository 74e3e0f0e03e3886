package greenpair.match;

import greenpair.catalog.Market;
import greenpair.index.CityTraits;
import greenpair.index.Precedent;
import greenpair.index.Traits;
import java.util.function.Predicate;

/// `presence`: whether the firm is at work where the city is, in [0, 1].
///
/// The best of: n_r / (n_r + h) scaled into (0.5, 1] for n_r cases in the city's region; the same
/// scaled into (0.35, 0.6] for cases in its country; 0.6 for a seat in the region, 0.4 for a seat
/// or a stated market in the country. h is `places.half_cases`. Planned cases do not count. Unknown
/// when the firm has neither cases nor a seat nor a market.
final class Presence implements Signal {
  static final String NAME = "presence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    CityTraits city = pairing.ask().city();
    Traits.OfFirm firm = (Traits.OfFirm) pairing.candidate().traits();
    Market market = firm.organisation().market();
    if (pairing.cases().isEmpty() && firm.organisation().country() == null && market == null) {
      return Reading.unknown(pairing.rules().ranking().prior(NAME));
    }
    double value = 0;
    String region = city.region();
    if (region != null) {
      double here = share(pairing, each -> region.equals(each.city().region()));
      value = here > 0 ? 0.5 + 0.5 * here : 0;
      if (region.equals(firm.organisation().region())) {
        value = Math.max(value, 0.6);
      }
    }
    double inCountry = share(pairing, each -> city.country().equals(each.city().country()));
    if (inCountry > 0) {
      value = Math.max(value, 0.35 + 0.25 * inCountry);
    }
    boolean sells = market != null && market.in().contains(city.country());
    if (sells || city.country().equals(firm.organisation().country())) {
      value = Math.max(value, 0.4);
    }
    return Reading.of(value);
  }

  private static double share(Pairing pairing, Predicate<Precedent> where) {
    double cases =
        pairing.cases().stream()
            .map(WeighedCase::precedent)
            .filter(Precedent::proves)
            .filter(where)
            .count();
    return cases / (cases + pairing.rules().ranking().places().halfCases());
  }
}
