package greenpair.job;

import greenpair.catalog.Text;
import greenpair.registry.RuleWords;
import greenpair.registry.source.convert.Account;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the rows of one registry; accepted, merged, skipped and rejected add up to the
/// rows read.
///
/// @param name of the mapping
/// @param skipped rows left out on purpose, by reason
/// @param first the first rejected rows, each with file, line, column, value and rule
public record SourceRun(
    String name,
    long read,
    long accepted,
    long merged,
    long unchanged,
    long waiting,
    Map<String, Long> skipped,
    long rejected,
    List<String> first) {
  public SourceRun {
    skipped = new TreeMap<>(skipped);
    first = List.copyOf(first);
  }

  static SourceRun of(String name, Account account) {
    return new SourceRun(
        name,
        account.read(),
        account.accepted(),
        account.merged(),
        account.unchanged(),
        account.waiting(),
        account.skipped(),
        account.rejected(),
        account.firstRejections().stream().map(Account.Rejection::toString).toList());
  }

  /// The first rejected rows in both languages.
  public List<Text> says() {
    return first.stream().map(RuleWords::of).toList();
  }

  /// Rows left out on purpose.
  public long skippedRows() {
    return skipped.values().stream().mapToLong(count -> count).sum();
  }
}
