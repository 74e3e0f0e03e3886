package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
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

  /// A partner is on at most as many lists as its merit earns.
  record Earned(EntryId supplier, int most) implements Requirement {}

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
}
