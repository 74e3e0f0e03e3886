package greenpair.match;

import module java.base;

import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;

/// How well needs are served, kept by generation. A need costs three rankings, and lists, pages and
/// the cohort ask for the same needs. What a request computed before it timed out is available to
/// the next. Thread-safe.
final class CoverageCache {
  /// Needs that are kept at most; those of a larger catalog are ranked again.
  private static final int MOST = 5_000;

  private final ByGeneration<Map<Need, Gaps.Coverage>> kept = new ByGeneration<>();

  /// The coverage of these needs, in their order.
  List<Gaps.Coverage> of(List<Need> needs, Snapshot snapshot, Function<Need, Gaps.Coverage> make) {
    Map<Need, Gaps.Coverage> known = kept.get(snapshot, ConcurrentHashMap::new);
    List<Gaps.Coverage> list = new ArrayList<>();
    for (Need need : needs) {
      Gaps.Coverage coverage = known.get(need);
      if (coverage == null) {
        coverage = make.apply(need);
        if (known.size() < MOST) {
          known.put(need, coverage);
        }
      }
      list.add(coverage);
    }
    return list;
  }
}
