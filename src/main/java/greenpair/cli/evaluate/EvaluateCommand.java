package greenpair.cli.evaluate;

import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.TextTable;
import greenpair.config.Problems;
import greenpair.evaluate.Metric;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.RunScores;
import greenpair.evaluate.SearchReport;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.Topic;
import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `greenpair eval score`
@Command(name = "score")
public final class EvaluateCommand extends TopicCommand {
  private static final List<Metric> METRICS =
      List.of(
          Metric.NDCG, Metric.MRR, Metric.HIT_3, Metric.HIT_10, Metric.RECALL, Metric.RECALL_OF_2);

  @Option(names = "--qrels", paramLabel = "FILE", required = true)
  private Path qrelsFile = Path.of("");

  @Option(names = "--topics", paramLabel = "FILE", required = true)
  private Path topicFile = Path.of("");

  @Option(names = "--seen", paramLabel = "FILE")
  private @Nullable Path seen;

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = engine();
    Problems problems = new Problems();
    Qrels qrels = Qrels.read(qrelsFile, problems);
    problems.throwIfAny(qrelsFile);
    if (SearchTopic.isIn(topicFile)) {
      ofQueries(engine, qrels);
    } else {
      ofTopics(engine, qrels);
    }
    return Exit.OK;
  }

  private void ofTopics(CommandWiring engine, Qrels qrels) throws IOException {
    List<Topic> topics = topics(engine, topicFile);
    Rankings run = on(engine, snapshot -> runner(engine).run("greenpair", topics, snapshot));
    Map<String, String> cities = new HashMap<>();
    topics.forEach(each -> cities.put(each.id(), each.city().value()));
    // Topics of one city are similar, so cities are resampled as a whole.
    print(qrels, condensed(run), topic -> cities.getOrDefault(topic, topic));
  }

  /// Queries have sorts and languages.
  private void ofQueries(CommandWiring engine, Qrels qrels) throws IOException {
    Problems problems = new Problems();
    List<SearchTopic> topics = SearchTopic.read(topicFile, problems);
    problems.throwIfAny(topicFile);
    SearchRunner runner = new SearchRunner(engine.search(), depth());
    Rankings run = condensed(on(engine, snapshot -> runner.run("greenpair", topics, snapshot)));
    print(qrels, run, topic -> topic);
    if (!output.isJson()) {
      Output.print(groups(SearchReport.of(topics, qrels, run)));
    }
  }

  private Rankings condensed(Rankings run) throws IOException {
    return seen == null ? run : run.condensed(Set.copyOf(Files.readAllLines(seen)));
  }

  private void print(Qrels qrels, Rankings run, UnaryOperator<String> clusters) {
    RunScores report = RunScores.of(qrels, run, METRICS, Bootstrap.of(SEED), clusters);
    TextTable table = new TextTable("metric", "mean", "low", "high", "topics");
    for (RunScores.Result each : report.results()) {
      table.row(
          each.metric(),
          String.format(Locale.ROOT, "%.4f", each.mean()),
          String.format(Locale.ROOT, "%.4f", each.interval().low()),
          String.format(Locale.ROOT, "%.4f", each.interval().high()),
          each.topics().size());
    }
    StringBuilder text = new StringBuilder(table.toString());
    for (Text warning : report.warnings()) {
      text.append(output.line(Message.of("reindex.note", "note", warning)));
    }
    output.print(report, text.toString());
  }

  private static String groups(SearchReport report) {
    TextTable table =
        new TextTable("queries", "n", "ndcg@10", "hit@3", "hit@10", "recall@100:2", "empty");
    for (SearchReport.Group each : report.groups()) {
      table.row(
          each.name(),
          each.queries(),
          String.format(Locale.ROOT, "%.3f", each.ndcg()),
          String.format(Locale.ROOT, "%.3f", each.hit3()),
          String.format(Locale.ROOT, "%.3f", each.hit10()),
          String.format(Locale.ROOT, "%.3f", each.recall()),
          each.empty());
    }
    SearchReport.Pairs pairs = report.pairs();
    return table
        + String.format(
            Locale.ROOT,
            "%d pairs: overlap of the first ten %.3f; ndcg@10 %.3f in English, %.3f in Chinese%n",
            pairs.pairs(),
            pairs.overlap(),
            pairs.english(),
            pairs.chinese());
  }
}
