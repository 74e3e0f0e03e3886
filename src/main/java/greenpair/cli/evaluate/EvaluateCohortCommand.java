package greenpair.cli.evaluate;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.config.Problems;
import greenpair.evaluate.Metric;
import greenpair.evaluate.RunScores;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Topic;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `greenpair eval cohort`
@Command(name = "cohort")
public final class EvaluateCohortCommand extends TopicCommand {
  private static final List<Metric> METRICS = List.of(Metric.NDCG, Metric.PRECISION);

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  private record Judged(Kind kind, List<Topic> topics, Qrels qrels) {}

  /// Quality of rankings, with bootstrap intervals over cities.
  ///
  /// @param needs how the needs were expressed, such as `in Chinese words`
  private record Quality(Kind kind, String needs, int cities, RunScores report) {}

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = engine();
    List<Judged> judged = judged(engine);
    Path words = folder.resolveSibling("parity");
    List<Topic> english = worded(engine, words.resolve("en.jsonl"));
    List<Topic> chinese = worded(engine, words.resolve("zh.jsonl"));
    List<Quality> all =
        on(
            engine,
            snapshot -> {
              List<Quality> measured = new ArrayList<>();
              for (Judged each : judged) {
                measured.add(quality(each, "as in the catalog", each.topics, engine, snapshot));
                if (!english.isEmpty() && !chinese.isEmpty()) {
                  measured.add(quality(each, "in English words", english, engine, snapshot));
                  measured.add(quality(each, "in Chinese words", chinese, engine, snapshot));
                }
              }
              return measured;
            });
    output.print(all, table(all));
    return Exit.OK;
  }

  /// The city's own deployments are hidden.
  private Quality quality(
      Judged judged, String needs, List<Topic> topics, CommandWiring engine, Snapshot snapshot) {
    Map<String, String> cities = new HashMap<>();
    List<Topic> asked = new ArrayList<>();
    for (Topic each : topics) {
      if (judged.qrels.topics().containsKey(each.id())) {
        asked.add(each);
        cities.put(each.id(), String.valueOf(each.city()));
      }
    }
    TopicRunner runner = new TopicRunner(engine.recommender(), 100, true);
    RunScores scores =
        RunScores.of(
            judged.qrels,
            runner.run("greenpair", asked, snapshot),
            METRICS,
            Bootstrap.of(SEED),
            topic -> cities.getOrDefault(topic, topic));
    return new Quality(
        judged.kind, needs, (int) cities.values().stream().distinct().count(), scores);
  }

  private static String table(List<Quality> all) {
    StringBuilder text =
        new StringBuilder(
            """
            | kind | form of the needs | nDCG@10 (95%) | P@5, grades 2 and 3 (95%) | topics | cities |
            | --- | --- | --- | --- | --- | --- |
            """);
    for (Quality each : all) {
      List<RunScores.Result> results = each.report.results();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %d | %d |%n",
              each.kind.word(),
              each.needs,
              results.getFirst().ranged(),
              results.getLast().ranged(),
              results.getFirst().topics().size(),
              each.cities));
    }
    return text.toString();
  }

  private List<Judged> judged(CommandWiring engine) throws IOException {
    Problems problems = new Problems();
    List<Judged> judged = new ArrayList<>();
    for (Kind kind : Kind.RANKED) {
      Path topics = folder.resolve(kind.word() + ".jsonl");
      if (kind == Kind.EXPERT && !Files.exists(topics)) {
        continue; // Judgements of experts are optional.
      }
      Qrels qrels = Qrels.read(folder.resolve(kind.word() + ".qrels"), problems);
      judged.add(new Judged(kind, TopicCommand.topics(engine, topics), qrels));
    }
    problems.throwIfAny(folder);
    return judged;
  }

  /// Words are optional: a folder without them is measured without.
  private static List<Topic> worded(CommandWiring engine, Path file) throws IOException {
    return Files.exists(file) ? TopicCommand.topics(engine, file) : List.of();
  }
}
