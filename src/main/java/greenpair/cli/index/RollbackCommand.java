package greenpair.cli.index;

import greenpair.cli.app.Engine;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.index.GenerationStore;
import greenpair.index.generation.Publication;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair rollback`
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Serves an older generation again: the one that was published before, or the one named.",
      "One that the gate refused is published so too, for a --reason.",
      "A server that runs on the same data folder takes it by itself. The journal keeps who did it."
    },
    footer = {
      "%nExamples:",
      "  greenpair rollback",
      "  greenpair rollback 20260301T120000.000Z --reason \"wrong file of the registry\""
    })
public final class RollbackCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "GENERATION",
      description = "as greenpair status lists it (default: the one published before)")
  private @Nullable String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the journal")
  private String reason = "";

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.read(places.config());
    Publication publication =
        engine
            .reindexing(new GenerationStore(places.data()))
            .rollBack(id, System.getProperty("user.name", "unknown"), reason, Instant.now());
    Output.print("generation " + publication.id() + " is published\n");
    return Exit.OK;
  }
}
