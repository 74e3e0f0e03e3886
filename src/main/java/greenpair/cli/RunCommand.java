package greenpair.cli;

import greenpair.evaluate.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair run`
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Answers topics (JSON Lines) and writes a TREC run.",
      "A topic with a city asks for recommendations, one without searches."
    },
    footer = {
      "%nExamples:",
      "  greenpair run topics.jsonl --out mine.run",
      "  greenpair run topics.jsonl --catalog outside.jsonl --depth 100"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();

  @Parameters(paramLabel = "TOPICS", description = "topics, one JSON object in a line")
  private Path topics = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "default: standard output")
  private @org.jspecify.annotations.Nullable Path out;

  @Override
  public Integer call() throws IOException {
    TrecRun run = topicRun.run(topics);
    if (out == null) {
      run.lines().forEach(line -> Output.print(line + "\n"));
    } else {
      run.write(out);
    }
    return Exit.OK;
  }
}
