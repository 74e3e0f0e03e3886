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
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Answers topics (JSON Lines) and writes a TREC run.",
      "A topic with a city asks for recommendations, a topic without one searches."
    },
    footer = {
      "%nExamples:",
      "  greenpair eval run topics.jsonl --out mine.run",
      "  greenpair eval run topics.jsonl --catalog outside.jsonl --depth 100",
      "  greenpair eval run topics.jsonl --catalog outside.jsonl --ranking popularity_region"
    })
public final class RunCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();

  @Parameters(paramLabel = "TOPICS", description = "topics, one JSON object per line")
  private Path topics = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "default: standard output")
  private @Nullable Path out;

  @Option(
      names = "--ranking",
      paramLabel = "RULE",
      description = "rank by a baseline instead: ${COMPLETION-CANDIDATES}")
  private Baselines.@Nullable Rule ranking;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "seed of the random order (default: ${DEFAULT-VALUE})")
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
