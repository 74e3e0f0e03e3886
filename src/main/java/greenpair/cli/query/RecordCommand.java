package greenpair.cli.query;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import greenpair.web.answers.StoredRequest;
import greenpair.web.decisions.DecisionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "record", mixinStandardHelpOptions = true)
public final class RecordCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "ADDRESS")
  private String address = "";

  @Option(names = "--body", paramLabel = "FILE")
  private @Nullable Path body;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = CommandWiring.read(places.config());
    StoredRequest question =
        body == null
            ? StoredRequest.get(address)
            : new StoredRequest("POST", address, Files.readString(body));
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      DecisionRecord record = engine.recorder().record(question, index.snapshot());
      record.write(out);
      new KeptConfigurations(engine, places.store()).keep(record.configuration());
      json.print(
          Map.of("digest", record.digest(), "file", out.toString()),
          "digest " + record.digest() + "\n");
    }
    return Exit.OK;
  }
}
