package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.index.GenerationStore;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair data backup`
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    GenerationStore generations = new GenerationStore(place.data());
    try (GenerationStore.Lock lock = generations.lock();
        ProgramStore store = place.store()) {
      lock.check();
      DataArchive.Contents written =
          DataArchive.write(
              place.data(),
              file,
              out -> {
                var _ = store.dump(out);
              });
      ProgramPlace.audit(store, "data.backup", file);
      json.print(written, written.files() + " files, " + written.bytes() + " bytes\n");
    }
    return Exit.OK;
  }
}
