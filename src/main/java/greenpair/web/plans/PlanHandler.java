package greenpair.web.plans;

import greenpair.message.Message;
import greenpair.plan.input.PartnersResult;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.program.PlanReply;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Guard;
import greenpair.web.decisions.Archive;
import greenpair.web.http.Json;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import greenpair.web.program.Days;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The plans of coordinators: requested, followed, cancelled, checked, shared with the cities.
public record PlanHandler(
    ReadEndpoint reading,
    WriteEndpoint writing,
    ProgramStore store,
    PlanRuns runs,
    Archive archive,
    Json json) {
  /// A plan with its stored data.
  ///
  /// @param asked null if its document is missing, like the result
  public record Kept(
      StoredPlan plan,
      PlanView about,
      @Nullable PlanDocument document,
      @Nullable PlanRequest asked,
      @Nullable PlanResult made,
      List<PlanReply> answers) {}

  PlanView view(StoredPlan plan) {
    return PlanView.of(plan, runs.now());
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) ->
            (records, caller, before, limit) -> records.plans().list(caller, before, limit),
        (plan, caller) -> view(plan));
  }

  /// The newest plans that the caller may see, each in the state that it is in.
  public List<StoredPlan> newest(Context context, int limit) {
    return reading
        .read(
            context, (records, caller) -> records.plans().list(caller, Page.NEWEST, limit).items())
        .stream()
        .map(each -> each.in(view(each).state()))
        .toList();
  }

  public void one(Context context) {
    reading.one(context, this::kept, (kept, caller) -> whole(kept));
  }

  public void document(Context context) {
    reading.one(
        context,
        this::kept,
        (kept, caller) ->
            new PlanView.Document(
                kept.about(), kept.document() == null ? "" : kept.document().document()));
  }

  /// A plan that a coordinator opens.
  public Kept kept(Context context) {
    return kept(context, context.pathParam("id"));
  }

  /// A plan that a coordinator names.
  public Kept kept(Context context, String id) {
    return reading.read(
        context, (records, caller) -> ReadEndpoint.found(this::kept, records, caller, id));
  }

  private Optional<Kept> kept(Records records, Caller caller, String id) {
    return records.plans().find(caller, id).map(plan -> kept(records, plan));
  }

  Kept kept(Records records, StoredPlan plan) {
    String text = plan.document();
    PlanDocument document = text == null ? null : PlanDocument.parse("plan " + plan.id(), text);
    PlanRequest asked = document == null ? null : document.asked();
    PlanResult made = document == null ? null : document.made();
    return new Kept(
        plan, view(plan), document, asked, made, records.plans().answers(plan.id(), null));
  }

  private static PlanView.Whole whole(Kept kept) {
    PlanDocument document = kept.document();
    PlanResult made = kept.made();
    return new PlanView.Whole(
        kept.about(),
        document == null ? null : document.generation(),
        document == null ? null : document.configuration(),
        made instanceof PlanResult.Cohort cohort ? cohort.report() : null,
        made instanceof PlanResult.Pairs pairs
            ? new PlanView.Pairs(pairs.stable(), pairs.pairs())
            : null,
        made instanceof PlanResult.Partners partners ? PartnersResult.of(partners) : null,
        made instanceof PlanResult.Meetings meetings
                && kept.asked() instanceof PlanRequest.Meetings asked
            ? MeetingsView.of(asked, meetings.timetable())
            : null,
        kept.answers().stream().map(PlanView.Answered::of).toList());
  }

  /// Checks a kept plan without planning again.
  public void check(Context context) {
    reading.made(
        context,
        this::kept,
        kept -> {
          PlanDocument document = kept.document();
          if (document == null) {
            throw ReadEndpoint.noSuchRecord(kept.about().id());
          }
          return PlanCheckView.of(document, archive);
        });
  }

  /// The findings of a check, for a page.
  public Optional<PlanCheckView> check(Kept kept) {
    return Optional.ofNullable(kept.document()).map(each -> PlanCheckView.of(each, archive));
  }

  public void ask(Context context, String sort) {
    writing.write(context, asking(sort, context));
  }

  public WriteEndpoint.RequestParser asking(String sort, Context context) {
    return new PlanStart(store, runs, json, this::view, this::kept).asking(sort, context);
  }

  public void cancel(Context context) {
    writing.write(context, cancelling(context.pathParam("id")));
  }

  /// Cancels the solving of a plan; a plan that has ended does not change.
  public WriteEndpoint.RequestParser cancelling(String id) {
    return (input, caller) ->
        new WriteEndpoint.Work() {
          @Override
          public WriteEndpoint.Done run(Records records, Stamp stamp) {
            StoredPlan found = coordinated(records, caller, id);
            StoredPlan now =
                records.plans().end(id, StoredPlan.State.CANCELLED, null, null, "[]").orElse(found);
            return WriteEndpoint.Done.changed("plan.cancel", "plan " + id, view(now));
          }

          @Override
          public void written() {
            runs.cancel(id);
          }
        };
  }

  static StoredPlan coordinated(Records records, Caller caller, String id) {
    StoredPlan found =
        records.plans().find(caller, id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
    if (!caller.isAtLeast(Role.COORDINATOR)) {
      throw Guard.forbidden();
    }
    return found;
  }

  public void share(Context context) {
    writing.write(context, sharing(context.pathParam("id")));
  }

  /// Shows the cities their parts of a plan, until a day.
  public WriteEndpoint.RequestParser sharing(String id) {
    return (input, caller) -> {
      BodyFields body = input.body();
      LocalDate until = day(body);
      input.check();
      return (records, stamp) -> {
        StoredPlan found = coordinated(records, caller, id);
        if (found.state() != StoredPlan.State.MADE) {
          throw RefusedException.invalid(
              "id", id, Message.of("plan.made"), Message.of("plan.made.next"));
        }
        StoredPlan now = records.plans().share(id, Objects.requireNonNull(until));
        return WriteEndpoint.Done.changed(
            "plan.share", "plan " + id + " until " + until, view(now));
      };
    };
  }

  private static @Nullable LocalDate day(BodyFields body) {
    Required.check(body, "until", Message.of("what.last_day"));
    return Days.any(body, "until", Message.of("next.correct"));
  }
}
