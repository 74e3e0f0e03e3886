package greenpair.cli.evaluate;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.evaluate.ThresholdCalibration;
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

/// `greenpair eval calibrate`
@Command(name = "calibrate", mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {
  @Mixin private TopicRun topicRun = new TopicRun();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "TOPICS")
  private Path topics = Path.of("");

  @Option(names = "--qrels", paramLabel = "FILE", required = true)
  private Path qrels = Path.of("");

  @Option(names = "--held", paramLabel = "FILE")
  private @Nullable Path held;

  @Option(names = "--held-qrels", paramLabel = "FILE")
  private @Nullable Path heldQrels;

  @Option(names = "--grade", defaultValue = "2")
  private int grade = 2;

  @Option(names = "--level", defaultValue = "0.5")
  private double level = 0.5;

  @Override
  public Integer call() throws IOException {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("--level must be between 0 and 1, but was " + level);
    }
    if ((held == null) != (heldQrels == null)) {
      throw new IllegalArgumentException("--held and --held-qrels must be given together");
    }
    List<ThresholdCalibration.Judged> judged = topicRun.judged(topics, qrels, grade);
    double threshold = ThresholdCalibration.threshold(judged, level);
    Collection<Double> without = ThresholdCalibration.withoutEach(judged, level).values();
    ThresholdCalibration.Effect tested =
        held == null || heldQrels == null
            ? null
            : ThresholdCalibration.effect(topicRun.judged(held, heldQrels, grade), threshold);
    Calibrated calibrated =
        new Calibrated(
            threshold,
            grade,
            level,
            without.stream().min(Double::compare).orElse(threshold),
            without.stream().max(Double::compare).orElse(threshold),
            ThresholdCalibration.effect(judged, threshold),
            tested);
    json.print(calibrated, text(calibrated));
    return Exit.OK;
  }

  /// @param effect on the judgements that it was calibrated on
  /// @param held effect on the other judgements; null without them
  private record Calibrated(
      double minimumScore,
      int grade,
      double level,
      double lowest,
      double highest,
      ThresholdCalibration.Effect effect,
      ThresholdCalibration.@Nullable Effect held) {}

  private static String text(Calibrated calibrated) {
    return String.format(
            Locale.ROOT,
            "minimum_score %.2f: from this score, grade %d or better has a chance of %.2f; with one"
                + " city left out %.2f to %.2f%n",
            calibrated.minimumScore,
            calibrated.grade,
            calibrated.level,
            calibrated.lowest,
            calibrated.highest)
        + text("calibrated on", calibrated.effect)
        + (calibrated.held == null ? "" : text("held", calibrated.held));
  }

  private static String text(String name, ThresholdCalibration.Effect effect) {
    return String.format(
        Locale.ROOT,
        "%s: %d judged entries, %d recommended, %d of them wrongly; %d good entries missed; no"
            + " recommendation for %d of %d topics with a good entry%n",
        name,
        effect.judged(),
        effect.shown(),
        effect.wrong(),
        effect.missed(),
        effect.silent(),
        effect.topics());
  }
}
