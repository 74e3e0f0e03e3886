package greenpair.cli.evaluate;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.evaluate.Baselines;
import greenpair.evaluate.trec.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval run`
@Command(name = "run", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();

  @Parameters(paramLabel = "TOPICS")
  private Path topics = Path.of("");

  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path out;

  @Option(names = "--ranking", paramLabel = "RULE")
  private Baselines.@Nullable Rule ranking;

  @Option(names = "--seed", defaultValue = "1")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    TrecRun run = ranking == null ? topicRun.run(topics) : topicRun.run(ranking, topics, seed);
    if (out == null) {
      run.lines().forEach(line -> Output.print(line + "\n"));
    } else {
      run.write(out);
    }
    return Exit.OK;
  }
}
