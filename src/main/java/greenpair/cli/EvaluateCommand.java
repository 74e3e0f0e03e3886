package greenpair.cli;

import greenpair.catalog.Problems;
import greenpair.evaluate.Bootstrap;
import greenpair.evaluate.Comparison;
import greenpair.evaluate.Metric;
import greenpair.evaluate.Metrics;
import greenpair.evaluate.Qrels;
import greenpair.evaluate.Randomisation;
import greenpair.evaluate.Report;
import greenpair.evaluate.TrecRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair evaluate`
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a run against TREC judgements, with 95 %% bootstrap intervals over topics.",
      "With --baseline, compares two runs topic by topic with a randomisation test."
    },
    footer = {
      "%nExamples:",
      "  greenpair evaluate --qrels j.qrels --run mine.run --metrics ndcg@10,mrr",
      "  greenpair evaluate --qrels j.qrels --topics topics.jsonl --hide-own",
      "  greenpair evaluate --qrels j.qrels --run new.run --baseline old.run"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      required = true,
      description = "judgements: topic 0 entry grade")
  private Path qrels = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /// What is measured: a run in a file or topics answered now.
  static final class Source {
    @Option(names = "--run", paramLabel = "FILE", description = "a TREC run")
    private @org.jspecify.annotations.Nullable Path run;

    @Option(names = "--topics", paramLabel = "FILE", description = "topics to answer now")
    private @org.jspecify.annotations.Nullable Path topics;
  }

  @Option(names = "--baseline", paramLabel = "FILE", description = "a TREC run to compare with")
  private @org.jspecify.annotations.Nullable Path baseline;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      defaultValue = "ndcg@10,mrr,recall@100,hit@10",
      description = "ndcg@k, recall@k, p@k, hit@k, mrr, ap (default: ${DEFAULT-VALUE})")
  private String metrics = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "seed of intervals and test (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--json", description = "print JSON, with the value of every topic")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Metric> wanted = Metrics.parse(metrics);
    Problems problems = new Problems();
    Qrels judged = Qrels.read(qrels, problems);
    TrecRun run =
        source.topics != null
            ? topicRun.run(source.topics)
            : TrecRun.read(java.util.Objects.requireNonNull(source.run), problems);
    TrecRun before = baseline == null ? null : TrecRun.read(baseline, problems);
    problems.throwIfAny("faults in the judgements or runs");
    Report report = Report.of(judged, run, wanted, Bootstrap.of(seed));
    if (json) {
      topicRun.engine().print(report);
    } else {
      print(report);
    }
    if (before != null) {
      for (Metric metric : wanted) {
        compare(Comparison.of(metric, judged, before, run, Randomisation.of(seed)));
      }
    }
    return Exit.OK;
  }

  private static void print(Report report) {
    Table table = new Table("metric", "mean", "low", "high", "topics");
    for (Report.Result each : report.results()) {
      table.row(
          each.metric(),
          String.format(Locale.ROOT, "%.4f", each.mean()),
          String.format(Locale.ROOT, "%.4f", each.interval().low()),
          String.format(Locale.ROOT, "%.4f", each.interval().high()),
          each.topics().values().size());
    }
    Output.print(table.toString());
    report.warnings().forEach(warning -> Output.print("note: " + warning + "\n"));
  }

  private void compare(Comparison comparison) {
    if (json) {
      topicRun.engine().print(comparison);
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
  }
}
