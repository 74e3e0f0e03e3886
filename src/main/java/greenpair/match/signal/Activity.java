package greenpair.match.signal;

import greenpair.catalog.Partner;
import greenpair.index.contract.Traits;
import greenpair.match.settings.SignalSettings;

/// `activity`: whether the firm is in business and active, in [0, 1].
///
/// 0 when stated closed or bankrupt, `uncertain` (0.3 as shipped) of `signals.activity` when
/// uncertain or taken over. Else b + (1 - b) n, with b `active` (0.7) when stated active and
/// `not_stated` (0.5) when nothing is stated, and n the weight of its newest case by age
/// ([PastWork]). The amount of work does not matter, because size does not show whether a firm is
/// in business. Unknown if neither its status nor the year of a case is known.
final class Activity implements Signal {
  static final String NAME = "activity";

  @Override
  public SignalValue read(NeedCandidatePair pairing) {
    Traits.OfFirm firm = (Traits.OfFirm) pairing.candidate().traits();
    Partner.Status status = firm.organisation().status();
    if (status == null && !pairing.work().isDated()) {
      return SignalValue.unknown(pairing.rules().ranking().prior(NAME));
    }
    if (status != null && status.isGone()) {
      return SignalValue.of(0);
    }
    SignalSettings.Activity values = pairing.rules().ranking().signals().activity();
    if (status == Partner.Status.UNCERTAIN || status == Partner.Status.ACQUIRED) {
      return SignalValue.of(values.uncertain());
    }
    double least = status == Partner.Status.ACTIVE ? values.active() : values.notStated();
    return SignalValue.of(least + (1 - least) * pairing.work().newest());
  }
}
