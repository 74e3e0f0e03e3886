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

@Command(name = "rollback", mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(index = "0", arity = "0..1", paramLabel = "GENERATION")
  private @Nullable String id;

  @Option(names = "--reason", paramLabel = "TEXT")
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
