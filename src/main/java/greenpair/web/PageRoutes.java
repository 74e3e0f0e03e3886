package greenpair.web;

import static greenpair.web.auth.Route.get;
import static greenpair.web.auth.Route.post;

import greenpair.web.auth.Access;
import greenpair.web.auth.Route;
import greenpair.web.pages.ChangePageHandler;
import greenpair.web.pages.ContactPageHandler;
import greenpair.web.pages.JobPageHandler;
import greenpair.web.pages.LearningPageHandler;
import greenpair.web.pages.LetterPageHandler;
import greenpair.web.pages.ListPageHandler;
import greenpair.web.pages.PageHandler;
import greenpair.web.pages.PlanPageHandler;
import greenpair.web.pages.ProgramPageHandler;
import greenpair.web.pages.ReviewPageHandler;
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
    PlanPageHandler plans,
    ListPageHandler lists,
    ReviewPageHandler reviews,
    ChangePageHandler changes) {
  List<Route> all() {
    List<Route> all = new ArrayList<>(others());
    all.addAll(ofPlans());
    all.addAll(ofListsAndReviews());
    all.addAll(ofChanges());
    return all;
  }

  private List<Route> ofListsAndReviews() {
    String list = ListPageHandler.PATH + "/{id}";
    return List.of(
        get(ListPageHandler.PATH, Access.MEMBER, lists::all),
        post(ListPageHandler.PATH, Access.MEMBER, lists::add),
        get(ListPageHandler.PATH + "/shared/{link}", Access.MEMBER, lists::shared),
        get(list, Access.MEMBER, lists::one),
        post(list, Access.MEMBER, lists::change),
        post(list + "/undo", Access.MEMBER, lists::undo),
        post(list + "/share", Access.MEMBER, lists::share),
        post(list + "/unshare", Access.MEMBER, lists::unshare),
        post(list + "/delete", Access.MEMBER, lists::delete),
        get(ReviewPageHandler.PATH, Access.COORDINATE, reviews::show),
        post(ReviewPageHandler.PATH + "/{id}", Access.COORDINATE, reviews::answer),
        post(ReviewPageHandler.PATH + "/{id}/undo", Access.COORDINATE, reviews::undo));
  }

  private List<Route> ofChanges() {
    String unsubscribe = "/unsubscribe/{id}/{signature}";
    return List.of(
        get(ChangePageHandler.PATH, Access.MEMBER, changes::show),
        post("/follows", Access.MEMBER, changes::follow),
        post("/follows/{id}/remove", Access.MEMBER, changes::unfollow),
        post("/changes/settings", Access.MEMBER, changes::choose),
        post("/changes/feed", Access.MEMBER, changes::openFeed),
        post("/changes/feed/revoke", Access.MEMBER, changes::closeFeed),
        get(unsubscribe, Access.OPEN, changes::ending),
        post(unsubscribe, Access.OPEN, changes::end));
  }

  private List<Route> ofPlans() {
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
        post("/plans/{id}/cities/{city}/introductions", Access.EDIT, plans::introduce),
        post("/plans/{id}/cities/{city}/introductions/undo", Access.EDIT, plans::takeBack));
  }

  private List<Route> others() {
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
