package greenpair.cli.source;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.SourceCheck;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceException;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "check")
public final class SourceCheckCommand extends MappingCommand {
  private static final int WIDTH = 60;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "2")
  private int rows = 2;

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    Mapping mapping = mapping(wiring);
    try (RecordReader reader = source(mapping).open()) {
      Conversion conversion = new Conversion(mapping, wiring.json());
      SourceCheck check = SourceCheck.of(mapping, conversion, reader, rows);
      if (check.read() == 0) {
        throw new SourceException(Message.of("file.no_rows", "source", mapping.name()));
      }
      output.print(check, output.isJson() ? "" : text(check));
      return check.rejected() == 0 ? Exit.OK : Exit.BAD_DATA;
    }
  }

  private String text(SourceCheck check) {
    StringBuilder text = new StringBuilder();
    check.samples().forEach(each -> add(each, text));
    TextTable fills = output.table("field", "known", "of");
    check.fields().forEach((field, fill) -> fills.row(field, fill.known(), fill.of()));
    text.append(fills).append('\n');
    if (!check.unusedColumns().isEmpty()) {
      text.append(output.line(Message.of("source.unused_columns", "names", check.unusedColumns())));
    }
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

  private void add(SourceCheck.Sample sample, StringBuilder text) {
    text.append(sample.origin()).append('\n');
    TextTable cells = output.table("column", "cell");
    sample.cells().forEach((column, cell) -> cells.row(column, cut(cell)));
    text.append(cells);
    sample.entries().forEach(line -> text.append("  -> ").append(line).append('\n'));
    if (sample.why() != null) {
      text.append("  -> ").append(output.line(sample.why()));
    }
    text.append('\n');
  }

  private static String cut(String cell) {
    String line = cell.replaceAll("[\\s\\u001f]+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }
}
