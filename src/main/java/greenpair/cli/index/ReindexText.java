package greenpair.cli.index;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.registry.source.convert.RowResults;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.gate.GenerationComparison;

/// What `greenpair reindex` prints: the result of every row and every entry, which add up, and how
/// the generation differs from the last one.
///
/// @param folder of the generation
public record ReindexText(ReindexReport run, Path folder, Language language) {
  private static final int SHOWN = 10;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (run.comparison() != null) {
      compare(text, run.comparison());
    }
    TextTable entries = TextTable.of(language, "kind", "entries");
    for (Kind kind : Kind.values()) {
      entries.row(
          Message.of("words.common", "word", kind.word()).in(language), run.manifest().count(kind));
    }
    text.append(entries);
    String outcome = Word.of(run.outcome());
    say(text, Message.of("reindex.outcome." + outcome, "id", run.manifest().id()));
    if (!run.sources().accounts().isEmpty()) {
      registries(text);
    }
    return text.toString();
  }

  private void compare(StringBuilder text, GenerationComparison comparison) {
    comparison.faults().forEach(each -> say(text, Message.of("reindex.refused", "why", each)));
    comparison.notes().forEach(each -> say(text, Message.of("reindex.note", "note", each)));
    for (GenerationComparison.Judged each : comparison.judged()) {
      say(
          text,
          Message.of(
              "reindex.judged",
              "set",
              each.set(),
              "after",
              three(each.after()),
              "before",
              three(each.before()),
              "count",
              each.topics()));
    }
    List<GenerationComparison.Change> changes = comparison.changes();
    changes.stream().limit(SHOWN).forEach(each -> say(text, each.says()));
    if (changes.size() > SHOWN) {
      say(text, Message.of("reindex.more_changes", "count", changes.size() - SHOWN));
    }
    if (comparison.before() != null) {
      Path file = folder.resolve(GenerationComparison.FILE);
      say(text, Message.of("reindex.comparison", "file", file.toString()));
      text.append('\n');
    }
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void registries(StringBuilder text) {
    TextTable rows =
        TextTable.of(
            language, "registry", "rows_read", "accepted", "merged", "skipped", "rejected");
    run.sources()
        .accounts()
        .forEach(
            (name, of) ->
                rows.row(
                    name, of.read(), of.accepted(), of.merged(), of.skippedRows(), of.rejected()));
    text.append('\n').append(rows).append('\n').append(merged());
    for (Map.Entry<String, RowResults> each : run.sources().accounts().entrySet()) {
      each.getValue()
          .skipped()
          .forEach(
              (reason, count) ->
                  note(
                      text,
                      each.getKey(),
                      Message.of(
                              "reindex.skipped", "count", count, "reason", RowResults.said(reason))
                          .text()));
      each.getValue().notes().forEach(note -> note(text, each.getKey(), note));
    }
    String merging = Message.of("reindex.merging").in(language);
    run.sources().notes().forEach(note -> note(text, merging, note));
    for (Path each : run.sources().rejectFiles()) {
      say(text, Message.of("reindex.reject_file", "file", each));
    }
    if (run.sources().doubts() > 0) {
      say(text, Message.of("reindex.doubts", "count", run.sources().doubts()));
    }
  }

  private TextTable merged() {
    TextTable entries =
        TextTable.of(language, "kind", "entries_of_sources", "merged_entries", "in_one_catalog");
    for (Kind kind : Kind.values()) {
      long read = run.sources().read().getOrDefault(kind.word(), 0L);
      long written = run.sources().written().getOrDefault(kind.word(), 0L);
      entries.row(
          Message.of("words.common", "word", kind.word()).in(language),
          read,
          read - written,
          written);
    }
    return entries;
  }

  private void note(StringBuilder text, String name, Text note) {
    say(text, Message.of("line.at", "place", name, "problem", note));
  }

  private void say(StringBuilder text, Message line) {
    text.append(line.in(language)).append('\n');
  }

  private void say(StringBuilder text, Text line) {
    text.append(line.best(language)).append('\n');
  }
}
