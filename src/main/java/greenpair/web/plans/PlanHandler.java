package greenpair.web.plans;

import module java.base;

import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.decisions.Archive;
import greenpair.web.http.Json;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// The plans of coordinators: requested, followed, cancelled, checked, shared with the cities.
public record PlanHandler(
    ReadEndpoint reading,
    WriteEndpoint writing,
    ProgramStore store,
    PlanRuns runs,
    Archive archive) {
  static final String PATH = "/api/v1/plans";

  /// Where a day ends last on Earth.
  static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

  /// A plan with its stored data.
  ///
  /// @param asked null if its document is missing, like the result
  public record LoadedPlan(
      StoredPlan plan,
      PlanView about,
      @Nullable PlanDocument document,
      @Nullable PlanRequest asked,
      @Nullable PlanResult made,
      List<PlanReply> answers) {}

  PlanView view(StoredPlan plan) {
    return PlanView.of(plan, runs.now());
  }

  record Sharing(
      @Rule.Form(value = "", rule = "check.calendar_day", next = "next.correct") @Rules.Required
          LocalDate until) {}

  public List<Route> routes() {
    return List.of(
        reading.listRoute(
            "plans",
            PATH,
            Access.MEMBER,
            Request.Nothing.class,
            PlanView.class,
            (nothing, records, caller, before, limit) ->
                records.plans().list(caller, before, limit).map(this::view)),
        starting(
            "cohort",
            PlanForms.Cohort.class,
            "{'title': 'Cohort of 2027', 'sides': [{'country': 'CN', 'cities': 3},"
                + " {'country': 'US', 'cities': 3}], 'must': ['cn-jilin']}"),
        starting(
            "pairs",
            PlanForms.Pairs.class,
            "{'title': 'Pairs', 'cities': ['cn-jilin', 'us-ca-fresno'], 'per_city': 1}"),
        starting(
            "partners",
            PlanForms.Partners.class,
            "{'title': 'Partners', 'cities': ['us-ca-longbeach', 'cn-shenzhen'],"
                + " 'capacity': 2, 'vetoes': [{'partner': 'mack',"
                + " 'at': 'us-ca-longbeach'}]}"),
        starting(
            "meetings",
            MeetingsForm.class,
            "{'title': 'Summit', 'wishes': [{'city': 'cn-shenzhen', 'with': 'byd',"
                + " 'share': 0.9}, {'city': 'us-ca-losangeles', 'with': 'byd'}],"
                + " 'days': ['2027-05-10'], 'from': '09:00', 'until': '12:00',"
                + " 'zone': 'Asia/Shanghai', 'tables': 2}"),
        reading.oneRoute(
            "plan",
            PATH + "/{id}",
            Access.COORDINATE,
            PlanView.PlanDetails.class,
            (records, caller, id) -> kept(records, caller, id).map(PlanHandler::whole)),
        reading.oneRoute(
            "planDocument",
            PATH + "/{id}/document",
            Access.COORDINATE,
            PlanView.Document.class,
            (records, caller, id) -> kept(records, caller, id).map(PlanHandler::sealed)),
        Route.get(PATH + "/{id}/check", Access.COORDINATE, this::check)
            .as("checkPlan", PlanCheckView.class),
        writing
            .post(PATH + "/{id}/cancel", Access.COORDINATE, this::cancel)
            .as("cancelPlan", PlanView.class),
        writing
            .post(PATH + "/{id}/share", Access.COORDINATE, this::share)
            .as("sharePlan", Sharing.class, PlanView.class)
            .example("{'until': '2099-12-31'}"));
  }

  private <T extends PlanForms.PlanForm> Route starting(
      String sort, Class<T> form, String example) {
    String name = "plan" + sort.substring(0, 1).toUpperCase(Locale.ROOT) + sort.substring(1);
    return writing
        .post(PATH + "/" + sort, Access.COORDINATE, starting(form))
        .asBegun(name, form, PlanView.class)
        .example(example);
  }

  /// Starts solving the plan that an order asks for, after it and its audit line are stored.
  public <T extends PlanForms.PlanForm> WriteEndpoint.RequestParser starting(Class<T> sort) {
    return (input, caller) -> {
      T form = input.body(sort);
      PlanRequest request = new PlanRequests(input, this, caller).of(form);
      RequestOrigin from = input.origin();
      return (records, stamp) -> {
        StoredPlan stored =
            records.plans().add(request.sort(), form.title(), Json.stored(request), stamp);
        String id = stored.id();
        String subject = "plan " + id + ": " + request.sort();
        return WriteEndpoint.Done.begun("plan.ask", subject, view(stored), PATH + "/" + id)
            .then(() -> runs.begin(id, request, caller, from));
      };
    };
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

  public LoadedPlan kept(Context context) {
    return kept(context, context.pathParam("id"));
  }

  public LoadedPlan kept(Context context, String id) {
    return reading.read(
        context, (records, caller) -> ReadEndpoint.found(this::kept, records, caller, id));
  }

  Optional<LoadedPlan> kept(Records records, Caller caller, String id) {
    return records.plans().find(caller, id).map(plan -> kept(records, plan));
  }

  LoadedPlan kept(Records records, StoredPlan plan) {
    String text = plan.document();
    PlanDocument document = text == null ? null : PlanDocument.parse("plan " + plan.id(), text);
    PlanRequest asked = document == null ? null : document.asked();
    PlanResult made = document == null ? null : document.made();
    return new LoadedPlan(
        plan, view(plan), document, asked, made, records.plans().answers(plan.id(), null));
  }

  private static PlanView.Document sealed(LoadedPlan kept) {
    PlanDocument document = kept.document();
    return new PlanView.Document(kept.about(), document == null ? "" : document.document());
  }

  private static PlanView.PlanDetails whole(LoadedPlan kept) {
    PlanDocument document = kept.document();
    PlanResult made = kept.made();
    return new PlanView.PlanDetails(
        kept.about(),
        document == null ? null : document.generation(),
        document == null ? null : document.configuration(),
        made instanceof PlanResult.Cohort cohort ? cohort.report() : null,
        made instanceof PlanResult.Pairs pairs
            ? new PlanView.Pairs(pairs.pairs(), pairs.alone())
            : null,
        made instanceof PlanResult.Partners partners
                && kept.asked() instanceof PlanRequest.Partners asked
            ? PartnersResult.of(asked, partners)
            : null,
        made instanceof PlanResult.Meetings meetings
                && kept.asked() instanceof PlanRequest.Meetings asked
            ? MeetingsView.of(asked, meetings.timetable())
            : null,
        kept.answers());
  }

  private void check(Context context) {
    reading.computedOf(
        context,
        Request.Nothing.class,
        this::kept,
        (nothing, kept) -> {
          PlanDocument document = kept.document();
          if (document == null) {
            throw notMade(kept.about().id());
          }
          return PlanCheckView.of(document, archive);
        });
  }

  public Optional<PlanCheckView> check(LoadedPlan kept) {
    return Optional.ofNullable(kept.document()).map(each -> PlanCheckView.of(each, archive));
  }

  public WriteEndpoint.Work cancel(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      StoredPlan found = coordinated(records, caller, id);
      StoredPlan now =
          records
              .plans()
              .end(id, StoredPlan.State.CANCELLED, null, null, "[]")
              .orElseThrow(() -> hasEnded(found));
      return WriteEndpoint.Done.changed("plan.cancel", "plan " + id, view(now))
          .then(() -> runs.cancel(id));
    };
  }

  private static RefusedException notMade(String id) {
    return RefusedException.invalid(
        "id", id, Message.of("plan.made"), Message.of("plan.made.next"));
  }

  private static RefusedException hasEnded(StoredPlan plan) {
    return RefusedException.invalid(
        "id", plan.id(), Message.of("plan.running"), Message.of("plan.running.next"));
  }

  static StoredPlan coordinated(Records records, Caller caller, String id) {
    StoredPlan found =
        records.plans().find(caller, id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
    if (!caller.isAtLeast(Role.COORDINATOR)) {
      throw Guard.forbidden();
    }
    return found;
  }

  /// Shows the cities their parts of a plan, until a day.
  public WriteEndpoint.Work share(Input input, Caller caller) {
    String id = input.path("id");
    LocalDate until = input.body(Sharing.class).until();
    return (records, stamp) -> {
      StoredPlan found = coordinated(records, caller, id);
      if (found.state() != StoredPlan.State.MADE) {
        throw notMade(id);
      }
      if (until.isBefore(LocalDate.ofInstant(stamp.at(), WESTERNMOST))) {
        throw RefusedException.invalid(
            "until", until.toString(), Message.of("check.not_past"), Message.of("next.correct"));
      }
      StoredPlan now = records.plans().share(id, until);
      return WriteEndpoint.Done.changed("plan.share", "plan " + id + " until " + until, view(now));
    };
  }
}
