package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair data restore`
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(file)) {
      throw new java.nio.file.NoSuchFileException(file.toString());
    }
    DataArchive.Contents restored = DataArchive.restore(file, place.data(), this::take);
    json.print(restored, restored.files() + " files, " + restored.bytes() + " bytes\n");
    return Exit.OK;
  }

  /// Deletes the database that was created for a failed restore.
  private void take(Path export) throws IOException {
    try (Reader in = Files.newBufferedReader(export);
        ProgramStore store = place.store()) {
      try {
        var _ = store.load(in, place.contents());
      } catch (IllegalArgumentException e) {
        store.discard();
        throw e;
      }
    }
  }
}
