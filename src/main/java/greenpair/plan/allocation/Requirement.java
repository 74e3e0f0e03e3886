package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A requirement of a coordinator for a plan. Gates are not requirements: what a gate forbids is
/// not a [Fit] and cannot be required.
public sealed interface Requirement {
  /// A need gets at least this many partners of a kind.
  record NeedFloor(EntryId need, Kind kind, int least) implements Requirement {}

  /// A need gets at most this many partners of a kind.
  record NeedLimit(EntryId need, Kind kind, int most) implements Requirement {}

  /// A partner is on at least this many lists.
  record SupplierFloor(EntryId supplier, int least) implements Requirement {}

  /// A partner serves at most this many cities.
  record Capacity(EntryId supplier, int most) implements Requirement {}

  /// An expert is on at most as many lists as it has days for. What the same partner does as a firm
  /// or financier takes none of its days.
  record SupplierLimit(EntryId supplier, int most) implements Requirement {}

  /// The budgets of the needs on whose lists a partner is as a firm or financier are at most what
  /// it can take on.
  record Amount(EntryId supplier, PartnerBudget purse) implements Requirement {}

  /// All needs of a city together get at most this many experts.
  record Panel(EntryId city, int most) implements Requirement {}

  /// An expert is not on the list of a need with a partner that it has a conflict of interest with.
  record Independent(EntryId need, EntryId expert, EntryId partner) implements Requirement {}

  /// A partner is on the list of a need.
  ///
  /// @param partner any entry that it is
  record Pin(EntryId need, EntryId partner) implements Requirement {}

  /// A partner is not on the list of a need, or of any need of a city, or on any list at all.
  ///
  /// @param partner any entry that it is
  /// @param city null for all cities
  /// @param need null for all needs
  record Veto(EntryId partner, @Nullable EntryId city, @Nullable EntryId need)
      implements Requirement {}

  /// A partner takes one part at most in what a need gets.
  record OneRole(EntryId need, EntryId supplier) implements Requirement {}

  /// The bounds that a requirement sets.
  ///
  /// @param which the fits that it is about
  /// @param weight of one of them in the sum that is bounded
  /// @param group if the number of their groups is bounded and not their sum, such as the cities of
  ///     a partner; else null
  record Bounds(
      Predicate<Fit> which,
      ToDoubleFunction<Fit> weight,
      @Nullable Function<Fit, EntryId> group,
      double least,
      double most) {
    private static Bounds atMost(double most, Predicate<Fit> which) {
      return new Bounds(which, fit -> 1, null, Double.NEGATIVE_INFINITY, most);
    }

    private static Bounds atLeast(double least, Predicate<Fit> which) {
      return new Bounds(which, fit -> 1, null, least, Double.POSITIVE_INFINITY);
    }

    private Bounds by(Function<Fit, EntryId> distinct) {
      return new Bounds(which, weight, distinct, least, most);
    }
  }

  /// What it says of the fits of a plan.
  ///
  /// @param cities the city of each need
  default Bounds bounds(AllocationProblem instance, Map<EntryId, EntryId> cities) {
    return switch (this) {
      case NeedFloor floor ->
          Bounds.atLeast(
              floor.least, fit -> fit.need().equals(floor.need) && fit.kind() == floor.kind);
      case NeedLimit limit ->
          Bounds.atMost(
              limit.most, fit -> fit.need().equals(limit.need) && fit.kind() == limit.kind);
      case SupplierFloor floor -> Bounds.atLeast(floor.least, fit -> fit.isOf(floor.supplier));
      case Capacity capacity ->
          Bounds.atMost(capacity.most, fit -> fit.isOf(capacity.supplier))
              .by(fit -> Objects.requireNonNull(cities.get(fit.need())));
      case SupplierLimit limit ->
          Bounds.atMost(limit.most, fit -> fit.kind() == Kind.EXPERT && fit.isOf(limit.supplier));
      case Amount amount ->
          new Bounds(
              fit -> fit.kind() != Kind.EXPERT && fit.isOf(amount.supplier),
              fit -> amount.purse.share(fit.need()),
              null,
              Double.NEGATIVE_INFINITY,
              1);
      case Panel panel ->
          Bounds.atMost(
                  panel.most,
                  fit -> fit.kind() == Kind.EXPERT && panel.city.equals(cities.get(fit.need())))
              .by(Fit::supplier);
      case Independent both ->
          Bounds.atMost(
                  1,
                  fit ->
                      fit.need().equals(both.need)
                          && (fit.isOf(both.expert) || fit.isOf(both.partner)))
              .by(Fit::supplier);
      case Pin pin -> {
        EntryId supplier = instance.supplier(pin.partner).orElseThrow().id();
        yield Bounds.atLeast(1, fit -> fit.need().equals(pin.need) && fit.isOf(supplier));
      }
      case Veto veto -> Bounds.atMost(0, fit -> instance.forbids(veto, fit, cities));
      case OneRole one ->
          Bounds.atMost(1, fit -> fit.need().equals(one.need) && fit.isOf(one.supplier));
    };
  }
}
