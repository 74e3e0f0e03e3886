package greenpair.job;

import greenpair.catalog.Text;
import greenpair.registry.source.convert.RowResults;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The results of the rows of one registry; accepted, merged, skipped and rejected add up to the
/// rows read.
///
/// @param skipped rows left out on purpose, by reason
/// @param first the first rejected rows in English, each with file, line, column, value and rule
/// @param says the same in both languages
public record SourceRun(
    String name,
    long read,
    long accepted,
    long merged,
    Map<String, Long> skipped,
    long rejected,
    List<String> first,
    List<Text> says) {
  public SourceRun {
    skipped = new TreeMap<>(skipped);
    first = List.copyOf(first);
    says = List.copyOf(says);
  }

  static SourceRun of(String name, RowResults account) {
    return new SourceRun(
        name,
        account.read(),
        account.accepted(),
        account.merged(),
        account.skipped(),
        account.rejected(),
        account.firstRejections().stream().map(RowResults.Rejection::toString).toList(),
        account.firstRejections().stream().map(each -> each.says().text()).toList());
  }

  /// Rows left out on purpose.
  public long skippedRows() {
    return skipped.values().stream().mapToLong(count -> count).sum();
  }
}
