package greenpair.cli.source;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Output;
import greenpair.cli.app.TextTable;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.SourceCheck;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.RecordReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "check", mixinStandardHelpOptions = true)
final class SourceCheckCommand implements Callable<Integer> {
  private static final int WIDTH = 60;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private JsonOption json = new JsonOption();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "2")
  private int rows = 2;

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = source.engine();
    for (Mapping mapping : source.mappings(engine)) {
      check(mapping, engine);
    }
    return Exit.OK;
  }

  private void check(Mapping mapping, CommandWiring engine) throws IOException {
    SourceCheck check = new SourceCheck(mapping, new Conversion(mapping, engine.json()), rows);
    try (RecordReader reader = source.source(mapping, null).open()) {
      check.read(reader);
    }
    if (json.isGiven()) {
      json.print(document(mapping, check), "");
      return;
    }
    check.samples().forEach(SourceCheckCommand::print);
    TextTable fills = new TextTable("field", "known", "of");
    check.fills().forEach((field, fill) -> fills.row(field, fill.known(), fill.of()));
    Output.print(fills + "\n");
    Output.print("unused columns: " + String.join(", ", check.unusedColumns()) + "\n");
    if (!check.missingColumns().isEmpty()) {
      Output.print(
          "columns of the mapping that no row has: %s\n"
              .formatted(String.join(", ", check.missingColumns())));
    }
    check.notes().forEach(note -> Output.print("note: " + note.en() + "\n"));
    Output.print(
        "%s rows: %s good, %s skipped, %s rejected\n"
            .formatted(check.read(), check.good(), check.skipped(), check.rejected()));
    for (RowResults.Rejection each : check.firstRejections()) {
      Output.print(each + "\n");
    }
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

  private static void print(SourceCheck.Sample sample) {
    Output.print(sample.origin() + "\n");
    TextTable columns = new TextTable("  column", "cell");
    for (Map.Entry<String, String> each : sample.cells().entrySet()) {
      columns.row("  " + each.getKey(), cut(each.getValue()));
    }
    Output.print(columns.toString());
    sample.result().forEach(line -> Output.print("  -> " + line + "\n"));
    Output.print("\n");
  }

  private static String cut(String cell) {
    String line = cell.replaceAll("[\\s\\u001f]+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }
}
