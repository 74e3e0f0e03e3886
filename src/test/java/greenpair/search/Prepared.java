package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.search.PlannedSearch.PlannedKind;
import java.util.List;

/// Queries made ready, for measuring what comes after.
final class Prepared {
  private Prepared() {}

  static PlannedKind planned(Search search, Kind kind, String text, Snapshot snapshot) {
    return search.ask(SearchRequest.of(List.of(kind), text, 10), snapshot).query(kind);
  }
}
