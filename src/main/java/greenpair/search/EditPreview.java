package greenpair.search;

import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// Which searches an edit changes, before it is published.
///
/// @param tried number of queries
/// @param changes those with another total or other names among the first ten hits
public record EditPreview(int tried, List<ChangedSearch> changes) {
  private static final int SHOWN = 3;

  /// A query whose list changes.
  public record ChangedSearch(String query, FoundList before, FoundList after) {}

  /// What a query finds.
  ///
  /// @param total number of matches
  /// @param first names of hits
  public record FoundList(long total, List<Text> first) {
    private FoundList shown() {
      return new FoundList(total, first.stream().limit(SHOWN).toList());
    }
  }

  /// Compares what queries find now and with the edit.
  ///
  /// @param now search as it is
  /// @param then search with the edit
  public static EditPreview of(
      Search now, Search then, List<SearchRequest> queries, Snapshot snapshot) {
    List<ChangedSearch> changes = new ArrayList<>();
    for (SearchRequest each : queries) {
      FoundList before = found(now.search(each, snapshot));
      FoundList after = found(then.search(each, snapshot));
      if (!before.equals(after)) {
        changes.add(new ChangedSearch(each.text(), before.shown(), after.shown()));
      }
    }
    return new EditPreview(queries.size(), changes);
  }

  private static FoundList found(SearchResponse response) {
    return new FoundList(response.total(), response.hits().stream().map(Hit::name).toList());
  }
}
