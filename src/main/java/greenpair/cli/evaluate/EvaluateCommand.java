package greenpair.cli.evaluate;

import module java.base;

import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.TextTable;
import greenpair.cli.app.UsageException;
import greenpair.config.Problems;
import greenpair.evaluate.Metric;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.RunScores;
import greenpair.evaluate.SearchReport;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.Topic;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `greenpair eval score`: one file of topics or queries in detail, several in a table.
@Command(name = "score")
public final class EvaluateCommand extends TopicCommand {
  private static final List<Metric> METRICS =
      List.of(
          Metric.NDCG, Metric.MRR, Metric.HIT_3, Metric.HIT_10, Metric.RECALL, Metric.RECALL_OF_2);

  /// What a table of several judgements shows.
  private static final List<Metric> SHOWN = List.of(Metric.NDCG, Metric.PRECISION);

  @Option(names = "--qrels", paramLabel = "FILE", required = true)
  private Path qrelsFile = Path.of("");

  @Option(names = "--topics", paramLabel = "FILE", required = true, split = ",")
  private List<Path> topicFiles = new ArrayList<>();

  @Option(names = "--seen", paramLabel = "FILE")
  private @Nullable Path seen;

  @Option(names = "--catalog", paramLabel = "FILE", split = ",")
  private List<Path> catalog = new ArrayList<>();

  @Option(names = "--hide-own")
  private boolean hideOwn;

  /// The scores of the topics of a file by the judgements of another, both by their names.
  private record Scored(String topics, String judgements, RunScores scores) {}

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    Problems problems = new Problems();
    Map<Path, Qrels> qrels = new LinkedHashMap<>();
    for (Path each : files(List.of(qrelsFile), ".qrels")) {
      qrels.put(each, Qrels.read(each, problems));
    }
    problems.throwIfAny(qrelsFile);
    List<Path> asked = files(topicFiles, ".jsonl");
    if (asked.size() == 1 && SearchTopic.isIn(asked.getFirst())) {
      if (qrels.size() > 1) {
        throw new UsageException(
            Message.of("eval.one_qrels", "path", qrelsFile, "count", qrels.size()));
      }
      ofQueries(wiring, asked.getFirst(), qrels.values().iterator().next());
      return Exit.OK;
    }
    Map<Path, List<Topic>> topics = new LinkedHashMap<>();
    for (Path each : asked) {
      topics.put(each, topics(wiring, each));
    }
    boolean isOne = qrels.size() == 1 && topics.size() == 1;
    List<Scored> all = scored(wiring, topics, qrels, isOne ? METRICS : SHOWN);
    if (isOne) {
      print(all.getFirst().scores);
    } else {
      output.print(all, table(all));
    }
    return Exit.OK;
  }

  /// Files, and those of folders with that ending in the order of their names.
  private static List<Path> files(List<Path> named, String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : named) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> all = Files.list(each)) {
          all.filter(file -> file.toString().endsWith(ending)).sorted().forEach(files::add);
        }
      } else {
        files.add(each);
      }
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(named.getFirst().resolve("*" + ending).toString());
    }
    return files;
  }

  /// Each file of topics by each file of judgements of some of them.
  private List<Scored> scored(
      CommandWiring wiring,
      Map<Path, List<Topic>> topics,
      Map<Path, Qrels> qrels,
      List<Metric> metrics)
      throws IOException {
    Map<Path, Rankings> runs = new LinkedHashMap<>();
    TopicRunner runner = runner(wiring, hideOwn);
    var _ =
        on(
            wiring,
            catalog,
            snapshot -> {
              topics.forEach((file, of) -> runs.put(file, runner.run("greenpair", of, snapshot)));
              return runs;
            });
    List<Scored> scored = new ArrayList<>();
    for (Map.Entry<Path, Rankings> run : runs.entrySet()) {
      // Topics of one city are similar, so cities are resampled as a whole.
      Map<String, String> cities = new HashMap<>();
      Objects.requireNonNull(topics.get(run.getKey()))
          .forEach(each -> cities.put(each.id(), each.city().value()));
      Rankings condensed = condensed(run.getValue());
      qrels.forEach(
          (file, grades) -> {
            boolean isJudged = !Collections.disjoint(cities.keySet(), grades.topics().keySet());
            if (isJudged || qrels.size() == 1) {
              scored.add(
                  new Scored(
                      name(run.getKey()),
                      name(file),
                      RunScores.of(
                          grades,
                          condensed,
                          metrics,
                          Bootstrap.of(SEED),
                          topic -> cities.getOrDefault(topic, topic))));
            }
          });
    }
    return scored;
  }

  /// The last two parts of a path, without the ending.
  private static String name(Path file) {
    Path whole = file.toAbsolutePath();
    return whole
        .subpath(Math.max(0, whole.getNameCount() - 2), whole.getNameCount())
        .toString()
        .replaceFirst("\\.[a-z]+$", "");
  }

  private static String table(List<Scored> all) {
    StringBuilder text =
        new StringBuilder(
            """
            | topics | judgements | nDCG@10 (95%) | P@5, grades 2 and 3 (95%) | count |
            | --- | --- | --- | --- | --- |
            """);
    for (Scored each : all) {
      List<RunScores.Result> results = each.scores.results();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %d |%n",
              each.topics,
              each.judgements,
              results.getFirst().ranged(),
              results.getLast().ranged(),
              results.getFirst().topics().size()));
    }
    return text.toString();
  }

  /// Queries have sorts and languages.
  private void ofQueries(CommandWiring wiring, Path file, Qrels qrels) throws IOException {
    Problems problems = new Problems();
    List<SearchTopic> topics = SearchTopic.read(file, problems);
    problems.throwIfAny(file);
    SearchRunner runner = new SearchRunner(wiring.search(), depth());
    Rankings run =
        condensed(on(wiring, catalog, snapshot -> runner.run("greenpair", topics, snapshot)));
    print(RunScores.of(qrels, run, METRICS, Bootstrap.of(SEED), topic -> topic));
    if (!output.isJson()) {
      Output.print(groups(SearchReport.of(topics, qrels, run)));
    }
  }

  private Rankings condensed(Rankings run) throws IOException {
    return seen == null ? run : run.condensed(Set.copyOf(Files.readAllLines(seen)));
  }

  private void print(RunScores report) {
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

  private String groups(SearchReport report) {
    TextTable table =
        new TextTable("queries", "n", "ndcg@10", "hit@3", "hit@10", "recall@100:2", "empty");
    for (SearchReport.Group each : report.groups()) {
      table.row(
          each.name(),
          each.queries(),
          figure(each.ndcg()),
          figure(each.hit3()),
          figure(each.hit10()),
          figure(each.recall()),
          each.empty());
    }
    SearchReport.Pairs pairs = report.pairs();
    return table
        + output.line(
            Message.of(
                "eval.pairs",
                "pairs",
                pairs.pairs(),
                "overlap",
                figure(pairs.overlap()),
                "english",
                figure(pairs.english()),
                "chinese",
                figure(pairs.chinese())));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
