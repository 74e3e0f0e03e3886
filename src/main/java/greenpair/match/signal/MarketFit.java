package greenpair.match.signal;

import greenpair.catalog.value.Market;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.match.settings.Verdict;

/// `market`: whether the city is in the firm's market, in [0, 1]: 1 when its stated market covers
/// the city, 0 when it does not. Where no market is stated, a proven case in the city's country
/// gives 0.8. Unknown if there is neither, or if the
/// market is unclear about the city.
public final class MarketFit implements Signal {
  public static final String NAME = "market";
  private static final double WORKED_IN_COUNTRY = 0.8;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    double prior = pair.rules().ranking().prior(NAME);
    Market market = ((Traits.OfFirm) pair.candidate().traits()).organisation().market();
    Verdict verdict =
        market == null
            ? Verdict.UNKNOWN
            : pair.rules().eligibility().covers(market, pair.query().city());
    return switch (verdict) {
      case PASS -> SignalValue.of(1);
      case FAIL -> SignalValue.of(0);
      case UNKNOWN ->
          hasWorked(pair) ? SignalValue.of(WORKED_IN_COUNTRY) : SignalValue.unknown(prior);
    };
  }

  public static boolean hasWorked(NeedCandidatePair pair) {
    String country = pair.query().city().country();
    for (WeighedCase each : pair.cases()) {
      Precedent precedent = each.precedent();
      if (precedent.proves() && precedent.city().country().equals(country)) {
        return true;
      }
    }
    return false;
  }
}
