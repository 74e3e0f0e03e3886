package greenpair.match;

import greenpair.catalog.Partner;
import greenpair.index.Precedent;
import greenpair.index.Traits;

/// `activity`: whether the firm is in business, in [0, 1].
///
/// 1 when stated active, 0 when closed, 0.3 when uncertain. When nothing is stated, the year of its
/// last case speaks: 0.5 + 0.5 x 2^(-years / 8). Unknown when there is no such year either.
final class Activity implements Signal {
  static final String NAME = "activity";
  private static final double HALF_LIFE = 8;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    Traits.OfFirm firm = (Traits.OfFirm) pairing.candidate().traits();
    Partner.Status status = firm.organisation().status();
    if (status != null) {
      return Reading.of(
          switch (status) {
            case ACTIVE -> 1;
            case UNCERTAIN -> 0.3;
            case CLOSED -> 0;
          });
    }
    int last = Integer.MIN_VALUE;
    for (WeighedCase each : pairing.cases()) {
      Precedent precedent = each.precedent();
      Integer year = precedent.end() != null ? precedent.end() : precedent.start();
      if (year != null && precedent.proves()) {
        last = Math.max(last, year);
      }
    }
    if (last == Integer.MIN_VALUE) {
      return Reading.unknown(pairing.rules().ranking().prior(NAME));
    }
    double years = Math.max(0, pairing.ask().asOf() - last);
    return Reading.of(0.5 + 0.5 * Math.pow(2, -years / HALF_LIFE));
  }
}
