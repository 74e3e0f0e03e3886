package greenpair.cli.query;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "mcp", mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = CommandWiring.read(places.config());
    try (OpenIndex index = OpenIndex.open(wiring, places)) {
      wiring.assistant(index.live()).serve(System.in, System.out);
    }
    return Exit.OK;
  }
}
