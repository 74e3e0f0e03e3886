package greenpair.cli.source;

import greenpair.catalog.Language;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Output;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.app.TextTable;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "convert", mixinStandardHelpOptions = true)
final class SourceConvertCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("");

  @Option(names = "--max-rejects", paramLabel = "N|P%")
  private @Nullable String maxRejects;

  @Mixin private JsonOption json = new JsonOption();

  @Option(names = "--since", paramLabel = "DATE", converter = Converters.Day.class)
  private java.time.@Nullable LocalDate since;

  @Override
  public Integer call() throws IOException {
    Tolerance tolerance = maxRejects == null ? Tolerance.DEFAULT : Tolerance.parse(maxRejects);
    CommandWiring engine = source.engine();
    List<Conversion.Part> parts = new ArrayList<>();
    for (Mapping mapping : source.mappings(engine)) {
      parts.add(
          new Conversion.Part(
              new Conversion(mapping, engine.json()), source.source(mapping, since)));
    }
    ProgressLine progress = ProgressLine.onTerminal();
    progress.stage("converting", 0);
    RowResults account =
        Conversion.run(
            parts,
            out,
            tolerance,
            new Conversion.Rows() {
              @Override
              public void bytes(long read, long all) {
                progress.bytes(read, all);
              }

              @Override
              public void read(boolean rejected) {
                progress.step(1);
                if (rejected) {
                  progress.rejected();
                }
              }
            });
    progress.done();
    if (json.isGiven()) {
      json.print(account, "");
    } else {
      print(account);
    }
    return Exit.OK;
  }

  private void print(RowResults account) {
    TextTable rows = new TextTable("rows", "count");
    rows.row("read", account.read());
    rows.row("accepted", account.accepted());
    rows.row("merged", account.merged());
    account.skipped().forEach((reason, count) -> rows.row("skipped: " + reason, count));
    rows.row("rejected", account.rejected());
    Output.print(rows + "\n");
    TextTable entries = new TextTable("entries", "count");
    account.entries().forEach(entries::row);
    Output.print(entries + "written to " + out + "\n");
    account.notes().forEach(note -> Output.print("note: " + note.best(Language.EN) + "\n"));
    account.firstRejections().forEach(each -> Output.print(each + "\n"));
  }
}
