package greenpair.cli;

import greenpair.catalog.Kind;
import greenpair.registry.source.Account;
import java.nio.file.Path;
import java.util.Map;

/// Tells what became of every row and every entry; both tables add up.
final class RegistryReport {
  private final Registries.Outcome outcome;

  RegistryReport(Registries.Outcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public String toString() {
    StringBuilder report = new StringBuilder();
    Table rows = new Table("registry", "rows read", "accepted", "merged", "skipped", "rejected");
    outcome
        .accounts()
        .forEach(
            (name, account) ->
                rows.row(
                    name,
                    account.read(),
                    account.accepted(),
                    account.merged(),
                    account.skippedRows(),
                    account.rejected()));
    report.append('\n').append(rows);
    Table entries =
        new Table("kind", "entries of all sources", "merged with another", "in one catalog");
    for (Kind kind : Kind.values()) {
      long read = outcome.result().read().getOrDefault(kind.word(), 0L);
      long written = outcome.result().written().getOrDefault(kind.word(), 0L);
      entries.row(kind.word(), read, read - written, written);
    }
    report.append('\n').append(entries);
    for (Map.Entry<String, Account> each : outcome.accounts().entrySet()) {
      each.getValue()
          .skipped()
          .forEach((reason, count) -> note(report, each.getKey(), count + " skipped: " + reason));
      each.getValue().notes().forEach(text -> note(report, each.getKey(), text));
    }
    outcome.result().notes().forEach(text -> note(report, "merging", text));
    for (Path each : outcome.rejectFiles()) {
      report.append("rejected rows are in ").append(each).append('\n');
    }
    if (outcome.open() > 0) {
      report.append(outcome.open()).append(" pairs may be one firm: greenpair review shows them\n");
    }
    return report.toString();
  }

  private static void note(StringBuilder report, String name, String text) {
    report.append(name).append(": ").append(text).append('\n');
  }
}
