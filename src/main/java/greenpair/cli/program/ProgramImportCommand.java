package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Streams;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair data import`
@Command(name = "import", mixinStandardHelpOptions = true)
final class ProgramImportCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Reader in = Streams.reader(file);
        ProgramStore store = place.store()) {
      long records = store.load(in, place.contents());
      json.print(Map.of("records", records), records + " records\n");
    }
    return Exit.OK;
  }
}
