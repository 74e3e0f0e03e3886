package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Edit;
import greenpair.plan.meetings.EditedTimetable;
import greenpair.plan.meetings.Slot;
import greenpair.plan.meetings.Timetable;
import greenpair.web.plans.MeetingsView;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "edit", mixinStandardHelpOptions = true)
final class PlanEditCommand implements Callable<Integer> {
  private static final int NEAREST = 3;

  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();
  @Mixin private KeptPlan kept = new KeptPlan();
  @Mixin private CalendarOption calendar = new CalendarOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  static final class What {
    @Option(names = "--move", paramLabel = "CITY=PARTNER")
    private @Nullable String move;

    @Option(names = "--cancel", paramLabel = "CITY=PARTNER")
    private @Nullable String cancel;

    @Option(names = "--put", paramLabel = "CITY=PARTNER")
    private @Nullable String put;
  }

  @Option(names = "--start", paramLabel = "TIME")
  private @Nullable LocalDateTime start;

  @Option(names = "--table", paramLabel = "N")
  private @Nullable Integer table;

  @Option(names = "--interpreter", paramLabel = "NAME")
  private @Nullable String interpreter;

  @Override
  public Integer call() throws IOException {
    PlanDocument document = PlanDocument.read(file);
    if (!(document.asked() instanceof PlanRequest.Meetings asked)
        || !(document.made() instanceof PlanResult.Meetings made)) {
      throw new IllegalArgumentException(file + " is not a timetable");
    }
    CommandWiring engine = CommandWiring.read(places.config());
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      PlanWords words = engine.planner().words(index.snapshot());
      EditedTimetable now = new EditedTimetable(asked.summit(), made.timetable());
      Edit edit = edit(asked, now);
      if (edit.action() == Edit.Action.PUT) {
        requireThere(edit.city(), index.snapshot());
        requireThere(edit.partner(), index.snapshot());
      }
      List<Text> clashes = now.clashes(edit, words::name, asked::time);
      if (!clashes.isEmpty()) {
        Output.print(refusal(clashes, now.nearest(edit, NEAREST), asked));
        return Exit.BAD_DATA;
      }
      EditedTimetable after =
          EditedTimetable.of(asked.summit(), made.timetable(), List.of(edit), List.of());
      Timetable timetable = after.timetable();
      PlanRequest.Meetings request =
          new PlanRequest.Meetings(
              after.summit(), asked.zone(), asked.root(), asked.sequence() + 1);
      kept.write(engine, index.snapshot(), request, new PlanResult.Meetings(timetable));
      calendar.write(request, timetable, words, output.language());
      output.print(
          engine,
          MeetingsView.of(request, timetable),
          () -> new TimetableText(words, output.language()).of(request, timetable));
    }
    return Exit.OK;
  }

  private Edit edit(PlanRequest.Meetings asked, EditedTimetable now) {
    Edit.Action action =
        what.move != null
            ? Edit.Action.MOVE
            : what.put != null ? Edit.Action.PUT : Edit.Action.CANCEL;
    String word = what.move != null ? what.move : what.put != null ? what.put : what.cancel;
    if (action == Edit.Action.CANCEL && (start != null || table != null || interpreter != null)) {
      throw new IllegalArgumentException(
          "--cancel takes no --start, --table or --interpreter, because the meeting is not held;"
              + " leave them out, or use --move");
    }
    String[] sides = String.valueOf(word).split("=", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(
          "a meeting must be CITY=PARTNER, but was \"" + word + "\"");
    }
    EntryId one = new EntryId(sides[0]);
    EntryId other = new EntryId(sides[1]);
    now.refusal(action, one, other)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(
                  "\"" + other + "\" " + why.in(Language.EN) + " (" + one + ")");
            });
    return action == Edit.Action.CANCEL
        ? new Edit(action, one, other, -1, 0, null)
        : now.placed(action, one, other, slot(asked), table, interpreter);
  }

  private static void requireThere(EntryId id, Snapshot snapshot) {
    if (Stream.concat(Stream.of(Kind.CITY), Kind.PARTNERS.stream())
        .noneMatch(kind -> snapshot.entry(kind, id).isPresent())) {
      throw new IllegalArgumentException(
          "--put must name a city and a partner of the catalog, but it has no \"" + id + "\"");
    }
  }

  private int slot(PlanRequest.Meetings asked) {
    if (start == null) {
      throw new IllegalArgumentException("--move and --put need --start");
    }
    Instant wanted = start.atZone(ZoneId.of(asked.zone())).toInstant();
    List<Slot> slots = asked.summit().slots();
    for (int at = 0; at < slots.size(); at++) {
      if (slots.get(at).start().equals(wanted)) {
        return at;
      }
    }
    throw new IllegalArgumentException(
        "--start must be the beginning of a slot of the timetable, but was " + start);
  }

  private String refusal(List<Text> clashes, List<Slot> nearest, PlanRequest.Meetings asked) {
    Language language = output.language();
    StringBuilder text = new StringBuilder();
    clashes.forEach(each -> text.append(each.best(language)).append('\n'));
    Message next =
        nearest.isEmpty()
            ? Message.of("plan.no_free_slot")
            : Message.of("plan.free_slots", "slots", nearest.stream().map(asked::time).toList());
    return text.append(next.in(language)).append('\n').toString();
  }
}
