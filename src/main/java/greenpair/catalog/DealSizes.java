package greenpair.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sizes of deals that somebody does or wants, to be compared and not to be read: ranking
/// weighs sizes that not everybody may see, and no sentence or answer can be made of what it holds.
/// What is shown comes from an [Entry] as its reader may see it.
public final class DealSizes {
  /// Nothing known, and nothing hidden.
  public static final DealSizes UNKNOWN = new DealSizes(null, List.of(), false);

  private final @Nullable Money stated;
  private final List<Money> observed;
  private final boolean isConfidential;

  private DealSizes(@Nullable Money stated, List<Money> observed, boolean isConfidential) {
    this.stated = stated;
    this.observed = List.copyOf(observed);
    this.isConfidential = isConfidential;
  }

  /// Sizes of a financier's deals.
  ///
  /// @param stated size of one deal
  /// @param observed sizes of deals that were done, which count where none is stated
  /// @param isConfidential whether some reader may not see one of them
  public static DealSizes of(@Nullable Money stated, List<Money> observed, boolean isConfidential) {
    return new DealSizes(stated, observed, isConfidential);
  }

  /// A size that everybody may see, such as one that the request itself names.
  public static DealSizes of(@Nullable Money stated) {
    return stated == null ? UNKNOWN : new DealSizes(stated, List.of(), false);
  }

  /// Whether some reader may not see one of them.
  public boolean isConfidential() {
    return isConfidential;
  }

  /// Whether any size is known.
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

  /// The factor between the nearest ends of the two, 1 when they overlap; empty when either is
  /// unknown or the currencies differ, since no rate is assumed. Where either is confidential it
  /// is 1 or empty: how far two sizes lie apart would give the hidden one away.
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

  /// The factor by which `upper` falls short of `lower`, at least 1; an unknown end is open.
  private static double gap(@Nullable Double upper, @Nullable Double lower) {
    if (upper == null || lower == null || upper >= lower) {
      return 1;
    }
    return upper == 0 ? Double.MAX_VALUE : lower / upper;
  }

  /// The span of the observed deals in a currency, null when there is none.
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DealSizes sizes
        && isConfidential == sizes.isConfidential
        && Objects.equals(stated, sizes.stated)
        && observed.equals(sizes.observed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(stated, observed, isConfidential);
  }

  /// Says whether there are any, and never how large they are.
  @Override
  public String toString() {
    return isKnown() ? "known" : "unknown";
  }
}
