package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.pairs.CityPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "pairs", mixinStandardHelpOptions = true)
final class PlanPairsCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();
  @Mixin private KeptPlan kept = new KeptPlan();

  @Option(names = "--sides", paramLabel = "COUNTRY,COUNTRY", split = ",", defaultValue = "CN,US")
  private List<String> sides = new ArrayList<>();

  @Option(names = "--city", paramLabel = "ID", split = ",")
  private List<String> named = new ArrayList<>();

  @Option(names = "--per-city", paramLabel = "N", defaultValue = "1")
  private int perCity = 1;

  @Option(names = "--prefer", paramLabel = "CITY=CITY:CITY...")
  private Map<String, String> preferences = new TreeMap<>();

  record Answer(String generation, String configuration, boolean stable, List<CityPair> pairs) {}

  @Override
  public Integer call() {
    if (sides.size() != 2 || sides.getFirst().equals(sides.getLast())) {
      throw UsageException.of("--sides", Message.of("usage.sides"), String.join(",", sides));
    }
    CommandWiring engine = CommandWiring.read(places.config());
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      Map<EntryId, List<EntryId>> wishes = new TreeMap<>();
      preferences.forEach(
          (city, liked) ->
              wishes.put(
                  new EntryId(city), Arrays.stream(liked.split(":")).map(EntryId::new).toList()));
      PlanRequest.Pairs request =
          new PlanRequest.Pairs(sides, named.stream().map(EntryId::new).toList(), perCity, wishes);
      PlanResult.Pairs made = index.answer(snapshot -> engine.planner().pairs(request, snapshot));
      kept.write(engine, index.snapshot(), request, made);
      Answer answer =
          new Answer(
              index.snapshot().manifest().id(),
              index.snapshot().configuration(),
              made.stable(),
              made.pairs());
      PlanWords words = engine.planner().words(index.snapshot());
      output.print(engine, answer, () -> text(answer, words, output.language()));
    }
    return Exit.OK;
  }

  private static String text(Answer answer, PlanWords words, Language language) {
    StringBuilder text = new StringBuilder();
    for (CityPair each : answer.pairs()) {
      text.append(
              Message.of(
                      "pair.line",
                      "value",
                      decimals("%.3f", each.value()),
                      "one",
                      words.name(each.one()),
                      "other",
                      words.name(each.other()),
                      "likeness",
                      decimals("%.2f", each.likeness()),
                      "learning",
                      decimals("%.2f", each.learning()))
                  .in(language))
          .append('\n');
      for (CityPair.Lesson lesson : each.lessons()) {
        text.append("       ")
            .append(
                Message.of(
                        "pair.lesson",
                        "teacher",
                        words.name(lesson.teacher()),
                        "shown",
                        lesson.done().name(),
                        "need",
                        lesson.wanted().name())
                    .in(language))
            .append('\n');
      }
      if (!each.partners().isEmpty()) {
        List<Text> names = each.partners().stream().map(words::name).toList();
        text.append("       ")
            .append(Message.of("pair.partners", "partners", names).in(language))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String decimals(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
