package greenpair.cli.evaluate;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.config.Problems;
import greenpair.evaluate.DatedSplitReport;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Topic;
import greenpair.match.past.SimpleRanking;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.TrackRecordSettings;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval split`
@Command(name = "split")
public final class EvaluateSplitCommand extends TopicCommand {

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Option(names = "--windows")
  private boolean windows;

  @Override
  public Integer call() throws IOException {
    DatedSplitReport report = new DatedSplitReport();
    for (Path each : folders()) {
      add(each, report);
    }
    Bootstrap bootstrap = Bootstrap.of(SEED);
    output.print(report.results(bootstrap), report.table(bootstrap, Randomisation.of(SEED)));
    return Exit.OK;
  }

  private List<Path> folders() {
    if (!windows) {
      return List.of(folder);
    }
    List<Path> found =
        IntStream.rangeClosed(1, 100)
            .mapToObj(number -> folder.resolve("window-" + number))
            .filter(Files::exists)
            .toList();
    if (found.isEmpty()) {
      throw new MessageException(Message.of("split.no_window", "folder", folder));
    }
    return found;
  }

  private void add(Path part, DatedSplitReport report) throws IOException {
    CommandWiring engine = engine();
    List<Topic> topics = TopicCommand.topics(engine, part.resolve("topics.jsonl"));
    Problems problems = new Problems();
    Qrels qrels = Qrels.read(part.resolve("test.qrels"), problems);
    problems.throwIfAny(part);
    TopicRunner runner = runner(engine);
    on(
            engine,
            List.of(part.resolve("train.jsonl")),
            snapshot -> {
              topics.stream()
                  .filter(each -> runner.areNew(qrels.grades(each.id()).keySet(), each, snapshot))
                  .forEach(report::addNewcomer);
              return runner.run(orders(), topics, snapshot);
            })
        .forEach(run -> report.add(topics, qrels, run));
  }

  private static Map<String, ToDoubleFunction<Ranked>> orders() {
    Map<String, ToDoubleFunction<Ranked>> orders = new LinkedHashMap<>();
    orders.put("greenpair", Ranked::score);
    orders.put("plain_model", each -> each.signal(TrackRecordSettings.SIGNAL));
    for (SimpleRanking each : SimpleRanking.values()) {
      orders.put(
          each.word(),
          one -> each.of(one.pair().query(), one.candidate(), one.pair().rules().taxonomy()));
    }
    return orders;
  }
}
