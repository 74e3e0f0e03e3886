package greenpair.match.signal;

import greenpair.index.contract.Traits;
import greenpair.match.settings.MatchQuery;
import java.util.Optional;

/// `ticket`: whether the deal has a size that the financier makes, in [0, 1].
///
/// 1 when the need's budget overlaps the stated ticket or, where none is stated, the span of
/// observed deals; outside it 1 - log10(gap), never below 0, where gap is the factor between the
/// nearest ends, so a factor of ten away is 0. Unknown without a budget, without ticket and deals,
/// or when the currencies differ: no rate is assumed.
///
/// If either side is confidential, it can only count in favour: 1 if they overlap, else unknown. A
/// budget entered by a user is not compared with a hidden ticket at all, because repeated attempts
/// would reveal it.
public final class TicketFit implements Signal {
  public static final String NAME = "ticket";

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    Traits.OfFinancier financier = (Traits.OfFinancier) pair.candidate().traits();
    double prior = pair.rules().ranking().prior(NAME);
    return gap(pair.query(), financier)
        .map(gap -> SignalValue.of(Math.max(0, Math.min(1, 1 - Math.log10(gap)))))
        .orElseGet(
            () ->
                isConfidential(pair.query(), financier)
                    ? SignalValue.unraised(prior)
                    : SignalValue.unknown(prior));
  }

  /// The factor between the nearest ends of the budget and the financier's sizes, 1 if they
  /// overlap; empty when either is unknown or the currencies differ.
  public static Optional<Double> gap(MatchQuery query, Traits.OfFinancier financier) {
    return financier.sizes().isConfidential() && query.need() == null
        ? Optional.empty()
        : financier.sizes().gap(query.budget());
  }

  /// Whether the compared sizes are confidential.
  public static boolean isConfidential(MatchQuery query, Traits.OfFinancier financier) {
    return financier.sizes().isConfidential() || query.budget().isConfidential();
  }
}
