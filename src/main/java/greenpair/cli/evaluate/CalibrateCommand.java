package greenpair.cli.evaluate;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.evaluate.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair calibrate`
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the score from which an entry is good enough to be recommended (minimum_score in",
      "ranking.yaml): the lowest at which the chance of a good grade reaches a level, by isotonic",
      "regression over judged entries that answer the need and pass all gates."
    },
    footer = {
      "%nExample:",
      "  greenpair calibrate tune.jsonl --qrels tune.qrels --held held.jsonl --held-qrels"
          + " held.qrels"
    })
public final class CalibrateCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();

  @Parameters(paramLabel = "TOPICS", description = "topics of one kind, each with a city")
  private Path topics = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      required = true,
      description = "judgements: topic 0 entry grade")
  private Path qrels = Path.of("");

  @Option(names = "--held", paramLabel = "FILE", description = "topics to try the threshold on")
  private @Nullable Path held;

  @Option(names = "--held-qrels", paramLabel = "FILE", description = "judgements of those")
  private @Nullable Path heldQrels;

  @Option(
      names = "--grade",
      defaultValue = "2",
      description = "grade from which an entry is good (default: ${DEFAULT-VALUE})")
  private int grade = 2;

  @Option(
      names = "--level",
      defaultValue = "0.5",
      description = "chance of being good, between 0 and 1 (default: ${DEFAULT-VALUE})")
  private double level = 0.5;

  @Override
  public Integer call() throws IOException {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("--level is between 0 and 1; got " + level);
    }
    if ((held == null) != (heldQrels == null)) {
      throw new IllegalArgumentException("--held and --held-qrels go together");
    }
    List<Calibration.Judged> judged = topicRun.judged(topics, qrels, grade);
    double threshold = Calibration.threshold(judged, level);
    Collection<Double> without = Calibration.withoutEach(judged, level).values();
    Output.print(
        String.format(
            Locale.ROOT,
            "minimum_score %.2f: from there on grade %d or better has a chance of %.2f; with one"
                + " city left out %.2f to %.2f%n",
            threshold,
            grade,
            level,
            without.stream().min(Double::compare).orElse(threshold),
            without.stream().max(Double::compare).orElse(threshold)));
    print("calibrated on", Calibration.effect(judged, threshold));
    if (held != null && heldQrels != null) {
      List<Calibration.Judged> others = topicRun.judged(held, heldQrels, grade);
      print("held", Calibration.effect(others, threshold));
    }
    return Exit.OK;
  }

  private static void print(String name, Calibration.Effect effect) {
    Output.print(
        String.format(
            Locale.ROOT,
            "%s: %d judged entries, %d recommended, %d of them wrongly; %d good ones missed; silent"
                + " on %d of %d topics that have a good one%n",
            name,
            effect.judged(),
            effect.shown(),
            effect.wrong(),
            effect.missed(),
            effect.silent(),
            effect.topics()));
  }
}
