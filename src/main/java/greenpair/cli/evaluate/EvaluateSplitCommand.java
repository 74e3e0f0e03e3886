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
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `greenpair eval split`
@Command(name = "split")
public final class EvaluateSplitCommand extends TopicCommand {
  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = engine();
    List<Topic> topics = topics(engine, folder.resolve("topics.jsonl"));
    Problems problems = new Problems();
    Qrels qrels = Qrels.read(folder.resolve("test.qrels"), problems);
    problems.throwIfAny(folder);
    TopicRunner runner = runner(engine);
    DatedSplitReport report =
        on(
            engine,
            List.of(folder.resolve("train.jsonl")),
            snapshot -> {
              Set<String> newcomers =
                  topics.stream()
                      .filter(each -> runner.areNew(qrels.of(each.id()).keySet(), each, snapshot))
                      .map(Topic::id)
                      .collect(Collectors.toSet());
              return new DatedSplitReport(
                  topics, qrels, newcomers, runner.run(orders(), topics, snapshot));
            });
    Bootstrap bootstrap = Bootstrap.of(SEED);
    output.print(report.results(bootstrap), report.table(bootstrap, Randomisation.of(SEED)));
    return Exit.OK;
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
