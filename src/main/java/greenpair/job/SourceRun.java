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
/// @param says the first rejected rows, each with file, line, column, value and rule
public record SourceRun(
    String name,
    long read,
    long accepted,
    long merged,
    Map<String, Long> skipped,
    long rejected,
    List<Text> says) {
  public SourceRun {
    skipped = new TreeMap<>(skipped);
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
        account.firstRejections().stream().map(each -> each.says().text()).toList());
  }

  /// Rows left out on purpose.
  public long skippedRows() {
    return skipped.values().stream().mapToLong(count -> count).sum();
  }
}
