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
///
/// Where either side is not for everybody to see, it can only speak for a match: 1 when they
/// overlap, else unknown. And a budget that somebody types in is not held against a hidden ticket
/// at all: whoever may try many would find it out.
final class TicketFit implements Signal {
  static final String NAME = "ticket";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    return gap(pairing.ask(), (Traits.OfFinancier) pairing.candidate().traits())
        .map(gap -> Reading.of(Math.max(0, Math.min(1, 1 - Math.log10(gap)))))
        .orElseGet(() -> Reading.unknown(pairing.rules().ranking().prior(NAME)));
  }

  /// The factor between the nearest ends of the budget and what the financier does, 1 when they
  /// overlap; empty when either is unknown or the currencies differ.
  static Optional<Double> gap(Ask ask, Traits.OfFinancier financier) {
    if (!isConfidential(ask, financier)) {
      return gap(ask.budget(), financier);
    }
    return financier.hidesDeals() && ask.need() == null
        ? Optional.empty()
        : gap(ask.budget(), financier).filter(gap -> gap == 1);
  }

  /// Whether the sizes that are compared are not for everybody to see.
  static boolean isConfidential(Ask ask, Traits.OfFinancier financier) {
    return financier.hidesDeals() || ask.hidesBudget();
  }

  private static Optional<Double> gap(@Nullable Money budget, Traits.OfFinancier financier) {
    if (budget == null) {
      return Optional.empty();
    }
    Money ticket = financier.ticket() != null ? financier.ticket() : span(financier, budget);
    if (ticket == null || !budget.currency().equals(ticket.currency())) {
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

  /// The span of the observed deals in the currency of the budget, null when there is none; deals
  /// in another one say nothing, since no rate is assumed.
  private static @Nullable Money span(Traits.OfFinancier financier, Money budget) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Money deal : financier.deals()) {
      if (deal.currency().equals(budget.currency())) {
        min = Math.min(min, deal.min() != null ? deal.min() : 0);
        max = Math.max(max, deal.max() != null ? deal.max() : Double.POSITIVE_INFINITY);
      }
    }
    return min > max
        ? null
        : new Money(min, Double.isInfinite(max) ? null : max, budget.currency());
  }
}
