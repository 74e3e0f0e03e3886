package greenpair.web.programme;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions;
import greenpair.program.introduction.StageCount;
import greenpair.web.auth.Guard;
import greenpair.web.http.Checks;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Fields;
import greenpair.web.input.Ids;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Introductions of partners to cities, and their steps.
public final class IntroductionHandler {
  private static final Map<String, Kind> PARTNERS =
      Checks.words(Kind.PARTNERS.toArray(Kind[]::new));
  private static final Map<String, Introduction.Stage> STAGES =
      Checks.words(Introduction.Stage.values());
  private static final String ADDRESS = "/api/v1/introductions/";

  private final ProgramReading reading;
  private final Writing writing;
  private final DraftLookup typedIn;
  private final Clock clock;
  private final int maxBody;

  public IntroductionHandler(
      ProgramReading reading, Writing writing, DraftLookup typedIn, Clock clock, int maxBody) {
    this.reading = reading;
    this.writing = writing;
    this.typedIn = typedIn;
    this.clock = clock;
    this.maxBody = maxBody;
  }

  /// An introduction as it is shown.
  ///
  /// @param stage current stage; null if it was withdrawn
  /// @param steps that stand
  /// @param withdrawn steps that were taken back
  /// @param overdue whether its task is past its last day
  public record View(
      String id,
      EntryId city,
      @Nullable EntryId need,
      Kind kind,
      EntryId partner,
      @Nullable EntryId solution,
      Stamp made,
      Introduction.@Nullable Stage stage,
      List<Introduction.Step> steps,
      List<Introduction.Step> withdrawn,
      Introduction.@Nullable Task task,
      boolean overdue)
      implements ProgramReading.View {
    static View of(Introduction introduction, LocalDate today) {
      return new View(
          introduction.id(),
          introduction.city(),
          introduction.need(),
          introduction.kind(),
          introduction.partner(),
          introduction.solution(),
          introduction.made(),
          introduction.stage(),
          introduction.steps(),
          introduction.withdrawn(),
          introduction.task(),
          introduction.isOverdue(today));
    }
  }

  private View view(Introduction introduction) {
    return View.of(introduction, LocalDate.now(clock));
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) -> {
          EntryId city = Ids.of(parameters, "city", checks);
          EntryId partner = Ids.of(parameters, "partner", checks);
          Introduction.Stage stage = parameters.choice("stage", STAGES);
          LocalDate overdue = parameters.flag("overdue") ? LocalDate.now(clock) : null;
          Introductions.Wanted wanted = new Introductions.Wanted(city, partner, stage, overdue);
          return (records, caller, before, limit) ->
              records.introductions().list(wanted, before, limit);
        },
        (introduction, caller) -> view(introduction),
        "city",
        "partner",
        "stage",
        "overdue");
  }

  /// How many introductions stand at each stage.
  record BoardView(
      Introduction.Stage stage, int introductions, int overdue, Map<String, BigInteger> amounts)
      implements ProgramReading.View {}

  public void board(Context context) {
    reading.answer(
        context,
        (parameters, checks) ->
            (records, caller) ->
                ProgramReading.Shown.of(
                    records.introductions().board(LocalDate.now(clock)).stream()
                        .map(
                            each ->
                                new BoardView(
                                    each.stage(),
                                    each.introductions(),
                                    each.overdue(),
                                    each.amounts()))
                        .toList(),
                    null));
  }

  /// A stage with those that stand there, for a page.
  ///
  /// @param newest at most so many as the page shows
  public record Column(StageCount count, List<Introduction> newest) {}

  /// The introductions by stage, and those that are overdue.
  public record Board(List<Column> columns, List<Introduction> overdue, LocalDate today) {}

  /// Reads the board for a page.
  ///
  /// @param most of each list
  public Board board(Context context, int most) {
    LocalDate today = LocalDate.now(clock);
    return reading.read(
        context,
        (records, caller) ->
            new Board(
                records.introductions().board(today).stream()
                    .map(each -> new Column(each, at(records, each.stage(), null, most)))
                    .toList(),
                at(records, null, today, most),
                today),
        shown -> List.of());
  }

  private static List<Introduction> at(
      Records records, Introduction.@Nullable Stage stage, @Nullable LocalDate overdue, int most) {
    Introductions.Wanted wanted = new Introductions.Wanted(null, null, stage, overdue);
    return records.introductions().list(wanted, Page.NEWEST, most).items();
  }

  public void one(Context context) {
    reading.one(context, IntroductionHandler::find, (introduction, caller) -> view(introduction));
  }

  /// Every member of the programme may see every introduction.
  public static Optional<Introduction> find(Records records, Caller caller, String id) {
    return records.introductions().find(id);
  }

  public void add(Context context) {
    writing.write(context, adding());
  }

  public Writing.Reading adding() {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      EntryId city = typedIn.city(input, "city", body.string("city"));
      EntryId need = typedIn.need(input, "need", body.string("need"), city);
      Kind kind = body.choice("kind", PARTNERS);
      String word = body.string("partner");
      EntryId partner = kind == null ? null : input.entry("partner", word, kind);
      EntryId solution = input.entry("solution", body.string("solution"), Kind.SOLUTION);
      LocalDate on = Days.past(body, "on", LocalDate.now(clock));
      String text = body.string("body");
      required(body, "city", Message.of("what.city"));
      required(body, "kind", Message.of("what.choice", "values", List.of("firm", "financier")));
      required(body, "partner", Message.of("what.partner"));
      body.finish();
      input.check();
      if (!caller.mayChange(city)) {
        throw Guard.forbidden();
      }
      return (records, stamp) -> {
        Introduction.Step first =
            new Introduction.Step(
                Introduction.Stage.INTRODUCED, on, null, text == null ? "" : text, stamp);
        Introduction made =
            records
                .introductions()
                .add(
                    new Introduction(
                        0,
                        "",
                        java.util.Objects.requireNonNull(city),
                        need,
                        java.util.Objects.requireNonNull(kind),
                        java.util.Objects.requireNonNull(partner),
                        solution,
                        stamp,
                        List.of(first),
                        List.of(),
                        null));
        return Writing.Done.made(
            "introduction.add", "introduction " + made.id(), view(made), ADDRESS + made.id());
      };
    };
  }

  public void step(Context context) {
    writing.write(context, stepping(context.pathParam("id")));
  }

  public Writing.Reading stepping(String id) {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      Introduction.Stage stage = body.choice("stage", STAGES);
      LocalDate on = Days.past(body, "on", LocalDate.now(clock));
      String reason = body.string("reason");
      Introduction.Amount amount = StepAmount.read(body, stage);
      String result = body.string("result");
      String text = body.string("body");
      required(body, "stage", Message.of("what.stage"));
      boolean stopped = stage == Introduction.Stage.STOPPED;
      if (stopped) {
        required(body, "reason", Message.of("what.stop_reason"));
      } else if (stage != null && reason != null) {
        body.missing(
            "reason",
            Message.of("check.only_with", "field", "stage", "value", "stopped"),
            Message.of("introduction.reason.next"));
      }
      body.finish();
      input.check();
      return (records, stamp) -> {
        var _ = allowed(records, caller, id);
        Introduction.Step next =
            new Introduction.Step(
                0,
                java.util.Objects.requireNonNull(stage),
                on,
                reason,
                amount,
                result,
                text == null ? "" : text,
                stamp,
                null);
        Introduction now = records.introductions().add(id, next);
        return Writing.Done.changed("introduction.step", "introduction " + id, view(now));
      };
    };
  }

  public void withdraw(Context context) {
    String id = context.pathParam("id");
    writing.write(context, withdrawing(id, context.pathParam("number")));
  }

  /// Reads why a step is taken back. It stays on record; with its last step an introduction is
  /// withdrawn as a whole.
  public Writing.Reading withdrawing(String id, String number) {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      String reason = body.string("reason");
      required(body, "reason", Message.of("what.withdraw_reason"));
      body.finish();
      input.check();
      return (records, stamp) -> {
        var _ = allowed(records, caller, id);
        boolean isDone =
            number.matches("[0-9]{1,12}")
                && records
                    .introductions()
                    .withdraw(
                        id,
                        Long.parseLong(number),
                        java.util.Objects.requireNonNull(reason),
                        stamp);
        Introduction now = records.introductions().find(id).orElseThrow();
        if (!isDone) {
          throw now.withdrawn().stream().anyMatch(each -> number.equals("" + each.number()))
              ? gone("number", number)
              : ProgramReading.noSuchRecord(number);
        }
        return Writing.Done.changed(
            "introduction.withdraw", "introduction " + id + ", step " + number, view(now));
      };
    };
  }

  /// A step that was already withdrawn is not withdrawn again, because the audit would record it
  /// twice.
  private static RefusedException gone(String field, String value) {
    Fault fault =
        Fault.of(field, value, Message.of("programme.gone"), Message.of("programme.gone.next"));
    return new RefusedException(ProblemKind.STALE, fault.sentence(), List.of(fault));
  }

  private static Introduction allowed(Records records, Caller caller, String id) {
    Introduction found = ProgramReading.found(IntroductionHandler::find, records, caller, id);
    if (!caller.mayChange(found.city())) {
      throw Guard.forbidden();
    }
    return found;
  }

  public void assign(Context context) {
    writing.write(context, assigning(context.pathParam("id")));
  }

  /// Reads the task: next step, responsible person and due date.
  public Writing.Reading assigning(String id) {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      String responsible = body.string("responsible");
      LocalDate due = Days.any(body, "due", Message.of("introduction.due.next"));
      String action = body.string("action");
      required(body, "responsible", Message.of("what.responsible"));
      body.finish();
      input.check();
      return (records, stamp) -> {
        var _ = allowed(records, caller, id);
        Introduction now =
            records
                .introductions()
                .assign(
                    id,
                    new Introduction.Task(
                        java.util.Objects.requireNonNull(responsible),
                        due,
                        action == null ? "" : action,
                        stamp));
        return Writing.Done.changed("introduction.assign", "introduction " + id, view(now));
      };
    };
  }

  private static void required(Fields body, String key, Message what) {
    if (body.isMissing(key)) {
      Required.missing(body, key, what);
    }
  }
}
