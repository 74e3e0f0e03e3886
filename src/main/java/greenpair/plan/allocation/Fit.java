package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.Comparator;

/// A partner that may serve a need, since no gate forbids it, and how well.
///
/// @param supplier its [Supplier#id]
/// @param millionths the score of the match, 0 to 1,000,000
public record Fit(EntryId need, Kind kind, EntryId supplier, int millionths) {
  /// A score of 1.
  public static final int WHOLE = 1_000_000;

  /// The order of lists: the best first.
  public static final Comparator<Fit> BEST_FIRST =
      Comparator.comparingInt(Fit::millionths).reversed().thenComparing(Fit::supplier);

  public Fit {
    if (millionths < 0 || millionths > WHOLE) {
      throw new IllegalArgumentException(
          "a fit must be from 0 to " + WHOLE + " millionths, but was " + millionths);
    }
  }

  AllocationProblem.Assignment place() {
    return new AllocationProblem.Assignment(need, kind, supplier);
  }

  AllocationProblem.Slot slot() {
    return new AllocationProblem.Slot(need, kind);
  }

  /// The score, in [0, 1].
  public double score() {
    return millionths / (double) WHOLE;
  }
}
