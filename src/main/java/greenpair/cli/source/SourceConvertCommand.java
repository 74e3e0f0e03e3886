package greenpair.cli.source;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "convert")
public final class SourceConvertCommand extends MappingCommand {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      converter = Converters.OutputFile.class)
  private Path out = Path.of("");

  @Option(names = "--max-rejects", paramLabel = "N|P%", converter = Converters.MaxRejects.class)
  private Tolerance maxRejects = Tolerance.DEFAULT;

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    Mapping mapping = mapping(wiring);
    ProgressLine progress = ProgressLine.onTerminal(output.language());
    progress.stage("converting", 0);
    RowResults account =
        new Conversion(mapping, wiring.json()).run(source(mapping), out, maxRejects, progress);
    progress.done();
    output.print(account, text(account));
    return Exit.OK;
  }

  private String text(RowResults account) {
    TextTable rows = output.table("rows", "count");
    rows.row(say("read"), account.read());
    rows.row(say("accepted"), account.accepted());
    rows.row(say("merged"), account.merged());
    account
        .skipped()
        .forEach(
            (reason, count) ->
                rows.row(
                    output.say(Message.of("source.skipped", "reason", RowResults.said(reason))),
                    count));
    rows.row(say("rejected"), account.rejected());
    TextTable entries = output.table("entries", "count");
    account.entries().forEach((kind, count) -> entries.row(say(kind), count));
    StringBuilder text = new StringBuilder().append(rows).append('\n').append(entries);
    text.append(output.line(Message.of("source.written", "file", out.toString())));
    account
        .notes()
        .forEach(note -> text.append(output.line(Message.of("reindex.note", "note", note))));
    account.firstRejections().forEach(each -> text.append(output.line(each.says())));
    return text.toString();
  }

  private String say(String word) {
    return output.say(Message.of("words.common", "word", word));
  }
}
