package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair program import`
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads what export wrote into an empty database, of either sort; all of it or nothing."
    },
    footer = {"%nExample:", "  greenpair program import program.jsonl --data other"})
final class ProgramImportCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();

  @Parameters(paramLabel = "FILE", description = "file to read")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        ProgramStore store = place.store()) {
      Output.print(store.load(in) + " records\n");
    }
    return Exit.OK;
  }
}
