package greenpair.cli.query;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.Places;
import greenpair.web.decisions.Archive;
import greenpair.web.decisions.DecisionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "replay", mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    DecisionRecord record = DecisionRecord.read(file);
    CommandWiring engine = CommandWiring.read(places.config());
    KeptConfigurations kept = new KeptConfigurations(engine, places.store());
    try (Archive.Past past = kept.open(record.generation(), record.configuration())) {
      boolean same = past.givesAgain(record);
      json.print(
          Map.of("same", same, "generation", record.generation(), "digest", record.digest()),
          same
              ? "byte-identical: generation "
                  + record.generation()
                  + ", digest "
                  + record.digest()
                  + "\n"
              : "the answer differs from the record, though generation and configuration are the"
                  + " same: another version of the program answered\n");
      return same ? Exit.OK : Exit.FAILURE;
    }
  }
}
