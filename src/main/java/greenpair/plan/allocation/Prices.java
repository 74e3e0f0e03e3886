package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.plan.PlanObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the conditions of a plan cost: the same instance solved without each.
///
/// @param conditions most costly first
/// @param capacities gain of one more city for each partner that already serves as many as it can,
///     and of one more list for each expert without days left; largest first
public record Prices(List<Price> conditions, List<Gain> capacities) {
  /// No prices, if they were not requested.
  public static final Prices NONE = new Prices(List.of(), List.of());

  /// The price of a condition.
  ///
  /// @param gain what the total fit would gain without it, from 0
  /// @param share of the plan's total
  /// @param proven whether both totals are
  public record Price(Condition condition, double gain, double share, boolean proven) {}

  /// What can be left out.
  public sealed interface Condition {
    /// All capacities at once.
    ///
    /// @param busiest who would serve most cities without them
    record Capacities(EntryId busiest, int cities) implements Condition {}

    /// The sums of money of all partners at once.
    record Amounts() implements Condition {}

    record Exposure() implements Condition {}

    record PanelSizes() implements Condition {}

    record Floors() implements Condition {}

    /// The worst-off cities first.
    record Fairness(int levels) implements Condition {}

    /// The earlier plan kept as far as possible.
    record Keeping() implements Condition {}

    /// One pin or veto.
    record One(Requirement requirement) implements Condition {}
  }

  /// What one more city or list of a partner would gain, from 0.
  ///
  /// @param cities that it could then serve; null if its lists are what is full
  /// @param lists that it could then be on; null if its cities are what is full
  public record Gain(
      EntryId supplier, @Nullable Integer cities, @Nullable Integer lists, double gain) {}

  public Prices {
    conditions = List.copyOf(conditions);
    capacities = List.copyOf(capacities);
  }

  /// Prices of a plan that the integer program has made.
  public static Prices of(AllocationProblem instance, Plan plan, PlanObserver watch) {
    return new Pricing(instance, plan, watch).prices();
  }
}
