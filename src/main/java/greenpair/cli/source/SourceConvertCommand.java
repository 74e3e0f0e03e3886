package greenpair.cli.source;

import greenpair.catalog.Language;
import greenpair.cli.app.DayConverter;
import greenpair.cli.app.Engine;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Progress;
import greenpair.cli.app.Table;
import greenpair.registry.source.convert.Account;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.map.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair source convert`
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the entries of a registry as catalog JSON Lines, ready for greenpair reindex.",
      "Several registries become one catalog, in which entries with one id are merged.",
      "Rejected rows go to X.rejects.csv (or .jsonl) beside X.jsonl; mend and convert them."
    },
    footer = {
      "%nExamples:",
      "  greenpair source convert landfill-gas --sources ../shared/data --out lfg.jsonl",
      "  greenpair reindex lfg.jsonl"
    })
final class SourceConvertCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "such as lfg.jsonl")
  private Path out = Path.of("");

  @Option(
      names = "--allow-rejects",
      paramLabel = "N",
      description = "exit with code 3 when more rows are rejected (default: any number is allowed)")
  private @org.jspecify.annotations.Nullable Long allowRejects;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "of a database: only rows changed on that day or later, by jdbc.updated_since")
  private java.time.@org.jspecify.annotations.Nullable LocalDate since;

  @Override
  public Integer call() throws IOException {
    Engine engine = source.engine();
    List<Conversion.Part> parts = new ArrayList<>();
    for (Mapping mapping : source.mappings(engine)) {
      parts.add(
          new Conversion.Part(
              new Conversion(mapping, engine.json()), source.source(mapping, since)));
    }
    Progress progress = Progress.onTerminal();
    progress.stage("converting", 0);
    Account account =
        Conversion.run(
            parts,
            out,
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
    print(account);
    return allowRejects != null && account.rejected() > allowRejects ? Exit.BAD_DATA : Exit.OK;
  }

  private void print(Account account) {
    Table rows = new Table("rows", "count");
    rows.row("read", account.read());
    rows.row("accepted", account.accepted());
    rows.row("merged", account.merged());
    account.skipped().forEach((reason, count) -> rows.row("skipped: " + reason, count));
    rows.row("rejected", account.rejected());
    Output.print(rows + "\n");
    Table entries = new Table("entries", "count");
    account.entries().forEach(entries::row);
    Output.print(entries + "written to " + out + "\n");
    account.notes().forEach(note -> Output.print("note: " + note.best(Language.EN) + "\n"));
    account.firstRejections().forEach(each -> Output.print(each + "\n"));
  }
}
