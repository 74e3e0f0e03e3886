package greenpair.match.signal;

import greenpair.catalog.Expert;
import greenpair.index.contract.Traits;

/// `availability`: how many days the expert has for the programme, in [0, 1): d / (d + h) with h
/// `signals.half_days`, the days at which it is one half. 0 if the period is over. Unknown without
/// days.
public final class Availability implements Signal {
  public static final String NAME = "availability";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SignalValue read(NeedCandidatePair pairing) {
    Expert.Days days = ((Traits.OfExpert) pairing.candidate().traits()).days();
    if (days == null) {
      return SignalValue.unknown(pairing.rules().ranking().prior(NAME));
    }
    int left = days.isOver(pairing.ask().asOf()) ? 0 : days.count();
    return SignalValue.of(left / (left + pairing.rules().ranking().signals().halfDays()));
  }
}
