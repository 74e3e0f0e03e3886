package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Edit;
import greenpair.plan.meetings.EditedTimetable;
import greenpair.plan.meetings.Slot;
import greenpair.plan.meetings.Timetable;
import greenpair.program.PlanEdit;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Access;
import greenpair.web.auth.Route;
import greenpair.web.http.Fault;
import greenpair.web.http.Json;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Edits of a timetable by hand: a meeting is moved, cancelled or added, and the last edit can be
/// undone. The stored plan does not change; its edits are stored separately, and everything that
/// shows the timetable applies them. An edit that clashes is refused.
public record TimetableEdits(
    WriteEndpoint writing, PlanHandler plans, LiveAnswerParts engines, Json json) {
  private static final Map<String, Edit.Action> ACTIONS = ValueParser.words(Edit.Action.values());
  private static final int NEAREST = 3;
  private static final int MANY = 1_000;

  public List<Route> routes() {
    String path = PlanHandler.PATH + "/{id}/edits";
    return List.of(
        writing.post(
            path,
            Access.COORDINATE,
            (input, caller) -> editing(input.path("id")).read(input, caller)),
        writing.post(
            path + "/{edit}/undo",
            Access.COORDINATE,
            (input, caller) -> undoing(input.path("id"), input.path("edit")).read(input, caller)));
  }

  private record Asked(
      Edit.Action action,
      EntryId city,
      EntryId partner,
      @Nullable Instant start,
      @Nullable Integer table,
      @Nullable String interpreter) {}

  public WriteEndpoint.RequestParser editing(String id) {
    return (input, caller) -> {
      Asked asked = asked(input, input.body());
      PlanWords words =
          engines.of(input.snapshot().configuration()).planner().words(input.snapshot());
      return (records, stamp) -> {
        records.plans().lock(id); // The next edit sees this one.
        PlanHandler.Kept kept = timetable(records, caller, id);
        PlanRequest.Meetings request = PartHandler.asked(kept);
        Edit edit = checked(asked, request, PartHandler.made(kept), words);
        String text = json.text(edit);
        PlanEdit made = records.edits().add(id, text, stamp);
        String action = edit.action().name().toLowerCase(Locale.ROOT);
        return WriteEndpoint.Done.made(
            "plan." + action + "_meeting",
            "plan " + id + ": " + edit.city() + " – " + edit.partner(),
            EditHistory.view(request, made),
            "/api/v1/plans/" + id);
      };
    };
  }

  private static Asked asked(Input input, BodyFields body) {
    Edit.Action action = body.choice("action", ACTIONS);
    Required.check(
        body, "action", Message.of("what.choice", "values", List.copyOf(ACTIONS.keySet())));
    EntryId city = who(input, body, "city", action);
    EntryId partner = who(input, body, "partner", action);
    Instant start = start(body, action);
    Long table = body.whole("table", 1, MANY);
    String interpreter = body.string("interpreter");
    if (action == Edit.Action.CANCEL) {
      List.of("start", "table", "interpreter").forEach(key -> leftOut(body, key));
    }
    input.check();
    return new Asked(
        Objects.requireNonNull(action),
        Objects.requireNonNull(city),
        Objects.requireNonNull(partner),
        start,
        table == null ? null : table.intValue(),
        interpreter);
  }

  /// A cancelled meeting has neither a time nor a place.
  private static void leftOut(BodyFields body, String key) {
    if (!body.isMissing(key)) {
      body.checks()
          .fault(
              key, "", Message.of("plan.cancelled_alone"), Message.of("next.correct_or_leave_out"));
    }
  }

  /// A delegation: of the catalog to add a meeting; of the timetable otherwise, whose partner may
  /// have left the catalog.
  private static @Nullable EntryId who(
      Input input, BodyFields body, String key, Edit.@Nullable Action action) {
    String word = body.string(key);
    Required.check(body, key, Message.of("what.delegation"));
    if (word == null) {
      return null;
    }
    return action == Edit.Action.PUT
        ? input.known(key, word, MeetingsOrder.DELEGATIONS)
        : Ids.read(body.path(key), word, body.checks());
  }

  private static @Nullable Instant start(BodyFields body, Edit.@Nullable Action action) {
    String word = body.string("start");
    if (body.isMissing("start") && action != Edit.Action.CANCEL) {
      Required.missing(body, "start", Message.of("what.slot"));
    }
    try {
      return word == null ? null : Instant.parse(word);
    } catch (DateTimeParseException e) {
      body.checks()
          .fault(
              "start",
              word,
              Message.of("plan.form", "example", "2027-05-10T01:00:00Z"),
              Message.of("next.correct"));
      return null;
    }
  }

  private PlanHandler.Kept timetable(Records records, Caller caller, String id) {
    PlanHandler.Kept kept = plans.kept(records, PlanHandler.coordinated(records, caller, id));
    if (!(kept.made() instanceof PlanResult.Meetings)) {
      throw ReadEndpoint.noSuchRecord(id);
    }
    return kept;
  }

  /// The edit with its table and interpreter.
  ///
  /// @throws RefusedException with all clashes and the nearest free slots
  private static Edit checked(
      Asked asked, PlanRequest.Meetings request, Timetable made, PlanWords words) {
    EditedTimetable now = new EditedTimetable(request.summit(), made);
    Optional<Message> refusal = now.refusal(asked.action(), asked.city(), asked.partner());
    if (refusal.isPresent()) {
      boolean isOfCity =
          asked.action() != Edit.Action.PUT
              && made.meetings().stream().noneMatch(each -> each.isOf(asked.city()));
      throw RefusedException.invalid(
          isOfCity ? "city" : "partner",
          (isOfCity ? asked.city() : asked.partner()).value(),
          refusal.get(),
          Message.of("next.correct"));
    }
    if (asked.action() == Edit.Action.CANCEL) {
      return new Edit(asked.action(), asked.city(), asked.partner(), -1, 0, null);
    }
    Instant start = Objects.requireNonNull(asked.start());
    int slot = slot(request, start);
    Edit edit =
        now.placed(
            asked.action(),
            asked.city(),
            asked.partner(),
            slot,
            asked.table(),
            asked.interpreter());
    List<Text> clashes = now.clashes(edit, words::name, request::time);
    if (!clashes.isEmpty()) {
      throw clash(start, clashes, next(request, now.nearest(edit, NEAREST)));
    }
    return edit;
  }

  private static int slot(PlanRequest.Meetings request, Instant start) {
    List<Slot> slots = request.summit().slots();
    for (int s = 0; s < slots.size(); s++) {
      if (slots.get(s).start().equals(start)) {
        return s;
      }
    }
    throw RefusedException.invalid(
        "start",
        start.toString(),
        Message.of("plan.slot"),
        next(
            request,
            slots.stream()
                .sorted(
                    Comparator.comparing(
                        each -> java.time.Duration.between(start, each.start()).abs()))
                .limit(NEAREST)
                .toList()));
  }

  private static Message next(PlanRequest.Meetings request, List<Slot> slots) {
    return slots.isEmpty()
        ? Message.of("plan.no_free_slot")
        : Message.of("plan.free_slots", "slots", slots.stream().map(request::time).toList());
  }

  /// A sentence as part of another one.
  private static Text clause(Text sentence) {
    return new Text(
        sentence.best(Language.EN).replaceFirst("\\.$", ""),
        sentence.best(Language.ZH).replaceFirst("。$", ""));
  }

  private static RefusedException clash(Instant start, List<Text> clashes, Message next) {
    List<Fault> faults =
        clashes.stream()
            .map(
                each ->
                    Fault.of(
                        "start",
                        start.toString(),
                        Message.of("plan.clash", "clash", clause(each)),
                        next))
            .toList();
    return new RefusedException(ProblemKind.INVALID_REQUEST, faults.getFirst().sentence(), faults);
  }

  /// Undoes the last edit that was not undone. It is named, so that two people who undo at the same
  /// time do not undo two edits; undoing it again changes nothing.
  public WriteEndpoint.RequestParser undoing(String id, String edit) {
    return (input, caller) ->
        (records, stamp) -> {
          records.plans().lock(id);
          PlanHandler.Kept kept = timetable(records, caller, id);
          PlanEdit asked =
              kept.edits().stream()
                  .filter(each -> each.id().equals(edit))
                  .findFirst()
                  .orElseThrow(() -> ReadEndpoint.noSuchRecord(edit));
          Optional<PlanEdit> last =
              kept.edits().reversed().stream().filter(each -> each.undone() == null).findFirst();
          boolean isDone = asked.undone() != null;
          if (!isDone && !last.map(asked::equals).orElse(false)) {
            throw RefusedException.invalid(
                "edit", edit, Message.of("plan.last_edit"), Message.of("plan.last_edit.next"));
          }
          PlanEdit undone = isDone ? asked : records.edits().undo(edit, stamp);
          return WriteEndpoint.Done.changed(
              "plan.undo_edit",
              "plan " + id + ", edit " + edit,
              EditHistory.view(PartHandler.asked(kept), undone));
        };
  }
}
