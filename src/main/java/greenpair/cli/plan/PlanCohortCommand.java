package greenpair.cli.plan;

import greenpair.catalog.Language;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "cohort", mixinStandardHelpOptions = true)
final class PlanCohortCommand implements Callable<Integer> {
  /// The sides of the programme, unless --side names others.
  private static final List<String> SIDES = List.of("CN", "US");

  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();
  @Mixin private KeptPlan kept = new KeptPlan();

  @Option(names = "--places", paramLabel = "N", defaultValue = "5")
  private int eachSide = 5;

  @Option(names = "--side", paramLabel = "COUNTRY=N")
  private Map<String, Integer> sides = new TreeMap<>();

  @Option(names = "--must", paramLabel = "ID", split = ",")
  private List<String> must = new ArrayList<>();

  @Option(names = "--must-not", paramLabel = "ID", split = ",")
  private List<String> mustNot = new ArrayList<>();

  @Option(names = "--of-province", paramLabel = "N")
  private @Nullable Integer ofProvince;

  @Option(names = "--difference", paramLabel = "SHARE")
  private @Nullable Double difference;

  @Option(names = "--draws", paramLabel = "N", defaultValue = "10000")
  private int draws = CohortReport.DRAWS;

  @Option(names = "--seed", defaultValue = "1")
  private long seed = 1;

  @Override
  public Integer call() {
    CommandWiring engine = CommandWiring.read(places.config());
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      PlanRequest.Cohort request = request();
      PlanResult.Cohort made =
          index.answer(snapshot -> engine.planner().cohort(request, snapshot, PlanObserver.NONE));
      kept.write(engine, index.snapshot(), request, made);
      PlanWords words = engine.planner().words(index.snapshot());
      output.print(engine, made.report(), () -> text(made.report(), words, output.language()));
    }
    return Exit.OK;
  }

  private PlanRequest.Cohort request() {
    Map<String, Integer> wanted = new TreeMap<>(sides);
    if (wanted.isEmpty()) {
      SIDES.forEach(side -> wanted.put(side, eachSide));
    }
    return new PlanRequest.Cohort(
        wanted,
        PlanRequest.ids(must),
        PlanRequest.ids(mustNot),
        ofProvince,
        difference,
        draws,
        seed);
  }

  private static String text(CohortReport report, PlanWords words, Language language) {
    StringBuilder text = new StringBuilder();
    double gap = report.value() == 0 ? 0 : report.bound() / report.value() - 1;
    text.append(words.optimality(report.proven(), gap).best(language)).append('\n');
    text.append(words.robustness(report).best(language)).append("\n\n");
    TextTable table = TextTable.of(language, "", "city", "side", "score", "rank", "draws", "why");
    for (CohortReport.Standing each : report.cities()) {
      table.row(
          each.chosen() ? "*" : "",
          each.name().best(language),
          each.side(),
          each.score() == null ? "?" : Rounded.fixed(each.score(), 3),
          each.rank() == null ? "?" : each.rank(),
          Rounded.percent(each.acceptability()),
          words.why(each, report).best(language));
    }
    text.append(table).append('\n');
    for (CohortReport.Change each : report.withoutIndicator()) {
      text.append(
              Message.of(
                      "cohort.without",
                      "indicator",
                      name(each.indicator(), report, language),
                      "change",
                      change(each, words))
                  .in(language))
          .append('\n');
    }
    return text.toString();
  }

  private static String name(String key, CohortReport report, Language language) {
    return report.indicators().stream()
        .filter(each -> each.key().equals(key))
        .map(each -> each.name().best(language))
        .collect(Collectors.joining());
  }

  private static Message change(CohortReport.Change change, PlanWords words) {
    return change.enters().isEmpty()
        ? Message.of("cohort.unchanged")
        : Message.of(
            "cohort.changed",
            "enters",
            change.enters().stream().map(words::name).toList(),
            "leaves",
            change.leaves().stream().map(words::name).toList());
  }
}
