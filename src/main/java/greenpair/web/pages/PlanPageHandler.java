package greenpair.web.pages;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.plan.PlanPage;
import greenpair.pages.plan.PlansPage;
import greenpair.pages.view.Form;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.input.Planner;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.plans.MeetingsForm;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PartReplies;
import greenpair.web.plans.PlanCheckView;
import greenpair.web.plans.PlanForms;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.PlanView;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages of plans. Their forms are read by the same code as the bodies of the API.
public record PlanPageHandler(
    PageForms forms,
    PlanHandler plans,
    PartHandler parts,
    PartReplies answers,
    PlanLetters letters) {
  private static final String PATH = "/plans";
  private static final Map<String, String> SORTS =
      Stream.of("cohort", "pairs", "partners", "meetings")
          .collect(Collectors.toMap(each -> each, each -> each, (a, b) -> a, LinkedHashMap::new));
  /// What a field of the cohort's form begins with; the country follows.
  private static final String PLACES = "places_";

  private static final int SHOWN = 50;
  private static final int CITIES = 500;

  /// The browser reloads after this many seconds while a plan is being solved; no script is needed.
  private static final String AGAIN = "2";

  public List<Route> routes() {
    String one = PATH + "/{id}";
    String part = one + "/cities/{city}";
    return List.of(
        Route.get(PATH, Access.EDIT, this::list),
        asking("cohort", PlanForms.Cohort.class),
        asking("pairs", PlanForms.Pairs.class),
        asking("partners", PlanForms.Partners.class),
        asking("meetings", MeetingsForm.class),
        Route.get(one, Access.COORDINATE, this::one),
        changing(one + "/cancel", plans::cancel),
        changing(one + "/share", plans::share),
        Route.get(part, Access.EDIT, context -> part(context, Form.EMPTY)),
        forms.form(
            part,
            Access.EDIT,
            answers::answer,
            PlanPageHandler::ofPart,
            (context, form, isStale) -> part(context, form)),
        forms.button(part + "/introductions", Access.EDIT, letters::add, PlanPageHandler::ofPart),
        forms.button(
            part + "/introductions/undo", Access.EDIT, letters::takeBack, PlanPageHandler::ofPart));
  }

  private Route asking(String sort, Class<? extends PlanForms.PlanForm> form) {
    WriteEndpoint.RequestParser starting = plans.starting(form);
    return Route.post(
        PATH + "/" + sort, Access.COORDINATE, context -> ask(context, sort, starting));
  }

  private Route changing(String path, WriteEndpoint.RequestParser parser) {
    return forms.form(
        path,
        Access.COORDINATE,
        parser,
        context -> PATH + "/" + context.pathParam("id"),
        (context, form, isStale) -> one(context, plans.kept(context), form));
  }

  private static String ofPart(Context context) {
    EntryId city = EntryId.parse(context.pathParam("city")).orElseThrow(NoPageException::new);
    return PATH + "/" + context.pathParam("id") + "/cities/" + city;
  }

  private Planner planner(Snapshot snapshot) {
    return forms.frame().answerParts().of(snapshot).planner();
  }

  /// The plans; with `sort` and `from`, the form for a plan of that sort begins with what another
  /// plan has found.
  private void list(Context context) {
    PageQuery query = PageQuery.of(context);
    String sort = Objects.requireNonNullElse(query.choice("sort", SORTS), "");
    query.checkRead();
    String from = query.one("from");
    list(context, sort, from == null ? Form.EMPTY : begun(plans.kept(context, from)));
  }

  private static Form begun(PlanHandler.LoadedPlan kept) {
    return switch (kept.made()) {
      case PlanResult.Cohort made ->
          new Form(
              Map.of(
                  "cities",
                  made.report().chosen().stream().map(each -> each.city().value()).toList()),
              List.of());
      case PlanResult.Pairs made -> Form.of(Map.of("pairs", kept.plan().id()));
      case PlanResult.Partners made -> Form.of(Map.of("plan", kept.plan().id()));
      case PlanResult.Meetings made -> Form.EMPTY;
      case null -> Form.EMPTY;
    };
  }

  private void list(Context context, String sort, Form form) {
    forms.show(
        context,
        "plan/plans",
        (visit, query, snapshot) -> {
          Caller caller = Objects.requireNonNull(visit.member()).caller();
          return new PlansPage(
              plans.newest(context, SHOWN),
              caller.isAtLeast(Role.COORDINATOR),
              caller.cities().stream().sorted().toList(),
              snapshot.participants(CITIES),
              planner(snapshot).settings(),
              sort,
              form);
        });
  }

  private void ask(Context context, String sort, WriteEndpoint.RequestParser starting) {
    PageForm form = PageForm.of(context);
    String keep = form.value("keep");
    forms.submit(
        context,
        () -> body(form),
        starting,
        done -> {
          String address = Objects.requireNonNull(done.location());
          return PATH + address.substring(address.lastIndexOf('/'));
        },
        (sent, again, isStale) -> {
          if (keep.isEmpty()) {
            list(context, sort, again);
          } else {
            one(context, plans.kept(context, keep), again);
          }
        });
  }

  /// A plan, or the form whose address is opened again after an error.
  private void one(Context context) {
    String id = context.pathParam("id");
    if (SORTS.containsKey(id)) {
      list(context, id, Form.EMPTY);
    } else {
      one(context, plans.kept(context), Form.EMPTY);
    }
  }

  private void one(Context context, PlanHandler.LoadedPlan kept, Form form) {
    boolean isChecked = "1".equals(PageQuery.of(context).one("check"));
    List<Text> findings =
        isChecked ? plans.check(kept).map(PlanCheckView::says).orElse(List.of()) : List.of();
    PlanView about = kept.about();
    if (about.progress() != null) {
      context.header("Refresh", AGAIN);
    }
    forms.show(
        context,
        "plan/plan",
        (visit, query, snapshot) -> {
          PlanWords words = planner(snapshot).words(snapshot);
          return new PlanPage(
              kept.plan(),
              about.state(),
              about.messages(),
              about.progress(),
              kept.asked(),
              kept.made(),
              kept.answers(),
              findings,
              words,
              form);
        });
  }

  private void part(Context context, Form form) {
    forms.show(
        context,
        "plan/part",
        (visit, query, snapshot) ->
            parts
                .page(context, form, planner(snapshot).words(snapshot))
                .orElseThrow(NoPageException::new));
  }

  /// A form that requests a plan, as the body of the same request to the API.
  private static ObjectNode body(PageForm form) {
    ObjectNode body = form.body();
    ArrayNode sides = JsonMapper.shared().createArrayNode();
    for (String name : List.copyOf(body.propertyNames())) {
      if (name.startsWith(PLACES)) {
        String places = body.remove(name).asString("");
        if (!places.equals("0")) {
          sides.add(name.substring(PLACES.length()) + "=" + places);
        }
      }
    }
    if (!form.value("pin_start").isEmpty()) {
      String pair = form.value("pin_city") + "=" + form.value("pin_partner");
      var _ = body.putArray("pins").add(pair + "@" + form.value("pin_start"));
      body.remove(List.of("pin_city", "pin_partner", "pin_start"));
    }
    if (!sides.isEmpty()) {
      body.set("sides", sides);
    }
    return body;
  }
}
