package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Output;
import greenpair.cli.app.Streams;
import greenpair.program.ProgramStore;
import greenpair.program.database.PrivateFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
      if (Streams.isStandard(file)) {
        Writer out = new OutputStreamWriter(Output.out(), StandardCharsets.UTF_8);
        store.dump(out);
        out.flush();
        ProgramPlace.audit(store, "data.export", file);
        return Exit.OK;
      }
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
