package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair program export`
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes every record of the program data as JSON Lines, as of one moment, also while a"
          + " server",
      "runs. The file holds what is private, and the hashes of tokens: keep it as you keep the"
          + " data."
    },
    footer = {"%nExample:", "  greenpair program export program.jsonl"})
final class ProgramExportCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();

  @Parameters(paramLabel = "FILE", description = "file to write; it must not exist yet")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (ProgramStore store = place.store()) {
      store.open();
      PrivateFile.create(file);
      try (Writer out = Files.newBufferedWriter(file)) {
        Output.print(store.dump(out) + " records\n");
      }
    }
    return Exit.OK;
  }
}
