package greenpair.cli.evaluate;

import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.evaluate.trec.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval run`
@Command(name = "run")
public final class RunCommand extends TopicCommand {

  @Parameters(paramLabel = "TOPICS")
  private Path topics = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", converter = Converters.OutputFile.class)
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    TrecRun run = run(topics);
    if (out == null) {
      output.print(run, String.join("\n", run.lines()) + "\n");
    } else {
      run.write(out);
    }
    return Exit.OK;
  }
}
