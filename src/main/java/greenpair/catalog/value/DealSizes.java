package greenpair.catalog.value;

import module java.base;

import org.jspecify.annotations.Nullable;

/// The sizes of deals that a partner makes or a need requires. Ranking compares sizes that not
/// every user may see: no answer may disclose them. Displayed sizes come from an entry as its
/// reader may see it.
///
/// @param observed sizes of completed deals, used if no size is stated
/// @param isConfidential whether some users may not see one of them
public record DealSizes(@Nullable Money stated, List<Money> observed, boolean isConfidential) {
  /// No size is known and none is hidden.
  public static final DealSizes UNKNOWN = new DealSizes(null, List.of(), false);

  public DealSizes {
    observed = List.copyOf(observed);
  }

  /// A size that all users may see, such as one that the request itself states.
  public static DealSizes of(@Nullable Money stated) {
    return stated == null ? UNKNOWN : new DealSizes(stated, List.of(), false);
  }

  public boolean isKnown() {
    return stated != null || !observed.isEmpty();
  }

  /// Whether the largest stated size is below an amount in its currency; never of confidential
  /// ones.
  ///
  /// @param least gives the amount for a currency, or null
  public boolean isBelow(java.util.function.Function<String, @Nullable Double> least) {
    if (isConfidential || stated == null || stated.max() == null) {
      return false;
    }
    Double bound = least.apply(stated.currency());
    return bound != null && stated.max() < bound;
  }

  /// The factor between the nearest ends of the two ranges, or 1 if they overlap. Empty if either
  /// is unknown or the currencies differ, because no exchange rate is assumed. If either is
  /// confidential, the result is 1 or empty, because the distance would disclose the hidden size.
  public Optional<Double> gap(DealSizes wanted) {
    Money budget = wanted.stated;
    if (budget == null) {
      return Optional.empty();
    }
    Money own = stated != null ? stated : span(budget.currency());
    if (own == null || !budget.currency().equals(own.currency())) {
      return Optional.empty();
    }
    double gap = Math.max(gap(budget.max(), own.min()), gap(own.max(), budget.min()));
    return Optional.of(gap).filter(each -> each == 1 || !(isConfidential || wanted.isConfidential));
  }

  /// The factor by which `upper` is below `lower`, at least 1; an unknown end is open.
  private static double gap(@Nullable Double upper, @Nullable Double lower) {
    if (upper == null || lower == null || upper >= lower) {
      return 1;
    }
    return upper == 0 ? Double.MAX_VALUE : lower / upper;
  }

  /// The span of the observed deals in a currency, null if there is none.
  private @Nullable Money span(String currency) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Money deal : observed) {
      if (deal.currency().equals(currency)) {
        min = Math.min(min, deal.min() != null ? deal.min() : 0);
        max = Math.max(max, deal.max() != null ? deal.max() : Double.POSITIVE_INFINITY);
      }
    }
    return min > max ? null : new Money(min, Double.isInfinite(max) ? null : max, currency);
  }

  /// States whether there are any sizes, but never the sizes.
  @Override
  public String toString() {
    return isKnown() ? "known" : "unknown";
  }
}
