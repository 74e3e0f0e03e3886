package greenpair.cli.evaluate;

import greenpair.catalog.Kind;
import greenpair.cli.app.Engine;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.evaluate.Parity;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair evaluate parity`
@Command(
    name = "parity",
    mixinStandardHelpOptions = true,
    description = {
      "Answers the same needs in English and in Chinese (en.jsonl and zh.jsonl with the same ids)",
      "and says how many of the first ten both find."
    },
    footer = {
      "%nExample:",
      "  greenpair evaluate parity fixtures/judgements/parity --catalog fixtures"
    })
final class EvaluateParityCommand implements Callable<Integer> {
  private static final int TOP = 10;

  @Mixin private TopicRun topicRun = new TopicRun();

  @Parameters(paramLabel = "DIR", description = "a folder with en.jsonl and zh.jsonl")
  private Path folder = Path.of("");

  @Option(names = "--worst", paramLabel = "N", description = "show the N topics that agree least")
  private int worst;

  @Override
  public Integer call() throws IOException {
    Engine engine = topicRun.engine();
    List<Topic> english = TopicRun.topics(engine, folder.resolve("en.jsonl"));
    List<Topic> chinese = TopicRun.topics(engine, folder.resolve("zh.jsonl"));
    if (!ids(english).equals(ids(chinese))) {
      throw new IllegalArgumentException(
          folder + ": en.jsonl and zh.jsonl have the same topics in the same order");
    }
    List<TrecRun> runs =
        topicRun.on(
            engine,
            snapshot ->
                List.of(
                    topicRun.recommendations(engine, "en", english, snapshot),
                    topicRun.recommendations(engine, "zh", chinese, snapshot)));
    StringBuilder text = new StringBuilder("| kind | mean overlap of the ten first | topics |\n");
    text.append("| --- | --- | --- |\n");
    for (Kind kind : Kind.RANKED) {
      List<String> topics =
          english.stream().filter(each -> each.kind() == kind).map(Topic::id).toList();
      if (!topics.isEmpty()) {
        Parity parity = Parity.of(runs.getFirst(), runs.getLast(), topics, TOP);
        text.append(
            String.format(
                Locale.ROOT, "| %s | %.3f | %d |%n", kind.word(), parity.mean(), topics.size()));
      }
    }
    Output.print(text.toString());
    printWorst(Parity.of(runs.getFirst(), runs.getLast(), ids(english), TOP));
    return Exit.OK;
  }

  private void printWorst(Parity parity) {
    parity.overlaps().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByValue())
        .limit(worst)
        .forEach(
            each ->
                Output.print(
                    String.format(Locale.ROOT, "  %.2f %s%n", each.getValue(), each.getKey())));
  }

  private static List<String> ids(List<Topic> topics) {
    return topics.stream().map(Topic::id).toList();
  }
}
