package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.UsageException;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Changes;
import greenpair.plan.meetings.Stay;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.TimetableCheck;
import greenpair.plan.meetings.Wish;
import greenpair.web.plans.MeetingsView;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "meetings", mixinStandardHelpOptions = true)
final class PlanMeetingsCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();
  @Mixin private KeptPlan kept = new KeptPlan();
  @Mixin private ConditionOptions conditions = new ConditionOptions();

  @Option(names = "--plan", paramLabel = "FILE")
  private @Nullable Path plan;

  @Option(names = "--pairs", paramLabel = "FILE")
  private @Nullable Path pairs;

  @Option(names = "--keep", paramLabel = "FILE")
  private @Nullable Path older;

  @Option(names = "--day", paramLabel = "DATE", split = ",", converter = Converters.Day.class)
  private List<LocalDate> days = new ArrayList<>();

  @Option(names = "--from", defaultValue = "09:00")
  private LocalTime from = LocalTime.of(9, 0);

  @Option(names = "--until", defaultValue = "17:00")
  private LocalTime until = LocalTime.of(17, 0);

  @Option(names = "--zone", defaultValue = "UTC")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(names = "--minutes", defaultValue = "30")
  private int minutes = 30;

  @Option(names = "--between", defaultValue = "5")
  private int between = 5;

  @Option(names = "--break", paramLabel = "FROM-UNTIL")
  private List<String> breaks = new ArrayList<>();

  @Option(names = "--tables", defaultValue = "10")
  private int tables = 10;

  @Option(names = "--arrive", paramLabel = "ID=TIME")
  private Map<String, LocalDateTime> arrivals = new TreeMap<>();

  @Option(names = "--leave", paramLabel = "ID=TIME")
  private Map<String, LocalDateTime> departures = new TreeMap<>();

  @Option(names = "--cancel", paramLabel = "ID", split = ",")
  private List<String> cancelled = new ArrayList<>();

  @Option(names = "--pin", paramLabel = "CITY=PARTNER@TIME")
  private List<String> pins = new ArrayList<>();

  @Option(names = "--veto", paramLabel = "CITY=PARTNER")
  private List<String> vetoes = new ArrayList<>();

  @Mixin private CalendarOption calendar = new CalendarOption();

  /// Delegations of pins that had no requested meeting.
  private final Set<EntryId> added = new TreeSet<>();

  @Override
  public Integer call() throws IOException {
    if ((plan == null) == (older == null)) {
      throw new UsageException(Message.of("usage.either", "one", "--plan", "other", "--keep"));
    }
    CommandWiring engine = CommandWiring.read(places.config());
    if (older == null && !(pins.isEmpty() && vetoes.isEmpty())) {
      throw new IllegalArgumentException("--pin and --veto need --keep, a saved timetable");
    }
    PlanRequest.Meetings request = request();
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      checkPins(request, engine.planner().words(index.snapshot()), index.snapshot());
      Timetable made = Timetable.of(request.summit(), PlanObserver.NONE);
      kept.write(engine, index.snapshot(), request, new PlanResult.Meetings(made));
      PlanWords words = engine.planner().words(index.snapshot());
      calendar.write(request, made, words, output.language());
      output.print(
          engine,
          MeetingsView.of(request, made),
          () -> new TimetableText(words, output.language()).of(request, made));
    }
    return Exit.OK;
  }

  private PlanRequest.Meetings request() throws IOException {
    if (older != null) {
      PlanDocument document = PlanDocument.read(older);
      if (!(document.asked() instanceof PlanRequest.Meetings asked)
          || !(document.made() instanceof PlanResult.Meetings made)) {
        throw new IllegalArgumentException("--keep " + older + " is not a timetable");
      }
      Set<String> interpreters = new TreeSet<>(cancelled);
      interpreters.removeIf(each -> !asked.summit().conditions().has(each));
      return asked.again(
          PlanRequest.ids(cancelled.stream().filter(each -> !interpreters.contains(each)).toList()),
          interpreters,
          changes(asked, made.timetable()),
          made.timetable().meetings());
    }
    Path file = Objects.requireNonNull(plan);
    if (!(PlanDocument.read(file).made() instanceof PlanResult.Partners made)
        || made.plan() == null) {
      throw new IllegalArgumentException("--plan " + file + " is not a plan of partners");
    }
    List<Wish> wishes = new ArrayList<>(SummitInputs.wishes(made));
    if (pairs != null) {
      if (!(PlanDocument.read(pairs).made() instanceof PlanResult.Pairs paired)) {
        throw new IllegalArgumentException("--pairs " + pairs + " is not a plan of pairs");
      }
      wishes.addAll(SummitInputs.wishes(paired));
    }
    SummitInputs.Hours hours =
        new SummitInputs.Hours(
            days,
            from,
            until,
            zone,
            minutes,
            between,
            breaks.stream().map(PlanMeetingsCommand::pause).toList(),
            conditions.tables(tables));
    List<Stay> stays = new ArrayList<>();
    Set<String> named = new TreeSet<>(arrivals.keySet());
    named.addAll(departures.keySet());
    for (String each : named) {
      stays.add(new Stay(new EntryId(each), at(arrivals.get(each)), at(departures.get(each))));
    }
    Summit summit =
        new Summit(
            SummitInputs.slots(hours),
            stays,
            wishes,
            PlanRequest.ids(cancelled),
            List.of(),
            conditions.arrangements());
    return new PlanRequest.Meetings(summit, zone.getId(), PlanDocument.read(file).digest(), 0);
  }

  private void checkPins(PlanRequest.Meetings request, PlanWords words, Snapshot snapshot) {
    for (EntryId each : added) {
      if (Stream.concat(Stream.of(Kind.CITY), Kind.PARTNERS.stream())
          .noneMatch(kind -> snapshot.entry(kind, each).isPresent())) {
        throw new IllegalArgumentException(
            "--pin must name a city and a partner of the catalog, but it has no \"" + each + "\"");
      }
    }
    List<Text> clashes =
        TimetableCheck.clashes(
            request.summit(),
            request.summit().previous().subList(0, pins.size()),
            words::name,
            request::time);
    if (!clashes.isEmpty()) {
      throw new IllegalArgumentException(
          "--pin: "
              + clashes.stream()
                  .map(each -> each.best(Language.EN))
                  .collect(Collectors.joining(" ")));
    }
  }

  private Changes changes(PlanRequest.Meetings asked, Timetable made) {
    Changes changes = read(asked, made);
    Set<EntryId> known = new TreeSet<>();
    asked.summit().wishes().forEach(each -> known.addAll(List.of(each.city(), each.partner())));
    changes.pins().forEach(each -> added.addAll(List.of(each.city(), each.partner())));
    added.removeAll(known);
    return changes;
  }

  private Changes read(PlanRequest.Meetings asked, Timetable made) {
    return new Changes(
        pins.stream().map(each -> pin(each, asked)).toList(),
        vetoes.stream().map(each -> veto(each, made)).toList());
  }

  private static Changes.Pin pin(String word, PlanRequest.Meetings asked) {
    String[] parts = word.split("[=@]", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "--pin must be CITY=PARTNER@TIME such as cn-jilin=efc@2027-05-10T14:05, but was \""
              + word
              + "\"");
    }
    int slot =
        asked
            .slot(parts[2])
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--pin must name the beginning of a slot of the timetable ("
                            + String.join(", ", asked.times())
                            + "), but was "
                            + parts[2]));
    return new Changes.Pin(new EntryId(parts[0]), new EntryId(parts[1]), slot);
  }

  private static Changes.Veto veto(String word, Timetable made) {
    String[] sides = word.split("=", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(
          "--veto must be CITY=PARTNER such as cn-jilin=efc, but was \"" + word + "\"");
    }
    Changes.Veto veto = new Changes.Veto(new EntryId(sides[0]), new EntryId(sides[1]));
    if (made.meetings().stream().noneMatch(each -> each.pair().equals(veto.pair()))) {
      throw new IllegalArgumentException(
          "--veto must be a meeting of the timetable, but was \"" + word + "\"");
    }
    return veto;
  }

  private @Nullable Instant at(@Nullable LocalDateTime time) {
    return time == null ? null : time.atZone(zone).toInstant();
  }

  private static SummitInputs.Pause pause(String word) {
    String[] ends = word.split("-", -1);
    if (ends.length != 2) {
      throw UsageException.of("--break", Message.of("usage.times"), word);
    }
    LocalTime from = LocalTime.parse(ends[0]);
    LocalTime until = LocalTime.parse(ends[1]);
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "--break must end after it begins, on the same day, but was \"" + word + "\"");
    }
    return new SummitInputs.Pause(from, until);
  }
}
