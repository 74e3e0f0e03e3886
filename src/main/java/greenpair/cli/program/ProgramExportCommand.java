package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.program.ProgramStore;
import greenpair.program.database.PrivateFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair data export`
@Command(name = "export", mixinStandardHelpOptions = true)
final class ProgramExportCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (ProgramStore store = place.store()) {
      store.open();
      PrivateFile.create(file);
      try (Writer out = Files.newBufferedWriter(file)) {
        long records = store.dump(out);
        ProgramPlace.audit(store, "data.export", file);
        json.print(Map.of("records", records), records + " records\n");
      }
    }
    return Exit.OK;
  }
}
