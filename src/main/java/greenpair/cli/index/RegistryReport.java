package greenpair.cli.index;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.registry.source.convert.RowResults;
import greenpair.reindex.ReindexReport;
import java.nio.file.Path;
import java.util.Map;

/// Reports the result of every row and every entry; both tables add up.
///
/// @param isIncremental whether rows were compared with what is published
public record RegistryReport(ReindexReport run, boolean isIncremental, Language language) {
  @Override
  public String toString() {
    StringBuilder report = new StringBuilder();
    report.append('\n').append(isIncremental ? compared() : rows());
    if (!isIncremental) {
      report.append('\n').append(entries());
    }
    for (Map.Entry<String, RowResults> each : run.registries().entrySet()) {
      each.getValue()
          .skipped()
          .forEach((reason, count) -> note(report, each.getKey(), skipped(reason, count)));
      each.getValue().notes().forEach(text -> note(report, each.getKey(), text));
    }
    if (!isIncremental) {
      String merging = Message.of("reindex.merging").in(language);
      run.notes().forEach(text -> note(report, merging, text));
    }
    for (Path each : run.rejectFiles()) {
      say(report, Message.of("reindex.reject_file", "file", each).text());
    }
    if (run.doubts() > 0) {
      say(report, Message.of("reindex.doubts", "count", run.doubts()).text());
    }
    return report.toString();
  }

  private TextTable rows() {
    TextTable rows =
        new TextTable("registry", "rows read", "accepted", "merged", "skipped", "rejected");
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

  private TextTable compared() {
    TextTable rows =
        new TextTable(
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

  private TextTable entries() {
    TextTable entries =
        new TextTable("kind", "entries of all sources", "merged with another", "in one catalog");
    for (Kind kind : Kind.values()) {
      long read = run.read().getOrDefault(kind.word(), 0L);
      long written = run.written().getOrDefault(kind.word(), 0L);
      entries.row(kind.word(), read, read - written, written);
    }
    return entries;
  }

  private static Text skipped(String reason, long count) {
    return Message.of("reindex.skipped", "count", count, "reason", reason).text();
  }

  private void note(StringBuilder report, String name, Text text) {
    report.append(name).append(language == Language.ZH ? "：" : ": ");
    say(report, text);
  }

  private void say(StringBuilder report, Text text) {
    report.append(text.best(language)).append('\n');
  }
}
