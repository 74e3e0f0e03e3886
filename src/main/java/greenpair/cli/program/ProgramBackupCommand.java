package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair data backup`
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the SQLite database to one file, also while a server runs. To restore, stop the",
      "server and replace program.db with the file. For PostgreSQL, use pg_dump."
    },
    footer = {"%nExample:", "  greenpair data backup program-copy.db"})
final class ProgramBackupCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", description = "file to write; it must not exist yet")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (ProgramStore store = place.store()) {
      store.backup(file);
    }
    json.print(Map.of("file", file.toString()), "");
    return Exit.OK;
  }
}
