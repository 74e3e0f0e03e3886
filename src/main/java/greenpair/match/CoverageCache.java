package greenpair.match;

import greenpair.catalog.Need;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// How well needs are served, kept for one generation under one configuration. A need costs three
/// rankings, and lists, pages and the cohort ask for the same needs. What a request computed before
/// it timed out is available to the next. Thread-safe.
final class CoverageCache {
  /// Needs that are kept at most; those of a larger catalog are ranked again.
  private static final int MOST = 5_000;

  private volatile Kept kept = new Kept(null, "", Map.of());

  private record Kept(
      @org.jspecify.annotations.Nullable Manifest manifest,
      String configuration,
      Map<Need, Gaps.Coverage> all) {
    boolean isOf(Snapshot snapshot) {
      return snapshot.manifest().equals(manifest) && snapshot.configuration().equals(configuration);
    }
  }

  /// The coverage of these needs, in their order.
  List<Gaps.Coverage> of(List<Need> needs, Snapshot snapshot, Function<Need, Gaps.Coverage> make) {
    Map<Need, Gaps.Coverage> known = known(snapshot);
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

  private Map<Need, Gaps.Coverage> known(Snapshot snapshot) {
    Kept now = kept;
    if (!now.isOf(snapshot)) {
      now = new Kept(snapshot.manifest(), snapshot.configuration(), new ConcurrentHashMap<>());
      kept = now;
    }
    return now.all();
  }
}
