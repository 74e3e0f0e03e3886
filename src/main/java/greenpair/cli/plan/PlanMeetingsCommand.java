package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Stay;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Timetable;
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

  @Mixin private CalendarOption calendar = new CalendarOption();

  @Override
  public Integer call() throws IOException {
    if ((plan == null) == (older == null)) {
      throw new UsageException(Message.of("usage.either", "one", "--plan", "other", "--keep"));
    }
    CommandWiring engine = CommandWiring.read(places.config());
    PlanRequest.Meetings request = request();
    Timetable made = Timetable.of(request.summit(), PlanObserver.NONE);
    try (OpenIndex index = OpenIndex.open(engine, places)) {
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
