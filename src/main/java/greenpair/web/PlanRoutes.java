package greenpair.web;

import greenpair.web.auth.Access;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PartReplies;
import greenpair.web.plans.PlanExports;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.TimetableEdits;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/// The addresses of plans. Coordinators create plans; the staff of a city see their own part and
/// respond.
record PlanRoutes(
    PlanHandler plans,
    PartHandler parts,
    PartReplies answers,
    PlanExports exports,
    TimetableEdits edits,
    PlanLetters letters) {
  List<Routes.Route> all() {
    return List.of(
        get("", Access.MEMBER, plans::list),
        post("/cohort", Access.COORDINATE, plans::cohort),
        post("/pairs", Access.COORDINATE, plans::pairs),
        post("/partners", Access.COORDINATE, plans::partners),
        post("/meetings", Access.COORDINATE, plans::meetings),
        get("/{id}", Access.COORDINATE, plans::one),
        get("/{id}/document", Access.COORDINATE, plans::document),
        get("/{id}/check", Access.COORDINATE, plans::check),
        post("/{id}/cancel", Access.COORDINATE, plans::cancel),
        post("/{id}/share", Access.COORDINATE, plans::share),
        get("/{id}/places", Access.COORDINATE, exports::places),
        get("/{id}/meetings", Access.COORDINATE, exports::meetings),
        get("/{id}/meetings/{city}", Access.EDIT, exports::meetings),
        get("/{id}/calendar", Access.COORDINATE, exports::calendar),
        get("/{id}/calendar/{city}", Access.EDIT, exports::calendar),
        post("/{id}/edits", Access.COORDINATE, edits::edit),
        post("/{id}/edits/{edit}/undo", Access.COORDINATE, edits::undo),
        get("/{id}/cities/{city}", Access.EDIT, parts::show),
        get("/{id}/cities/{city}/introductions", Access.EDIT, letters::list),
        post("/{id}/cities/{city}/introductions", Access.EDIT, letters::add),
        post("/{id}/cities/{city}/answers", Access.EDIT, answers::answer));
  }

  private static Routes.Route get(String path, Access access, Handler handler) {
    return new Routes.Route(HandlerType.GET, "/api/v1/plans" + path, access, handler);
  }

  private static Routes.Route post(String path, Access access, Handler handler) {
    return new Routes.Route(HandlerType.POST, "/api/v1/plans" + path, access, handler);
  }
}
