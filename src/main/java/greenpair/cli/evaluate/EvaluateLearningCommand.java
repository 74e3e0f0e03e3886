package greenpair.cli.evaluate;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Places;
import greenpair.config.Problems;
import greenpair.learn.Simulation;
import greenpair.match.settings.RankingSettings;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair eval learning`
@Command(name = "learning", mixinStandardHelpOptions = true)
final class EvaluateLearningCommand implements Callable<Integer> {
  private static final double[] ERRORS = {0, 0.5, 1};
  private static final int[] LABELS = {20, 50, 200};

  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Option(names = "--draws", defaultValue = "200")
  private int draws = 200;

  @Option(names = "--seed", defaultValue = "1")
  private long seed = 1;

  @Override
  public Integer call() {
    if (draws < 20 || draws > 10_000) {
      throw new IllegalArgumentException("--draws must be between 20 and 10000, but was " + draws);
    }
    Problems problems = new Problems();
    RankingSettings ranking =
        RankingSettings.read(
            new ConfigFolder(places.config()).settings(RankingSettings.FILE, problems),
            Signals.BY_SIDE,
            problems);
    problems.throwIfAny("errors in " + RankingSettings.FILE);
    Simulation simulation = new Simulation(ranking, seed, draws);
    List<Simulation.Row> rows = new ArrayList<>();
    for (double error : ERRORS) {
      for (int labels : LABELS) {
        rows.add(simulation.row(error, labels));
      }
    }
    json.print(rows, text(rows));
    return Exit.OK;
  }

  private static String text(List<Simulation.Row> rows) {
    StringBuilder text =
        new StringBuilder(
            "| experts' error s | labels | AUC, true weights | AUC, experts | true weights, at most"
                + " 20% | learnt, at most 20% | learnt, no limit | maximum likelihood |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (Simulation.Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %.1f | %d | %.3f | %.3f | %+.3f | %s | %s | %s |%n",
              row.error(),
              row.labels(),
              row.truth(),
              row.prior(),
              row.ceiling(),
              gain(row.limited()),
              gain(row.free()),
              gain(row.likelihood())));
    }
    return text.toString();
  }

  private static String gain(Simulation.Gain gain) {
    return String.format(Locale.ROOT, "%+.3f (%+.3f)", gain.mean(), gain.low());
  }
}
