package greenpair.match.signal;

import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.SiteConditions;
import greenpair.index.contract.Traits;
import java.util.Map;

/// `suitability`: whether the solution suits the place, in [0, 1]: 0 when a condition to avoid
/// holds, 1 when a condition that suits holds, 0.4 when
/// it names suiting conditions and none of those that are known holds. Unknown when it names none,
/// or nothing is known of those it names.
public final class Suitability implements Signal {
  public static final String NAME = "suitability";
  private static final double NONE_HOLDS = 0.4;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    Traits.OfSolution solution = (Traits.OfSolution) pair.candidate().traits();
    Map<SiteCondition, Boolean> here = SiteConditions.of(pair.query().city());
    if (solution.avoid().stream().anyMatch(each -> here.getOrDefault(each, false))) {
      return SignalValue.of(0);
    }
    if (solution.suits().stream().anyMatch(each -> here.getOrDefault(each, false))) {
      return SignalValue.of(1);
    }
    return solution.suits().stream().anyMatch(here::containsKey)
        ? SignalValue.of(NONE_HOLDS)
        : SignalValue.unknown(pair.rules().ranking().prior(NAME));
  }
}
