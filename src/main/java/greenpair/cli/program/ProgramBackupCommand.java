package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair program backup`
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the SQLite database to one file, also while a server runs. To restore, stop the",
      "server and put the file in the place of program.db. PostgreSQL has pg_dump for that."
    },
    footer = {"%nExample:", "  greenpair program backup program-copy.db"})
final class ProgramBackupCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();

  @Parameters(paramLabel = "FILE", description = "file to write; it must not exist yet")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (ProgramStore store = place.store()) {
      store.backup(file);
    }
    return Exit.OK;
  }
}
