package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Money;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.UsageException;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.input.AmountReader;
import greenpair.plan.input.PartnersResult;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "partners", mixinStandardHelpOptions = true)
final class PlanPartnersCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();
  @Mixin private KeptPlan kept = new KeptPlan();

  @Option(names = "--city", paramLabel = "ID", split = ",")
  private List<String> named = new ArrayList<>();

  @Option(names = "--firms", paramLabel = "N")
  private @Nullable Integer firms;

  @Option(names = "--financiers", paramLabel = "N")
  private @Nullable Integer financiers;

  @Mixin private PanelOptions panels = new PanelOptions();

  @Option(names = "--least", paramLabel = "N", defaultValue = "0")
  private int least;

  @Option(names = "--capacity", paramLabel = "N")
  private @Nullable Integer capacity;

  @Option(names = "--capacity-of", paramLabel = "ID=N")
  private Map<String, Integer> capacities = new TreeMap<>();

  @Option(names = "--amount-of", paramLabel = "ID=AMOUNT")
  private List<String> amounts = new ArrayList<>();

  @Option(names = "--by-merit")
  private boolean byMerit;

  @Option(names = "--pin", paramLabel = "NEED=PARTNER")
  private List<String> pins = new ArrayList<>();

  @Option(names = "--veto", paramLabel = "PARTNER[@CITY|@NEED]")
  private List<String> vetoes = new ArrayList<>();

  @Option(names = "--worst-off", paramLabel = "N", defaultValue = "0")
  private int levels;

  @Option(names = "--prices")
  private boolean priced;

  @Override
  public Integer call() {
    CommandWiring engine = CommandWiring.read(places.config());
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      PlanRequest.Partners request = request(index);
      PlanResult.Partners made =
          index.answer(snapshot -> engine.planner().partners(request, snapshot, PlanObserver.NONE));
      kept.write(engine, index.snapshot(), request, made);
      PartnersResult answer = PartnersResult.of(made);
      PlanWords words = engine.planner().words(index.snapshot());
      output.print(
          engine,
          Printed.of(index.snapshot(), answer),
          () -> new PlanText(words, output.language()).of(answer));
      return answer.plan() == null ? Exit.BAD_DATA : Exit.OK;
    }
  }

  record Printed(
      String generation,
      String configuration,
      @Nullable Plan plan,
      @Nullable Measures measures,
      @Nullable Measures cityByCity,
      @Nullable Measures firstCome,
      List<PlanResult.Priced> prices,
      List<PlanResult.Helped> capacities,
      List<Text> conflict) {
    static Printed of(Snapshot snapshot, PartnersResult answer) {
      return new Printed(
          snapshot.manifest().id(),
          snapshot.configuration(),
          answer.plan(),
          answer.measures(),
          answer.cityByCity(),
          answer.firstCome(),
          answer.prices(),
          answer.capacities(),
          answer.conflict());
    }
  }

  private PlanRequest.Partners request(OpenIndex index) {
    Map<EntryId, Integer> own = new TreeMap<>();
    capacities.forEach((id, count) -> own.put(new EntryId(id), count));
    return new PlanRequest.Partners(
        named.stream().map(EntryId::new).toList(),
        firms,
        financiers,
        least,
        capacity,
        own,
        pins.stream().map(PlanPartnersCommand::pin).toList(),
        vetoes.stream().map(each -> veto(each, index)).toList(),
        levels,
        priced,
        List.of(),
        panels.experts,
        panels.panel,
        panels.daysPerNeed,
        sums(),
        byMerit,
        List.of());
  }

  private Map<EntryId, Money> sums() {
    Map<EntryId, Money> sums = new TreeMap<>();
    for (String each : amounts) {
      AmountReader.Amount read =
          AmountReader.read(each)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--amount-of %s, but was \"%s\""
                              .formatted(Message.of("plan.amount_form").in(Language.EN), each)));
      sums.put(new EntryId(read.partner()), read.amount());
    }
    return sums;
  }

  private static Requirement.Pin pin(String word) {
    int at = word.indexOf('=');
    if (at < 0) {
      throw UsageException.of("--pin", Message.of("usage.type", "label", "NEED=PARTNER"), word);
    }
    return new Requirement.Pin(
        new EntryId(word.substring(0, at)), new EntryId(word.substring(at + 1)));
  }

  private static Requirement.Veto veto(String word, OpenIndex index) {
    int at = word.indexOf('@');
    if (at < 0) {
      return new Requirement.Veto(new EntryId(word), null, null);
    }
    EntryId where = new EntryId(word.substring(at + 1));
    boolean city = index.snapshot().entry(Kind.CITY, where).isPresent();
    return new Requirement.Veto(
        new EntryId(word.substring(0, at)), city ? where : null, city ? null : where);
  }
}
