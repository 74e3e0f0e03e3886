package greenpair.match.signal;

import greenpair.catalog.Partner;
import greenpair.index.contract.Traits;

/// `activity`: whether the firm is in business and active, in [0, 1].
///
/// 0 when stated closed or bankrupt, 0.3 when uncertain or taken over. Else b + (1 - b) n, with b
/// 0.7 when stated active and 0.5 when nothing is stated, and n the weight of its newest case by
/// age ([PastWork]). The amount of work does not matter, because size does not show whether a firm
/// is in business. Unknown if neither its status nor the year of a case is known.
final class Activity implements Signal {
  static final String NAME = "activity";
  private static final double ACTIVE = 0.7;
  private static final double NOT_STATED = 0.5;
  private static final double UNCERTAIN = 0.3;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    Traits.OfFirm firm = (Traits.OfFirm) pair.candidate().traits();
    Partner.Status status = firm.organisation().status();
    if (status == null && !pair.work().isDated()) {
      return SignalValue.unknown(pair.rules().ranking().prior(NAME));
    }
    if (status != null && status.isGone()) {
      return SignalValue.of(0);
    }
    if (status == Partner.Status.UNCERTAIN || status == Partner.Status.ACQUIRED) {
      return SignalValue.of(UNCERTAIN);
    }
    double least = status == Partner.Status.ACTIVE ? ACTIVE : NOT_STATED;
    return SignalValue.of(least + (1 - least) * pair.work().newest());
  }
}
