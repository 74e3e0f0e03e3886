package greenpair.web;

import static greenpair.web.Routes.Route.delete;
import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;
import static greenpair.web.Routes.Route.put;

import greenpair.web.auth.Access;
import greenpair.web.auth.SessionHandler;
import greenpair.web.decisions.DecisionHandler;
import greenpair.web.monitoring.ServerMetrics;
import greenpair.web.program.ContactHandler;
import greenpair.web.program.EditHandler;
import greenpair.web.program.EditMatching;
import greenpair.web.program.EditWriter;
import greenpair.web.program.IntroductionHandler;
import greenpair.web.program.IntroductionWriter;
import greenpair.web.program.LearningHandler;
import greenpair.web.program.LetterHandler;
import greenpair.web.program.MailHandler;
import greenpair.web.program.OversightHandler;
import greenpair.web.program.RemarkHandler;
import greenpair.web.program.TaskHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The addresses of programme data and of the server's own figures; all in version 1 only.
record ProgramRoutes(
    SessionHandler session,
    EditHandler edits,
    EditWriter editWriter,
    EditMatching editMatching,
    RemarkHandler remarks,
    ContactHandler contacts,
    IntroductionHandler introductions,
    IntroductionWriter introducing,
    TaskHandler tasks,
    LetterHandler letters,
    LearningHandler learning,
    MailHandler mails,
    DecisionHandler decisions,
    PlanRoutes plans,
    ChangeRoutes changes,
    OversightHandler oversight,
    Optional<ServerMetrics> metrics) {
  List<Routes.Route> all() {
    List<Routes.Route> all = new ArrayList<>(own());
    all.addAll(plans.all());
    all.addAll(changes.all());
    metrics.ifPresent(each -> all.add(get("/metrics", Access.READ, each::show)));
    return all;
  }

  private List<Routes.Route> own() {
    return List.of(
        get("/api/v1/session", Access.OPEN, session::self),
        post("/api/v1/session", Access.OPEN, session::open),
        delete("/api/v1/session", Access.MEMBER, session::close),
        get("/api/v1/edits", Access.MEMBER, edits::list),
        get("/api/v1/edits/{kind}/{id}", Access.MEMBER, edits::one),
        put("/api/v1/edits/{kind}/{id}", Access.EDIT, editWriter::put),
        get("/api/v1/edits/{kind}/{id}/history", Access.MEMBER, edits::history),
        get(
            "/api/v1/edits/need/{id}/recommendations",
            Access.MEMBER,
            editMatching::recommendations),
        post("/api/v1/edits/{kind}/{id}/state", Access.EDIT, editWriter::state),
        get("/api/v1/remarks", Access.READ, remarks::list),
        post("/api/v1/remarks", Access.EDIT, remarks::add),
        get("/api/v1/remarks/{id}", Access.READ, remarks::one),
        delete("/api/v1/remarks/{id}", Access.EDIT, remarks::withdraw),
        get("/api/v1/contacts", Access.MEMBER, contacts::list),
        post("/api/v1/contacts", Access.EDIT, contacts::add),
        get("/api/v1/contacts/{id}", Access.MEMBER, contacts::one),
        delete("/api/v1/contacts/{id}", Access.EDIT, contacts::remove),
        get("/api/v1/introductions", Access.MEMBER, introductions::list),
        post("/api/v1/introductions", Access.EDIT, introducing::add),
        get("/api/v1/introductions/{id}", Access.MEMBER, introductions::one),
        post("/api/v1/introductions/{id}/steps", Access.EDIT, introducing::step),
        post(
            "/api/v1/introductions/{id}/steps/{number}/withdraw",
            Access.EDIT,
            introducing::withdraw),
        get("/api/v1/board", Access.MEMBER, introductions::board),
        put("/api/v1/introductions/{id}/task", Access.EDIT, introducing::assign),
        get("/api/v1/introductions/{id}/task/calendar", Access.MEMBER, tasks::calendar),
        get("/api/v1/introductions/{id}/letter", Access.MEMBER, letters::one),
        put("/api/v1/introductions/{id}/letter", Access.EDIT, letters::save),
        get("/api/v1/introductions/{id}/mails", Access.MEMBER, mails::list),
        post("/api/v1/introductions/{id}/mails", Access.EDIT, mails::send),
        get("/api/v1/learning", Access.COORDINATE, learning::show),
        get("/api/v1/records", Access.MEMBER, decisions::list),
        post("/api/v1/records", Access.EDIT, decisions::add),
        get("/api/v1/records/{id}", Access.MEMBER, decisions::one),
        get("/api/v1/records/{id}/replay", Access.MEMBER, decisions::replay),
        get("/api/v1/tokens", Access.OPERATE, oversight::tokens),
        delete("/api/v1/tokens/{id}", Access.OPERATE, oversight::revoke),
        get("/api/v1/audit", Access.OPERATE, oversight::audit));
  }
}
