package greenpair.match.signal;

import greenpair.catalog.value.Market;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Traits;
import greenpair.match.settings.Verdict;
import java.util.List;

/// `focus`: how specific the financier's market is to the city, in [0, 1]: 1 when it names the
/// city, else 0.9 when it names its region, 0.7 its country, 0.5 a list of countries or the world,
/// 0.3 when it is unclear whether it covers the city; times 0.6 when the city itself may not be
/// able to apply. Unknown when no market is stated.
public final class Focus implements Signal {
  public static final String NAME = "focus";
  private static final double REGION = 0.9;
  private static final double COUNTRY = 0.7;
  private static final double WIDE = 0.5;
  private static final double UNCLEAR = 0.3;
  private static final double OTHERS_APPLY = 0.6;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    CityTraits city = pair.query().city();
    Market market = ((Traits.OfFinancier) pair.candidate().traits()).organisation().market();
    if (market == null) {
      return SignalValue.unknown(pair.rules().ranking().prior(NAME));
    }
    double drawn =
        switch (pair.rules().eligibility().covers(market, city)) {
          case FAIL -> 0;
          case UNKNOWN -> UNCLEAR;
          case PASS -> {
            if (market.in().contains(city.id().value())) {
              yield 1;
            }
            if (city.region() != null && market.in().contains(city.region())) {
              yield REGION;
            }
            yield market.in().contains(city.country()) ? COUNTRY : WIDE;
          }
        };
    return SignalValue.of(drawn * (cityMayApply(pair) ? 1 : OTHERS_APPLY));
  }

  private static boolean cityMayApply(NeedCandidatePair pair) {
    List<String> borrowers = ((Traits.OfFinancier) pair.candidate().traits()).borrowers();
    return borrowers.isEmpty()
        || pair.rules().eligibility().mayApply(borrowers, pair.query()) == Verdict.PASS;
  }
}
