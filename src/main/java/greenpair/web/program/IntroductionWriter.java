package greenpair.web.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.introduction.Introduction;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import org.jspecify.annotations.Nullable;

/// Creates introductions of partners to cities, adds and withdraws their steps, and assigns tasks.
///
/// @param clock in the time zone of the programme
public record IntroductionWriter(WriteEndpoint writing, Clock clock) {
  private static final String PATH = "/api/v1/introductions";

  /// An introduction that a caller makes.
  ///
  /// @param on null for today
  record NewIntroduction(
      @Rules.Known(value = Kind.CITY, drafts = true) @Rules.Required EntryId city,
      @Rules.Known(value = Kind.NEED, cityIn = "city", drafts = true) @Nullable EntryId need,
      @Rule.OneOf({"firm", "financier", "expert"}) @Rules.Required Kind kind,
      @Rules.Known(kindIn = "kind") @Rules.Required EntryId partner,
      @Rules.Known(Kind.SOLUTION) @Nullable EntryId solution,
      @Rule.Form(value = "", rule = "introduction.day", next = "introduction.day.next")
          @Nullable LocalDate on,
      @Rules.Default("") String body) {}

  /// A step that a caller adds.
  ///
  /// @param on null for today
  record NewStep(
      @Rule.OneOf({"introduced", "met", "pilot", "contract", "stopped"}) @Rules.Required
          Introduction.Stage stage,
      @Rule.Form(value = "", rule = "introduction.day", next = "introduction.day.next")
          @Nullable LocalDate on,
      @Nullable String reason,
      @Rule.Range(min = 1, max = 1e15) @Nullable Long amount,
      @Rule.Form(value = Money.CURRENCY, rule = "value.currency", begins = Rule.Standard.CURRENCIES)
          @Nullable String currency,
      @Nullable String result,
      @Rules.Default("") String body)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      boolean isStopped = stage == Introduction.Stage.STOPPED;
      if (isStopped) {
        fields.require("reason");
      } else if (stage != null && reason != null) {
        fields.fault(
            "reason",
            Message.of("check.only_with", "field", "stage", "value", "stopped"),
            Message.of("introduction.reason.next"));
      }
      if (fields.isMissing("amount") != fields.isMissing("currency")) {
        fields.missing(
            fields.isMissing("amount") ? "amount" : "currency",
            Message.of("what.amount_and_currency"));
      }
      boolean isPaid = stage == Introduction.Stage.PILOT || stage == Introduction.Stage.CONTRACT;
      if (stage != null && !isPaid && !fields.isMissing("amount")) {
        fields.fault("amount", Message.of("introduction.amount"), Message.of("next.leave_out"));
      }
    }

    Introduction.@Nullable Amount paid() {
      return amount == null || currency == null ? null : new Introduction.Amount(amount, currency);
    }
  }

  record Withdrawal(@Rules.Required String reason) {}

  /// The next step, the responsible person and the due date.
  record Assignment(
      @Rules.Required String responsible,
      @Rule.Form(value = "", rule = "check.calendar_day", next = "introduction.due.next")
          @Nullable LocalDate due,
      @Rules.Default("") String action) {}

  public List<Route> routes() {
    Class<?> gives = IntroductionHandler.IntroductionView.class;
    return List.of(
        writing
            .post(PATH, Access.EDIT, this::add)
            .asNew("introduce", NewIntroduction.class, gives)
            .example(
                "{'city': 'cn-shenzhen', 'kind': 'firm', 'partner': 'byd', 'on': '2026-01-15'}"),
        writing
            .post(PATH + "/{id}/steps", Access.EDIT, this::step)
            .as("addStep", NewStep.class, gives)
            .example("{'stage': 'met', 'body': 'First call with the bus company'}")
            .example(
                "{'stage': 'contract', 'amount': 12000000, 'currency': 'CNY',"
                    + " 'result': '40 buses'}"),
        writing
            .post(PATH + "/{id}/steps/{number}/withdraw", Access.EDIT, this::withdraw)
            .as("withdrawStep", Withdrawal.class, gives)
            .where("number", "1")
            .example("{'reason': 'Entered for the wrong firm'}"),
        writing
            .put(PATH + "/{id}/task", Access.EDIT, this::assign)
            .as("assign", Assignment.class, gives)
            .example(
                "{'responsible': 'Li Na', 'due': '2026-04-15',"
                    + " 'action': 'First call with the bus company'}"));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /// Nothing has happened yet on a day that has begun nowhere; no zone is further ahead of UTC.
  private void past(Input input, @Nullable LocalDate day) {
    if (day != null && day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)))) {
      input.fault(
          "on",
          day.toString(),
          Message.of("introduction.day", "example", "2026-03-01"),
          Message.of("introduction.day.next"));
    }
  }

  private LocalDate orToday(@Nullable LocalDate day) {
    return day == null ? today() : day;
  }

  private WriteEndpoint.Done changed(String action, String subject, Introduction now) {
    return WriteEndpoint.Done.changed(
        action, subject, IntroductionHandler.IntroductionView.of(now, today()));
  }

  public WriteEndpoint.Work add(Input input, Caller caller) {
    NewIntroduction sent = input.body(NewIntroduction.class, made -> past(input, made.on()));
    if (!caller.mayChange(sent.city())) {
      throw Guard.forbidden();
    }
    return (records, stamp) -> {
      Introduction.Step first =
          new Introduction.Step(
              Introduction.Stage.INTRODUCED, orToday(sent.on()), null, sent.body(), stamp);
      Introduction draft =
          new Introduction(
              0, "", sent.city(), sent.need(), sent.kind(), sent.partner(), stamp, List.of(first));
      Introduction asked = FieldTable.with(draft, "solution", sent.solution());
      refuseSecond(records, asked);
      Introduction made = records.introductions().add(asked);
      return WriteEndpoint.Done.made(
          "introduction.add",
          "introduction " + made.id(),
          IntroductionHandler.IntroductionView.of(made, today()),
          PATH + "/" + made.id());
    };
  }

  private static void refuseSecond(Records records, Introduction asked) {
    records
        .introductions()
        .open(asked)
        .ifPresent(
            open -> {
              throw new RefusedException(
                  ProblemKind.DUPLICATE,
                  Fault.of(
                      "partner",
                      open.partner().value(),
                      Message.of("introduction.open", "id", open.id()),
                      Message.of("introduction.open.next")));
            });
  }

  public WriteEndpoint.Work step(Input input, Caller caller) {
    String id = input.path("id");
    NewStep sent = input.body(NewStep.class, made -> past(input, made.on()));
    return (records, stamp) -> {
      boolean wasOpen = allow(records, caller, id).isOpen();
      Introduction.Step next =
          new Introduction.Step(
              0,
              sent.stage(),
              orToday(sent.on()),
              sent.reason(),
              sent.paid(),
              sent.result(),
              sent.body(),
              stamp,
              null);
      Introduction now = inOrder(records.introductions().add(id, next), next);
      if (now.isOpen() && !wasOpen) {
        refuseSecond(records, now);
      }
      return changed("introduction.step", "introduction " + id, now);
    };
  }

  /// What `learn` leaves out is refused here, while its author knows the days.
  private static Introduction inOrder(Introduction now, Introduction.Step next) {
    Introduction.Step early = now.beforeIntroduction();
    String day = next.on().toString();
    if (early != null) {
      Message rule =
          Message.of(
              "introduction.too_early",
              "stage",
              Message.of("page.introduced", "word", early.stage()),
              "date",
              early.on().toString(),
              "introduced",
              String.valueOf(now.introducedOn()));
      throw RefusedException.invalid("on", day, rule, Message.of("introduction.too_early.next"));
    }
    String stage = Word.of(next.stage());
    if (now.isWithoutBeginning()) {
      throw refused("stage", stage, "introduction.withdrawn");
    }
    if (now.hasStepAfterStop()) {
      throw refused("on", day, "introduction.after_stop");
    }
    if (now.hasTwice(next.stage())) {
      throw refused("stage", stage, "introduction.twice");
    }
    return now;
  }

  /// @param key of the rule; the next step is below it
  private static RefusedException refused(String field, String value, String key) {
    return RefusedException.invalid(field, value, Message.of(key), Message.of(key + ".next"));
  }

  /// Takes a step back, with a reason. It stays on record; with its last step an introduction is
  /// withdrawn as a whole.
  public WriteEndpoint.Work withdraw(Input input, Caller caller) {
    String id = input.path("id");
    String number = input.path("number");
    String reason = input.body(Withdrawal.class).reason();
    return (records, stamp) -> {
      var _ = allow(records, caller, id);
      boolean isDone =
          number.matches("[0-9]{1,12}")
              && records.introductions().withdraw(id, Long.parseLong(number), reason, stamp);
      Introduction now = records.introductions().find(id).orElseThrow();
      if (!isDone) {
        if (now.withdrawn().stream().noneMatch(each -> number.equals("" + each.number()))) {
          throw ReadEndpoint.noSuchRecord(number);
        }
        // It is not withdrawn again, because the audit would record it twice.
        Message next = Message.of("programme.gone.next");
        Fault gone = Fault.of("number", number, Message.of("programme.gone"), next);
        throw new RefusedException(ProblemKind.STALE, gone);
      }
      if (now.isOpen()) {
        refuseSecond(records, now); // Without its stop it may stand beside a later one.
      }
      if (now.isWithoutBeginning()) {
        throw refused("number", number, "introduction.first");
      }
      return changed("introduction.withdraw", "introduction " + id + ", step " + number, now);
    };
  }

  private static Introduction allow(Records records, Caller caller, String id) {
    Introduction found = ReadEndpoint.found(IntroductionHandler::find, records, caller, id);
    if (!caller.mayChange(found.city())) {
      throw Guard.forbidden();
    }
    return found;
  }

  public WriteEndpoint.Work assign(Input input, Caller caller) {
    String id = input.path("id");
    Assignment sent = input.body(Assignment.class);
    return (records, stamp) -> {
      var _ = allow(records, caller, id);
      Introduction.Task task =
          new Introduction.Task(sent.responsible(), sent.due(), sent.action(), stamp);
      return changed(
          "introduction.assign", "introduction " + id, records.introductions().assign(id, task));
    };
  }
}
