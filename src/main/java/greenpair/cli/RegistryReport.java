package greenpair.cli;

import greenpair.catalog.Kind;
import greenpair.registry.source.Account;
import greenpair.reindex.Report;
import java.nio.file.Path;
import java.util.Map;

/// Tells what became of every row and every entry; both tables add up.
final class RegistryReport {
  private final Report run;

  private final boolean isIncremental;

  /// @param isIncremental whether rows were compared with what is published
  RegistryReport(Report run, boolean isIncremental) {
    this.run = run;
    this.isIncremental = isIncremental;
  }

  @Override
  public String toString() {
    StringBuilder report = new StringBuilder();
    report.append('\n').append(isIncremental ? compared() : rows());
    if (!isIncremental) {
      report.append('\n').append(entries());
    }
    for (Map.Entry<String, Account> each : run.registries().entrySet()) {
      each.getValue()
          .skipped()
          .forEach((reason, count) -> note(report, each.getKey(), count + " skipped: " + reason));
      each.getValue().notes().forEach(text -> note(report, each.getKey(), text));
    }
    if (!isIncremental) {
      run.notes().forEach(text -> note(report, "merging", text));
    }
    for (Path each : run.rejectFiles()) {
      report.append("rejected rows are in ").append(each).append('\n');
    }
    if (run.doubts() > 0) {
      report.append(run.doubts()).append(" pairs may be one firm: greenpair review shows them\n");
    }
    return report.toString();
  }

  private Table rows() {
    Table rows = new Table("registry", "rows read", "accepted", "merged", "skipped", "rejected");
    run.registries()
        .forEach(
            (name, account) ->
                rows.row(
                    name,
                    account.read(),
                    account.accepted(),
                    account.merged(),
                    account.skippedRows(),
                    account.rejected()));
    return rows;
  }

  private Table compared() {
    Table rows =
        new Table(
            "registry", "rows read", "accepted", "unchanged", "waiting", "skipped", "rejected");
    run.registries()
        .forEach(
            (name, account) ->
                rows.row(
                    name,
                    account.read(),
                    account.accepted(),
                    account.unchanged(),
                    account.waiting(),
                    account.skippedRows(),
                    account.rejected()));
    return rows;
  }

  private Table entries() {
    Table entries =
        new Table("kind", "entries of all sources", "merged with another", "in one catalog");
    for (Kind kind : Kind.values()) {
      long read = run.read().getOrDefault(kind.word(), 0L);
      long written = run.written().getOrDefault(kind.word(), 0L);
      entries.row(kind.word(), read, read - written, written);
    }
    return entries;
  }

  private static void note(StringBuilder report, String name, String text) {
    report.append(name).append(": ").append(text).append('\n');
  }
}
