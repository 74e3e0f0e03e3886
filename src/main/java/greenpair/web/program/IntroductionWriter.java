package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.introduction.Introduction;
import greenpair.web.auth.Guard;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Creates introductions of partners to cities, adds and withdraws their steps, and assigns tasks.
///
/// @param clock in the time zone of the programme
public record IntroductionWriter(WriteEndpoint writing, DraftLookup typedIn, Clock clock) {
  private static final Map<String, Kind> PARTNERS =
      ValueParser.words(Kind.PARTNERS.toArray(Kind[]::new));
  private static final Map<String, Introduction.Stage> STAGES =
      ValueParser.words(Introduction.Stage.values());
  private static final String ADDRESS = "/api/v1/introductions/";

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  public void add(Context context) {
    writing.write(context, adding());
  }

  public WriteEndpoint.RequestParser adding() {
    return (input, caller) -> {
      BodyFields body = input.body();
      EntryId city = typedIn.city(input, "city", body.string("city"));
      EntryId need = typedIn.need(input, "need", body.string("need"), city);
      Kind kind = body.choice("kind", PARTNERS);
      String word = body.string("partner");
      EntryId partner = kind == null ? null : input.entry("partner", word, kind);
      EntryId solution = input.entry("solution", body.string("solution"), Kind.SOLUTION);
      LocalDate on = Days.notAfterTomorrow(body, "on", today());
      String text = body.string("body");
      Required.check(body, "city", Message.of("what.city"));
      Required.check(
          body,
          "kind",
          Message.of("what.choice", "values", Kind.PARTNERS.stream().map(Kind::word).toList()));
      Required.check(body, "partner", Message.of("what.partner"));
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
                        Objects.requireNonNull(city),
                        need,
                        Objects.requireNonNull(kind),
                        Objects.requireNonNull(partner),
                        solution,
                        stamp,
                        List.of(first),
                        List.of(),
                        null));
        return WriteEndpoint.Done.made(
            "introduction.add",
            "introduction " + made.id(),
            IntroductionHandler.View.of(made, today()),
            ADDRESS + made.id());
      };
    };
  }

  public void step(Context context) {
    writing.write(context, stepping(context.pathParam("id")));
  }

  public WriteEndpoint.RequestParser stepping(String id) {
    return (input, caller) -> {
      BodyFields body = input.body();
      Introduction.Stage stage = body.choice("stage", STAGES);
      LocalDate on = Days.notAfterTomorrow(body, "on", today());
      String reason = body.string("reason");
      Introduction.Amount amount = StepAmount.read(body, stage);
      String result = body.string("result");
      String text = body.string("body");
      Required.check(body, "stage", Message.of("what.stage"));
      boolean stopped = stage == Introduction.Stage.STOPPED;
      if (stopped) {
        Required.check(body, "reason", Message.of("what.stop_reason"));
      } else if (stage != null && reason != null) {
        body.missing(
            "reason",
            Message.of("check.only_with", "field", "stage", "value", "stopped"),
            Message.of("introduction.reason.next"));
      }
      input.check();
      return (records, stamp) -> {
        var _ = allowed(records, caller, id);
        Introduction.Step next =
            new Introduction.Step(
                0,
                Objects.requireNonNull(stage),
                on,
                reason,
                amount,
                result,
                text == null ? "" : text,
                stamp,
                null);
        Introduction now = records.introductions().add(id, next);
        return WriteEndpoint.Done.changed(
            "introduction.step", "introduction " + id, IntroductionHandler.View.of(now, today()));
      };
    };
  }

  public void withdraw(Context context) {
    String id = context.pathParam("id");
    writing.write(context, withdrawing(id, context.pathParam("number")));
  }

  /// Reads why a step is taken back. It stays on record; with its last step an introduction is
  /// withdrawn as a whole.
  public WriteEndpoint.RequestParser withdrawing(String id, String number) {
    return (input, caller) -> {
      BodyFields body = input.body();
      String reason = body.string("reason");
      Required.check(body, "reason", Message.of("what.withdraw_reason"));
      input.check();
      return (records, stamp) -> {
        var _ = allowed(records, caller, id);
        boolean isDone =
            number.matches("[0-9]{1,12}")
                && records
                    .introductions()
                    .withdraw(id, Long.parseLong(number), Objects.requireNonNull(reason), stamp);
        Introduction now = records.introductions().find(id).orElseThrow();
        if (!isDone) {
          throw now.withdrawn().stream().anyMatch(each -> number.equals("" + each.number()))
              ? gone("number", number)
              : ReadEndpoint.noSuchRecord(number);
        }
        return WriteEndpoint.Done.changed(
            "introduction.withdraw",
            "introduction " + id + ", step " + number,
            IntroductionHandler.View.of(now, today()));
      };
    };
  }

  /// A step that was already withdrawn is not withdrawn again, because the audit would record it
  /// twice.
  private static RefusedException gone(String field, String value) {
    return new RefusedException(
        ProblemKind.STALE,
        Fault.of(field, value, Message.of("programme.gone"), Message.of("programme.gone.next")));
  }

  private static Introduction allowed(Records records, Caller caller, String id) {
    Introduction found = ReadEndpoint.found(IntroductionHandler::find, records, caller, id);
    if (!caller.mayChange(found.city())) {
      throw Guard.forbidden();
    }
    return found;
  }

  public void assign(Context context) {
    writing.write(context, assigning(context.pathParam("id")));
  }

  /// Reads the task: next step, responsible person and due date.
  public WriteEndpoint.RequestParser assigning(String id) {
    return (input, caller) -> {
      BodyFields body = input.body();
      String responsible = body.string("responsible");
      LocalDate due = Days.any(body, "due", Message.of("introduction.due.next"));
      String action = body.string("action");
      Required.check(body, "responsible", Message.of("what.responsible"));
      input.check();
      return (records, stamp) -> {
        var _ = allowed(records, caller, id);
        Introduction now =
            records
                .introductions()
                .assign(
                    id,
                    new Introduction.Task(
                        Objects.requireNonNull(responsible),
                        due,
                        action == null ? "" : action,
                        stamp));
        return WriteEndpoint.Done.changed(
            "introduction.assign", "introduction " + id, IntroductionHandler.View.of(now, today()));
      };
    };
  }
}
