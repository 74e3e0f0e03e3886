package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A requirement of a coordinator for a plan. Gates are not requirements: what a gate forbids is
/// not a [Fit] and cannot be required.
public sealed interface Requirement {
  /// A need gets at least this many partners of a kind.
  record NeedFloor(EntryId need, Kind kind, int least) implements Requirement {}

  /// A need gets at most this many partners of a kind.
  record NeedLimit(EntryId need, Kind kind, int most) implements Requirement {}

  /// A partner serves at most this many cities.
  record Capacity(EntryId supplier, int most) implements Requirement {}

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
  /// @param ofCities whether the cities of these fits are counted, and not the fits
  record Bounds(Predicate<Fit> which, boolean ofCities, int least, int most) {
    private static Bounds atMost(int most, Predicate<Fit> which) {
      return new Bounds(which, false, 0, most);
    }

    private static Bounds atLeast(int least, Predicate<Fit> which) {
      return new Bounds(which, false, least, Integer.MAX_VALUE);
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
      case Capacity capacity ->
          new Bounds(fit -> fit.supplier().equals(capacity.supplier), true, 0, capacity.most);
      case Pin pin -> {
        EntryId supplier = instance.supplier(pin.partner).orElseThrow().id();
        yield Bounds.atLeast(
            1, fit -> fit.need().equals(pin.need) && fit.supplier().equals(supplier));
      }
      case Veto veto -> Bounds.atMost(0, fit -> instance.forbids(veto, fit, cities));
      case OneRole one ->
          Bounds.atMost(
              1, fit -> fit.need().equals(one.need) && fit.supplier().equals(one.supplier));
    };
  }
}
