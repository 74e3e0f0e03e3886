package greenpair.cli.source;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.SourceCheck;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.RecordReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "check")
public final class SourceCheckCommand extends MappingCommand {
  private static final int WIDTH = 60;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "2")
  private int rows = 2;

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = engine();
    for (Mapping mapping : mappings(engine)) {
      check(mapping, engine);
    }
    return Exit.OK;
  }

  private void check(Mapping mapping, CommandWiring engine) throws IOException {
    SourceCheck check = new SourceCheck(mapping, new Conversion(mapping, engine.json()), rows);
    try (RecordReader reader = source(mapping, null).open()) {
      check.read(reader);
    }
    output.print(document(mapping, check), output.isJson() ? "" : text(check));
  }

  private String text(SourceCheck check) {
    StringBuilder text = new StringBuilder();
    check.samples().forEach(each -> add(each, text));
    TextTable fills = output.table("field", "known", "of");
    check.fills().forEach((field, fill) -> fills.row(field, fill.known(), fill.of()));
    text.append(fills).append('\n');
    text.append(output.line(Message.of("source.unused_columns", "names", check.unusedColumns())));
    if (!check.missingColumns().isEmpty()) {
      text.append(
          output.line(Message.of("source.missing_columns", "names", check.missingColumns())));
    }
    check
        .notes()
        .forEach(note -> text.append(output.line(Message.of("reindex.note", "note", note))));
    text.append(
        output.line(
            Message.of(
                "source.rows",
                "read",
                check.read(),
                "good",
                check.good(),
                "skipped",
                check.skipped(),
                "rejected",
                check.rejected())));
    check.firstRejections().forEach(each -> text.append(output.line(each.says())));
    return text.toString();
  }

  private static Document document(Mapping mapping, SourceCheck check) {
    return new Document(
        mapping.name(),
        check.read(),
        check.good(),
        check.skipped(),
        check.rejected(),
        check.fills(),
        List.copyOf(check.unusedColumns()),
        List.copyOf(check.missingColumns()),
        check.firstRejections());
  }

  private record Document(
      String mapping,
      long read,
      long good,
      long skipped,
      long rejected,
      Map<String, SourceCheck.Fill> fields,
      List<String> unusedColumns,
      List<String> missingColumns,
      List<RowResults.Rejection> firstRejections) {}

  private void add(SourceCheck.Sample sample, StringBuilder text) {
    text.append(sample.origin()).append('\n');
    TextTable cells = output.table("column", "cell");
    sample.cells().forEach((column, cell) -> cells.row(column, cut(cell)));
    text.append(cells);
    sample.result().forEach(line -> text.append("  -> ").append(line).append('\n'));
    text.append('\n');
  }

  private static String cut(String cell) {
    String line = cell.replaceAll("[\\s\\u001f]+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }
}
