package greenpair.cli.index;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Places;
import greenpair.index.generation.Publication;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes the previously published generation again, or the given one.",
      "Also publishes a generation that the gate refused, if a --reason is given. A running server"
          + " on the same data folder picks it up. The journal records who did it."
    },
    footer = {
      "%nExamples:",
      "  greenpair rollback",
      "  greenpair rollback 20260301T120000.000Z --reason \"wrong file of the registry\""
    })
public final class RollbackCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "GENERATION",
      description =
          "generation as listed by greenpair status (default: the previously published one)")
  private @Nullable String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "reason, recorded in the journal")
  private String reason = "";

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = CommandWiring.read(places.config());
    Publication publication =
        engine
            .reindexing(places.store())
            .rollBack(id, System.getProperty("user.name", "unknown"), reason, Instant.now());
    json.print(publication, "generation " + publication.id() + " is published\n");
    return Exit.OK;
  }
}
