package greenpair.cli.evaluate;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.config.Problems;
import greenpair.evaluate.FactCheck;
import greenpair.evaluate.RecommendationReport;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Topic;
import greenpair.match.settings.EligibilitySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval cohort`
@Command(name = "cohort", mixinStandardHelpOptions = true)
final class EvaluateCohortCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Option(names = "--worded", paramLabel = "DIR")
  private @Nullable Path worded;

  @Option(names = "--ablate")
  private boolean ablate;

  @Option(names = "--seed", defaultValue = "1")
  private long seed = 1;

  private record Judged(Kind kind, List<Topic> topics, Qrels qrels) {}

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = topicRun.engine();
    List<Judged> judged = judged(engine);
    Path words = worded == null ? folder.resolveSibling("parity") : worded;
    List<Topic> english = worded(engine, words.resolve("en.jsonl"));
    List<Topic> chinese = worded(engine, words.resolve("zh.jsonl"));
    Problems problems = new Problems();
    Map<String, Object> rules = engine.folder().document(EligibilitySettings.FILE, problems);
    problems.throwIfAny("errors in the rules");
    topicRun.on(
        engine,
        snapshot -> {
          RecommendationReport report =
              new RecommendationReport(
                  engine.recommender(), engine.search(), snapshot, new FactCheck(rules), seed);
          CohortText text = new CohortText();
          for (Judged each : judged) {
            text.quality(report.quality(each.kind, "as in the catalog", each.topics, each.qrels));
            if (!english.isEmpty() && !chinese.isEmpty()) {
              text.quality(report.quality(each.kind, "in English words", english, each.qrels));
              text.quality(report.quality(each.kind, "in Chinese words", chinese, each.qrels));
            }
          }
          for (Judged each : judged) {
            text.serving(report.serving(each.kind, false, each.topics));
            text.serving(report.serving(each.kind, true, each.topics));
            if (ablate) {
              text.ablations(report.ablations(each.kind, each.topics, each.qrels));
            }
          }
          json.print(text.document(), text.toString());
          return Exit.OK;
        });
    return Exit.OK;
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
      judged.add(new Judged(kind, TopicRun.topics(engine, topics), qrels));
    }
    problems.throwIfAny("errors in the judgements");
    return judged;
  }

  /// Words are optional: a folder without them is measured without.
  private static List<Topic> worded(CommandWiring engine, Path file) throws IOException {
    return Files.exists(file) ? TopicRun.topics(engine, file) : List.of();
  }
}
