package greenpair.web;

import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;

import greenpair.web.auth.Access;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PartReplies;
import greenpair.web.plans.PlanExports;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.PlanRuns;
import java.time.Clock;
import java.util.List;

/// The addresses of plans. Coordinators create plans; the staff of a city see their own part and
/// respond.
record PlanRoutes(
    PlanHandler plans,
    PartHandler parts,
    PartReplies answers,
    PlanExports exports,
    PlanLetters letters) {
  private static final String PATH = "/api/v1/plans";

  static PlanRoutes of(HandlerParts shared, ServerParts parts, PlanRuns runs, Clock calendar) {
    PlanHandler plans =
        new PlanHandler(
            shared.reading, shared.writing, parts.program(), runs, parts.archive(), shared.json);
    PartHandler part =
        new PartHandler(shared.reading, plans, parts.live(), parts.engines(), calendar);
    return new PlanRoutes(
        plans,
        part,
        new PartReplies(shared.writing, part),
        new PlanExports(shared.reading, plans, parts.live(), parts.engines()),
        new PlanLetters(shared.reading, shared.writing, part, calendar));
  }

  List<Routes.Route> all() {
    return List.of(
        get(PATH, Access.MEMBER, plans::list),
        post(PATH + "/cohort", Access.COORDINATE, context -> plans.ask(context, "cohort")),
        post(PATH + "/pairs", Access.COORDINATE, context -> plans.ask(context, "pairs")),
        post(PATH + "/partners", Access.COORDINATE, context -> plans.ask(context, "partners")),
        post(PATH + "/meetings", Access.COORDINATE, context -> plans.ask(context, "meetings")),
        get(PATH + "/{id}", Access.COORDINATE, plans::one),
        get(PATH + "/{id}/document", Access.COORDINATE, plans::document),
        get(PATH + "/{id}/check", Access.COORDINATE, plans::check),
        post(PATH + "/{id}/cancel", Access.COORDINATE, plans::cancel),
        post(PATH + "/{id}/share", Access.COORDINATE, plans::share),
        get(PATH + "/{id}/places", Access.COORDINATE, exports::places),
        get(PATH + "/{id}/meetings", Access.COORDINATE, exports::meetings),
        get(PATH + "/{id}/meetings/{city}", Access.EDIT, exports::meetings),
        get(PATH + "/{id}/calendar", Access.COORDINATE, exports::calendar),
        get(PATH + "/{id}/calendar/{city}", Access.EDIT, exports::calendar),
        get(PATH + "/{id}/cities/{city}", Access.EDIT, parts::show),
        get(PATH + "/{id}/cities/{city}/introductions", Access.EDIT, letters::list),
        post(PATH + "/{id}/cities/{city}/introductions", Access.EDIT, letters::add),
        post(PATH + "/{id}/cities/{city}/answers", Access.EDIT, answers::answer));
  }
}
