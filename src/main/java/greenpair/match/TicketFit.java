package greenpair.match;

import greenpair.catalog.Money;
import greenpair.index.Traits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `ticket`: whether the deal is of a size that the financier does, in [0, 1].
///
/// 1 when the need's budget overlaps the stated ticket or, where none is stated, the span of
/// observed deals; outside it 1 - log10(gap), never below 0, where gap is the factor between the
/// nearest ends, so a factor of ten away is 0. Unknown without a budget, without ticket and deals,
/// or when the currencies differ: no rate is assumed.
final class TicketFit implements Signal {
  static final String NAME = "ticket";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    return gap(pairing.ask().budget(), (Traits.OfFinancier) pairing.candidate().traits())
        .map(gap -> Reading.of(Math.max(0, Math.min(1, 1 - Math.log10(gap)))))
        .orElseGet(() -> Reading.unknown(pairing.rules().ranking().prior(NAME)));
  }

  /// The factor between the nearest ends of the budget and what the financier does, 1 when they
  /// overlap; empty when either is unknown or the currencies differ.
  static Optional<Double> gap(@Nullable Money budget, Traits.OfFinancier financier) {
    Money ticket = span(financier);
    if (budget == null || ticket == null || !budget.currency().equals(ticket.currency())) {
      return Optional.empty();
    }
    return Optional.of(Math.max(gap(budget.max(), ticket.min()), gap(ticket.max(), budget.min())));
  }

  /// The factor by which `upper` falls short of `lower`, at least 1; an unknown end is open.
  private static double gap(@Nullable Double upper, @Nullable Double lower) {
    if (upper == null || lower == null || upper >= lower) {
      return 1;
    }
    return upper == 0 ? Double.MAX_VALUE : lower / upper;
  }

  /// The stated ticket, or the span of the observed deals in the currency of the first.
  static @Nullable Money span(Traits.OfFinancier financier) {
    if (financier.ticket() != null) {
      return financier.ticket();
    }
    if (financier.deals().isEmpty()) {
      return null;
    }
    String currency = financier.deals().getFirst().currency();
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    for (Money deal : financier.deals()) {
      if (deal.currency().equals(currency)) {
        min = Math.min(min, deal.min() != null ? deal.min() : 0);
        max = Math.max(max, deal.max() != null ? deal.max() : Double.MAX_VALUE);
      }
    }
    return new Money(min, max == Double.MAX_VALUE ? null : max, currency);
  }
}
