package greenpair.cli.index;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Subcommand;
import greenpair.index.generation.Publication;
import greenpair.message.Message;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rollback")
public final class RollbackCommand extends Subcommand {

  @Parameters(index = "0", arity = "0..1", paramLabel = "GENERATION")
  private @Nullable String id;

  @Option(names = "--reason", paramLabel = "TEXT")
  private String reason = "";

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    Publication publication =
        wiring
            .reindexing(places.store())
            .rollBack(id, System.getProperty("user.name", "unknown"), reason, Instant.now());
    output.print(publication, Message.of("reindex.outcome.published", "id", publication.id()));
    return Exit.OK;
  }
}
