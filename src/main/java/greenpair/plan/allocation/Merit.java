package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Demand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Exposure in proportion to merit (Singh and Joachims, KDD 2018), over all lists of a plan
/// together as in amortised fairness (Biega, Gummadi and Weikum, SIGIR 2018).
///
/// The merit of a partner is the sum of its scores over all needs that it fits, its exposure the
/// number of lists that it is on. For each kind, a partner earns its share of all merit times the
/// places that can be filled.
///
/// @param earned lists that each partner earns, above 0 if it fits a need with a score above 0
record Merit(Map<EntryId, Double> earned) {
  private static final double ROUNDING = 1e-9;

  static Merit of(AllocationProblem instance) {
    Map<AllocationProblem.Slot, Integer> fits = new HashMap<>();
    Map<Kind, Map<EntryId, Long>> merits = new TreeMap<>();
    Map<Kind, Long> totals = new HashMap<>();
    for (Fit each : instance.fits()) {
      fits.merge(each.slot(), 1, Integer::sum);
      merits
          .computeIfAbsent(each.kind(), kind -> new TreeMap<>())
          .merge(each.supplier(), (long) each.millionths(), Long::sum);
      totals.merge(each.kind(), (long) each.millionths(), Long::sum);
    }
    Map<Kind, Long> places = new HashMap<>();
    for (Demand each : instance.demands()) {
      int found = fits.getOrDefault(each.slot(), 0);
      places.merge(each.kind(), (long) Math.min(each.most(), found), Long::sum);
    }
    Map<EntryId, Double> earned = new TreeMap<>();
    merits.forEach(
        (kind, partners) ->
            partners.forEach(
                (partner, merit) -> {
                  long total = totals.getOrDefault(kind, 0L);
                  double share = total == 0 ? 0 : (double) merit / total;
                  earned.merge(partner, share * places.getOrDefault(kind, 0L), Double::sum);
                }));
    return new Merit(earned);
  }

  /// Lists that a partner may be on: what it earns, rounded up.
  int most(EntryId partner) {
    return (int) Math.max(1, Math.ceil(earned.getOrDefault(partner, 0.0) - ROUNDING));
  }

  /// The share of places that would have to go to others for exposure to be in proportion to merit,
  /// in [0, 1); 0 without places.
  double disparity(List<Fit> places) {
    Map<EntryId, Integer> lists = new HashMap<>();
    places.forEach(each -> lists.merge(each.supplier(), 1, Integer::sum));
    double all = earned.values().stream().mapToDouble(each -> each).sum();
    if (places.isEmpty() || all == 0) {
      return 0;
    }
    double off = 0;
    for (Map.Entry<EntryId, Double> each : earned.entrySet()) {
      double exposure = (double) lists.getOrDefault(each.getKey(), 0) / places.size();
      off += Math.abs(exposure - each.getValue() / all);
    }
    return off / 2;
  }
}
