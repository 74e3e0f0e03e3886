package greenpair.web;

import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;

import greenpair.web.auth.Access;
import greenpair.web.pages.ContactPageHandler;
import greenpair.web.pages.JobPageHandler;
import greenpair.web.pages.LearningPageHandler;
import greenpair.web.pages.LetterPageHandler;
import greenpair.web.pages.PageHandler;
import greenpair.web.pages.PlanPageHandler;
import greenpair.web.pages.ProgramPageHandler;
import greenpair.web.pages.SearchPageHandler;
import greenpair.web.pages.SignInHandler;
import greenpair.web.pages.edit.EditPageHandler;
import java.util.ArrayList;
import java.util.List;

/// The addresses that people open in a browser. A form is posted to its own address and redirects
/// to a GET.
record PageRoutes(
    SearchPageHandler search,
    PageHandler catalog,
    SignInHandler signIn,
    ProgramPageHandler programme,
    ContactPageHandler contacts,
    LetterPageHandler letters,
    LearningPageHandler learning,
    EditPageHandler edits,
    JobPageHandler jobs,
    PlanPageHandler plans) {
  List<Routes.Route> all() {
    List<Routes.Route> all = new ArrayList<>(others());
    all.addAll(ofPlans());
    return all;
  }

  private List<Routes.Route> ofPlans() {
    return List.of(
        get(PlanPageHandler.PATH, Access.EDIT, plans::list),
        post("/plans/cohort", Access.COORDINATE, context -> plans.ask(context, "cohort")),
        post("/plans/pairs", Access.COORDINATE, context -> plans.ask(context, "pairs")),
        post("/plans/partners", Access.COORDINATE, context -> plans.ask(context, "partners")),
        post("/plans/meetings", Access.COORDINATE, context -> plans.ask(context, "meetings")),
        get("/plans/{id}", Access.COORDINATE, plans::one),
        post("/plans/{id}/cancel", Access.COORDINATE, plans::cancel),
        post("/plans/{id}/share", Access.COORDINATE, plans::share),
        get("/plans/{id}/cities/{city}", Access.EDIT, plans::part),
        post("/plans/{id}/cities/{city}", Access.EDIT, plans::answer),
        post("/plans/{id}/cities/{city}/introductions", Access.EDIT, plans::introduce));
  }

  private List<Routes.Route> others() {
    return List.of(
        get("/", Access.READ, search::search),
        get("/needs", Access.READ, catalog::needs),
        get("/cities", Access.READ, catalog::cities),
        get("/cities/{id}", Access.READ, catalog::city),
        get("/cities/{id}/brief", Access.READ, catalog::brief),
        get("/partners/{kind}/{id}", Access.READ, catalog::partner),
        get("/solutions/{id}", Access.READ, catalog::solution),
        get("/compare", Access.READ, catalog::compare),
        get("/opportunities", Access.READ, catalog::opportunities),
        get("/cohort", Access.READ, catalog::cohort),
        get(JobPageHandler.PATH, Access.READ, jobs::show),
        post("/registries/reindex", Access.OPERATE, jobs::reindex),
        post("/registries/rollback", Access.OPERATE, jobs::rollBack),
        get("/registries/jobs/{id}", Access.MEMBER, jobs::job),
        post("/registries/jobs/{id}/cancel", Access.OPERATE, jobs::cancel),
        get("/assets/{name}", Access.OPEN, catalog::asset),
        get(SignInHandler.PATH, Access.OPEN, signIn::form),
        post(SignInHandler.PATH, Access.OPEN, signIn::open),
        post("/sign-out", Access.MEMBER, signIn::close),
        get("/programme", Access.MEMBER, programme::overview),
        get("/remarks", Access.EDIT, programme::newRemark),
        post("/remarks", Access.EDIT, programme::addRemark),
        post("/remarks/{id}/withdraw", Access.EDIT, programme::withdrawRemark),
        get("/contacts", Access.EDIT, contacts::show),
        post("/contacts", Access.EDIT, contacts::add),
        post("/contacts/{id}/remove", Access.EDIT, contacts::remove),
        get("/introductions", Access.EDIT, programme::newIntroduction),
        post("/introductions", Access.EDIT, programme::addIntroduction),
        get("/introductions/{id}", Access.MEMBER, programme::introduction),
        post("/introductions/{id}", Access.EDIT, programme::step),
        post("/introductions/{id}/steps/{number}/withdraw", Access.EDIT, programme::withdrawStep),
        get("/board", Access.MEMBER, programme::board),
        post("/introductions/{id}/task", Access.EDIT, programme::assign),
        get("/introductions/{id}/letter", Access.MEMBER, letters::show),
        post("/introductions/{id}/letter", Access.EDIT, letters::save),
        post("/introductions/{id}/mails", Access.EDIT, letters::send),
        get(LearningPageHandler.PATH, Access.COORDINATE, learning::show),
        get("/edits", Access.EDIT, edits::newNeed),
        get("/edits/{kind}/{id}", Access.MEMBER, edits::show),
        post("/edits/{kind}/{id}", Access.EDIT, edits::save),
        post("/edits/{kind}/{id}/state", Access.EDIT, edits::review));
  }
}
