package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The sum of money that a partner can take on, and what it is spent on. Each need on whose list
/// the partner is uses up the budget of that need, since the partner may get all of it.
///
/// @param amount above 0
/// @param costs what each need that it fits takes, from 0
public record PartnerBudget(double amount, String currency, Map<EntryId, Double> costs) {
  /// Amounts that differ by less are equal, as a share.
  private static final double ROUNDING = 1e-6;

  public PartnerBudget {
    costs = Collections.unmodifiableMap(new TreeMap<>(costs));
    if (!Double.isFinite(amount) || amount <= 0) {
      throw new IllegalArgumentException(
          "an amount must be a finite number above 0, but was " + amount);
    }
  }

  /// The share of the amount that a need takes.
  double share(EntryId need) {
    return costs.getOrDefault(need, 0.0) / amount;
  }

  /// Needs that it covers, whichever they are, among those that it covers at all.
  int most() {
    double sum = 0;
    int most = 0;
    for (double cost :
        costs.values().stream().sorted(java.util.Comparator.reverseOrder()).toList()) {
      if (covers(cost / amount)) {
        sum += cost / amount;
        most += covers(sum) ? 1 : 0;
      }
    }
    return most;
  }

  /// Whether shares of it can be taken together.
  static boolean covers(double shares) {
    return shares <= 1 + ROUNDING;
  }
}
