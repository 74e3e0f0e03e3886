package greenpair.cli.evaluate;

import greenpair.catalog.Text;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.TextTable;
import greenpair.cli.app.UsageException;
import greenpair.config.Problems;
import greenpair.evaluate.RunComparison;
import greenpair.evaluate.RunScores;
import greenpair.evaluate.SearchReport;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.metric.MetricParser;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopicReader;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.Baseline;
import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `greenpair eval score`
@Command(name = "score")
public final class EvaluateCommand extends TopicCommand {
  @Option(names = "--qrels", paramLabel = "FILE", required = true)
  private Path qrelsFile = Path.of("");

  @ArgGroup(multiplicity = "0..1")
  private Source source = new Source();

  static final class Source {
    @Option(names = "--run", paramLabel = "FILE")
    private @Nullable Path run;

    @Option(names = "--topics", paramLabel = "FILE")
    private @Nullable Path topics;
  }

  @Option(names = "--cities", paramLabel = "FILE")
  private @Nullable Path cities;

  @Option(names = "--against", paramLabel = "BASELINE")
  private @Nullable String against;

  @Option(names = "--compare", paramLabel = "CONFIG", arity = "2")
  private List<Path> compared = new ArrayList<>();

  @Option(names = "--baseline", paramLabel = "FILE")
  private @Nullable Path baseline;

  @Option(names = "--metrics", paramLabel = "LIST", defaultValue = "ndcg@10,mrr,recall@100,hit@10")
  private String metrics = "";

  @Option(names = "--seen", paramLabel = "FILE")
  private @Nullable Path seen;

  @Override
  public Integer call() throws IOException {
    List<Metric> wanted = MetricParser.parse(metrics);
    Problems problems = new Problems();
    Qrels judged = Qrels.read(qrelsFile, problems);
    TrecRun run = condensed(contender(problems));
    TrecRun other = before(problems);
    TrecRun before = other == null ? null : condensed(other);
    problems.throwIfAny(qrelsFile);
    UnaryOperator<String> clusters = clusters();
    RunScores report = RunScores.of(judged, run, wanted, Bootstrap.of(SEED), clusters);
    if (output.isJson()) {
      engine().print(report);
    } else {
      print(report);
      printGroups(judged, run);
      if (source.topics == null && cities == null) {
        note(Message.of("metric.intervals").text());
      }
    }
    if (before != null) {
      for (Metric metric : wanted) {
        compare(RunComparison.of(metric, judged, before, run, Randomisation.of(SEED), clusters));
      }
    }
    return Exit.OK;
  }

  private TrecRun condensed(TrecRun run) throws IOException {
    return seen == null ? run : run.condensed(Set.copyOf(Files.readAllLines(seen)));
  }

  /// Not required by picocli, which would then demand both.
  private Path required(@Nullable Path given, String option) {
    if (given == null) {
      throw new UsageException(Message.of("usage.missing", "names", option));
    }
    return given;
  }

  /// Topics of one city are similar, so cities are resampled as a whole.
  private UnaryOperator<String> clusters() throws IOException {
    Path topics = source.topics == null ? cities : source.topics;
    if (topics == null || SearchTopicReader.reads(topics)) {
      return topic -> topic;
    }
    Map<String, String> cityOf = new HashMap<>();
    for (Topic each : topics(engine(), topics)) {
      cityOf.put(each.id(), each.city() == null ? each.id() : each.city().value());
    }
    return topic -> cityOf.getOrDefault(topic, topic);
  }

  private TrecRun contender(Problems problems) throws IOException {
    if (source.topics == null) {
      return TrecRun.read(required(source.run, "--run=FILE or --topics=FILE"), problems);
    }
    return compared.isEmpty() ? run(source.topics) : run(compared.getLast(), source.topics);
  }

  private @Nullable TrecRun before(Problems problems) throws IOException {
    if (baseline != null) {
      return TrecRun.read(baseline, problems);
    }
    if (source.topics == null || (against == null && compared.isEmpty())) {
      return null;
    }
    if (!compared.isEmpty()) {
      return run(compared.getFirst(), source.topics);
    }
    return switch (Objects.requireNonNull(against)) {
      case "bm25" -> baseline(Baseline.Form.STANDARD, source.topics);
      case "bm25-per-language" -> baseline(Baseline.Form.PER_LANGUAGE, source.topics);
      default ->
          throw UsageException.of(
              "--against",
              Message.of("check.one_of", "values", List.of("bm25", "bm25-per-language")),
              against);
    };
  }

  /// Queries have sorts and languages.
  private void printGroups(Qrels judged, TrecRun run) throws IOException {
    if (source.topics == null || !SearchTopicReader.reads(source.topics)) {
      return;
    }
    SearchReport report = SearchReport.of(searches(source.topics), judged, run);
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
    Output.print(table.toString());
    Output.print(
        String.format(
            Locale.ROOT,
            "%d pairs: overlap of the first ten %.3f; ndcg@10 %.3f in English, %.3f in Chinese%n",
            pairs.pairs(),
            pairs.overlap(),
            pairs.english(),
            pairs.chinese()));
  }

  private void print(RunScores report) {
    TextTable table = new TextTable("metric", "mean", "low", "high", "topics");
    for (RunScores.Result each : report.results()) {
      table.row(
          each.metric(),
          String.format(Locale.ROOT, "%.4f", each.mean()),
          String.format(Locale.ROOT, "%.4f", each.interval().low()),
          String.format(Locale.ROOT, "%.4f", each.interval().high()),
          each.topics().values().size());
    }
    Output.print(table.toString());
    report.warnings().forEach(this::note);
  }

  private void note(Text text) {
    Output.print(Message.of("reindex.note", "note", text).in(output.language()) + "\n");
  }

  private void compare(RunComparison comparison) {
    if (output.isJson()) {
      engine().print(comparison);
      return;
    }
    Output.print(
        String.format(
            Locale.ROOT,
            "%s: %.4f -> %.4f (%+.4f), %d wins, %d losses, %d ties, p = %.4f%n",
            comparison.metric(),
            comparison.baselineMean(),
            comparison.contenderMean(),
            comparison.meanDifference(),
            comparison.wins(),
            comparison.losses(),
            comparison.ties(),
            comparison.randomisation().p()));
    comparison.differences().entrySet().stream()
        .filter(each -> each.getValue() != 0)
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            each ->
                Output.print(
                    String.format(Locale.ROOT, "  %+.3f %s%n", each.getValue(), each.getKey())));
  }
}
