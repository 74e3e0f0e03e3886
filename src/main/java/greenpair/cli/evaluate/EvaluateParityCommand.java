package greenpair.cli.evaluate;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.evaluate.Parity;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval parity`
@Command(name = "parity", mixinStandardHelpOptions = true)
final class EvaluateParityCommand implements Callable<Integer> {
  private static final int TOP = 10;

  @Mixin private TopicRun topicRun = new TopicRun();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Option(names = "--worst", paramLabel = "N")
  private int worst;

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = topicRun.engine();
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
    StringBuilder text = new StringBuilder("| kind | mean overlap of the first ten | topics |\n");
    text.append("| --- | --- | --- |\n");
    for (Kind kind : Kind.RANKED) {
      List<String> topics =
          english.stream().filter(each -> each.kind() == kind).map(Topic::id).toList();
      if (!topics.isEmpty()) {
        Parity ofKind = Parity.of(runs.getFirst(), runs.getLast(), topics, TOP);
        text.append(
            String.format(
                Locale.ROOT, "| %s | %.3f | %d |%n", kind.word(), ofKind.mean(), topics.size()));
      }
    }
    Parity parity = Parity.of(runs.getFirst(), runs.getLast(), ids(english), TOP);
    json.print(parity, text + worst(parity));
    return Exit.OK;
  }

  private String worst(Parity parity) {
    return parity.overlaps().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(worst)
        .map(each -> String.format(Locale.ROOT, "  %.2f %s%n", each.getValue(), each.getKey()))
        .collect(Collectors.joining());
  }

  private static List<String> ids(List<Topic> topics) {
    return topics.stream().map(Topic::id).toList();
  }
}
