package greenpair.cli.plan;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.Engine;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.index.read.Snapshot;
import greenpair.plan.allocation.Allocator;
import greenpair.plan.allocation.Conflict;
import greenpair.plan.allocation.Instance;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.Prices;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.ask.CohortInputs;
import greenpair.plan.ask.PartnerInputs;
import greenpair.plan.ask.PlanSettings;
import greenpair.plan.ask.PlanWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair plan partners`
@Command(
    name = "partners",
    mixinStandardHelpOptions = true,
    description = {
      "Plans firms and financiers for the open needs of all cities at once, so that no partner",
      "serves more cities than it can, and compares the plan with lists made city by city. Where",
      "the demands conflict, names them."
    },
    footer = {
      "%nExamples:",
      "  greenpair plan partners --capacity 4 --prices",
      "  greenpair plan partners --worst-off 2 --least 1",
      "  greenpair plan partners --pin us-ca-fresno-n1=byd --veto byd@cn-shenzhen"
    })
final class PlanPartnersCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Option(
      names = "--city",
      paramLabel = "ID",
      split = ",",
      description = "cities that are planned for (default: all)")
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--firms",
      paramLabel = "N",
      description = "firms of a need at most (default: planning.yaml)")
  private @Nullable Integer firms;

  @Option(
      names = "--financiers",
      paramLabel = "N",
      description = "financiers of a need at most (default: planning.yaml)")
  private @Nullable Integer financiers;

  @Option(
      names = "--least",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "partners of each kind that a need must get, if there are any (default:"
              + " ${DEFAULT-VALUE})")
  private int least;

  @Option(
      names = "--capacity",
      paramLabel = "N",
      description = "cities that a partner can serve (default: planning.yaml)")
  private @Nullable Integer capacity;

  @Option(
      names = "--capacity-of",
      paramLabel = "ID=N",
      description = "cities that one partner can serve")
  private Map<String, Integer> capacities = new TreeMap<>();

  @Option(
      names = "--pin",
      paramLabel = "NEED=PARTNER",
      description = "a partner that must be on the list of a need")
  private List<String> pins = new ArrayList<>();

  @Option(
      names = "--veto",
      paramLabel = "PARTNER[@CITY|@NEED]",
      description = "a partner that must not be on any list, or on none of a city or need")
  private List<String> vetoes = new ArrayList<>();

  @Option(
      names = "--worst-off",
      paramLabel = "N",
      defaultValue = "0",
      description = "worst-off cities that come before the total (default: ${DEFAULT-VALUE})")
  private int levels;

  @Option(names = "--prices", description = "say what each condition costs, which takes longer")
  private boolean priced;

  /// What is printed as JSON.
  ///
  /// @param plan null where the demands conflict
  /// @param conflict empty where there is a plan
  record Answer(
      String generation,
      String configuration,
      @Nullable Plan plan,
      @Nullable Measures measures,
      @Nullable Measures cityByCity,
      @Nullable Measures firstCome,
      @Nullable Prices prices,
      List<Requirement> conflict) {}

  @Override
  public Integer call() {
    Engine engine = Engine.read(places.config());
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      Answer answer = index.answer(snapshot -> answer(engine, snapshot));
      if (output.json) {
        engine.print(answer);
      } else {
        PlanWords words = new PlanWords(engine.phrases(), index.snapshot());
        Output.print(new PlanText(words, output.language()).of(answer));
      }
      return answer.plan() == null ? Exit.BAD_DATA : Exit.OK;
    }
  }

  private Answer answer(Engine engine, Snapshot snapshot) {
    PlanSettings settings = Planning.settings(engine);
    List<City> all = new CohortInputs(snapshot, engine.recommender()).cities();
    List<EntryId> cities = Planning.cities(named, all, snapshot).stream().map(City::id).toList();
    Instance instance =
        new PartnerInputs(snapshot, engine.recommender())
            .instance(cities, wishes(settings, cities));
    Optional<Plan> plan = Allocator.solve(instance);
    if (plan.isEmpty()) {
      List<Requirement> conflict =
          Conflict.of(instance).map(Conflict::requirements).orElse(List.of());
      return new Answer(
          snapshot.manifest().id(),
          snapshot.configuration(),
          null,
          null,
          null,
          null,
          null,
          conflict);
    }
    return new Answer(
        snapshot.manifest().id(),
        snapshot.configuration(),
        plan.get(),
        Measures.of(instance, plan.get().places()),
        Measures.of(instance, Measures.cityByCity(instance)),
        Measures.of(instance, Measures.firstCome(instance)),
        priced ? Prices.of(instance, plan.get()) : null,
        List.of());
  }

  private PartnerInputs.Wishes wishes(PlanSettings settings, List<EntryId> cities) {
    Map<Kind, Integer> most = new TreeMap<>();
    put(most, Kind.FIRM, firms == null ? settings.firms() : firms);
    put(most, Kind.FINANCIER, financiers == null ? settings.financiers() : financiers);
    Map<EntryId, Integer> own = new TreeMap<>();
    capacities.forEach((id, count) -> own.put(new EntryId(id), count));
    return new PartnerInputs.Wishes(
        most,
        least,
        capacity == null ? settings.capacity() : capacity,
        own,
        pins.stream().map(PlanPartnersCommand::pin).toList(),
        vetoes.stream().map(each -> veto(each, cities)).toList(),
        levels);
  }

  private static void put(Map<Kind, Integer> most, Kind kind, int count) {
    if (count > 0) {
      most.put(kind, count);
    }
  }

  private static Requirement.Pin pin(String word) {
    int at = word.indexOf('=');
    if (at < 0) {
      throw new IllegalArgumentException("--pin is NEED=PARTNER; got \"" + word + "\"");
    }
    return new Requirement.Pin(
        new EntryId(word.substring(0, at)), new EntryId(word.substring(at + 1)));
  }

  private static Requirement.Veto veto(String word, List<EntryId> cities) {
    int at = word.indexOf('@');
    if (at < 0) {
      return new Requirement.Veto(new EntryId(word), null, null);
    }
    EntryId where = new EntryId(word.substring(at + 1));
    boolean city = cities.contains(where);
    return new Requirement.Veto(
        new EntryId(word.substring(0, at)), city ? where : null, city ? null : where);
  }
}
