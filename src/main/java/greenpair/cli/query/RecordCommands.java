package greenpair.cli.query;

import module java.base;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Streams;
import greenpair.cli.app.Subcommand;
import greenpair.message.Message;
import greenpair.web.answers.StoredRequest;
import greenpair.web.decisions.Archive;
import greenpair.web.decisions.DecisionRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Saves answers and gives them again.
public final class RecordCommands {
  private RecordCommands() {}

  @Command(name = "record")
  public static final class Save extends Subcommand {
    @Parameters(paramLabel = "ADDRESS")
    private String address = "";

    @Option(names = "--body", paramLabel = "FILE")
    private @Nullable Path body;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        converter = Converters.OutputFile.class)
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
      CommandWiring wiring = wiring();
      StoredRequest question =
          body == null
              ? StoredRequest.get(address)
              : new StoredRequest("POST", address, Streams.text(body));
      try (OpenIndex index = OpenIndex.open(wiring, places)) {
        DecisionRecord record = wiring.recorder().record(question, index.snapshot());
        record.write(out);
        new KeptConfigurations(() -> wiring, places.store()).keep(record.configuration());
        output.print(
            Map.of("digest", record.digest(), "file", out.toString()),
            Message.of("record.saved", "digest", record.digest()));
        return Exit.OK;
      }
    }
  }

  @Command(name = "replay")
  public static final class Replay extends Subcommand {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      DecisionRecord record = DecisionRecord.parse(file.toString(), Streams.text(file));
      CommandWiring wiring = wiring();
      KeptConfigurations kept = new KeptConfigurations(() -> wiring, places.store());
      try (Archive.Past past = kept.open(record.generation(), record.configuration())) {
        boolean same = past.givesAgain(record);
        output.print(
            Map.of("same", same, "generation", record.generation(), "digest", record.digest()),
            same ? Message.of("record.same") : Message.of("record.differs"));
        return same ? Exit.OK : Exit.FAILURE;
      }
    }
  }
}
