package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.cli.app.Engine;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.plan.ask.PlanRequest;
import greenpair.plan.ask.PlanResult;
import greenpair.plan.ask.PlanWords;
import greenpair.plan.pairs.CityPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair plan pairs`
@Command(
    name = "pairs",
    mixinStandardHelpOptions = true,
    description = {
      "Pairs cities of two countries that can learn from each other, with the deployments that one",
      "could show the other. With --prefer the pairs are stable: no two cities would rather have",
      "each other."
    },
    footer = {
      "%nExamples:",
      "  greenpair plan pairs",
      "  greenpair plan pairs --prefer cn-jilin=us-ca-fresno --per-city 2"
    })
final class PlanPairsCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();
  @Mixin private KeptPlan kept = new KeptPlan();

  @Option(
      names = "--sides",
      paramLabel = "COUNTRY,COUNTRY",
      split = ",",
      defaultValue = "CN,US",
      description = "the countries whose cities are paired (default: ${DEFAULT-VALUE})")
  private List<String> sides = new ArrayList<>();

  @Option(
      names = "--city",
      paramLabel = "ID",
      split = ",",
      description =
          "cities that take part (default: those of the programmes; without one, all of both"
              + " countries)")
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--per-city",
      paramLabel = "N",
      defaultValue = "1",
      description = "pairs of a city at most (default: ${DEFAULT-VALUE})")
  private int perCity = 1;

  @Option(
      names = "--prefer",
      paramLabel = "CITY=CITY:CITY...",
      description = "cities that a city would like, best first")
  private Map<String, String> preferences = new TreeMap<>();

  /// What is printed as JSON.
  record Answer(String generation, String configuration, boolean stable, List<CityPair> pairs) {}

  @Override
  public Integer call() {
    if (sides.size() != 2 || sides.getFirst().equals(sides.getLast())) {
      throw new IllegalArgumentException(
          "--sides names two countries, such as CN,US; got " + String.join(",", sides));
    }
    Engine engine = Engine.read(places.config());
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
      if (output.json) {
        engine.print(answer);
      } else {
        PlanWords words = engine.planner().words(index.snapshot());
        Output.print(text(answer, words, output.language()));
      }
    }
    return Exit.OK;
  }

  private static String text(Answer answer, PlanWords words, Language language) {
    boolean english = language == Language.EN;
    StringBuilder text = new StringBuilder();
    for (CityPair each : answer.pairs()) {
      text.append(
          String.format(
              Locale.ROOT,
              english
                  ? "%.3f  %s – %s (likeness %.2f, learning %.2f)%n"
                  : "%.3f  %s – %s（相似度%.2f，互学度%.2f）%n",
              each.value(),
              words.name(each.one()).best(language),
              words.name(each.other()).best(language),
              each.likeness(),
              each.learning()));
      for (CityPair.Lesson lesson : each.lessons()) {
        text.append("       ")
            .append(words.name(lesson.teacher()).best(language))
            .append(english ? " could show: " : "可展示：")
            .append(lesson.done().name().best(language))
            .append(english ? "; need: " : "；对应需求：")
            .append(lesson.wanted().name().best(language))
            .append('\n');
      }
      if (!each.partners().isEmpty()) {
        text.append(english ? "       worked in both: " : "       在两地均有案例：")
            .append(
                each.partners().stream()
                    .map(id -> words.name(id).best(language))
                    .collect(Collectors.joining(english ? ", " : "、")))
            .append('\n');
      }
    }
    return text.toString();
  }
}
