package greenpair.web;

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
import io.javalin.http.HandlerType;
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
    metrics.ifPresent(
        each -> all.add(new Routes.Route(HandlerType.GET, "/metrics", Access.READ, each::show)));
    return all;
  }

  private List<Routes.Route> own() {
    return List.of(
        new Routes.Route(HandlerType.GET, "/api/v1/session", Access.OPEN, session::self),
        new Routes.Route(HandlerType.POST, "/api/v1/session", Access.OPEN, session::open),
        new Routes.Route(HandlerType.DELETE, "/api/v1/session", Access.MEMBER, session::close),
        new Routes.Route(HandlerType.GET, "/api/v1/edits", Access.MEMBER, edits::list),
        new Routes.Route(HandlerType.GET, "/api/v1/edits/{kind}/{id}", Access.MEMBER, edits::one),
        new Routes.Route(
            HandlerType.PUT, "/api/v1/edits/{kind}/{id}", Access.EDIT, editWriter::put),
        new Routes.Route(
            HandlerType.GET, "/api/v1/edits/{kind}/{id}/history", Access.MEMBER, edits::history),
        new Routes.Route(
            HandlerType.GET,
            "/api/v1/edits/need/{id}/recommendations",
            Access.MEMBER,
            editMatching::recommendations),
        new Routes.Route(
            HandlerType.POST, "/api/v1/edits/{kind}/{id}/state", Access.EDIT, editWriter::state),
        new Routes.Route(HandlerType.GET, "/api/v1/remarks", Access.READ, remarks::list),
        new Routes.Route(HandlerType.POST, "/api/v1/remarks", Access.EDIT, remarks::add),
        new Routes.Route(HandlerType.GET, "/api/v1/remarks/{id}", Access.READ, remarks::one),
        new Routes.Route(
            HandlerType.DELETE, "/api/v1/remarks/{id}", Access.EDIT, remarks::withdraw),
        new Routes.Route(HandlerType.GET, "/api/v1/contacts", Access.MEMBER, contacts::list),
        new Routes.Route(HandlerType.POST, "/api/v1/contacts", Access.EDIT, contacts::add),
        new Routes.Route(HandlerType.GET, "/api/v1/contacts/{id}", Access.MEMBER, contacts::one),
        new Routes.Route(
            HandlerType.DELETE, "/api/v1/contacts/{id}", Access.EDIT, contacts::remove),
        new Routes.Route(
            HandlerType.GET, "/api/v1/introductions", Access.MEMBER, introductions::list),
        new Routes.Route(HandlerType.POST, "/api/v1/introductions", Access.EDIT, introducing::add),
        new Routes.Route(
            HandlerType.GET, "/api/v1/introductions/{id}", Access.MEMBER, introductions::one),
        new Routes.Route(
            HandlerType.POST, "/api/v1/introductions/{id}/steps", Access.EDIT, introducing::step),
        new Routes.Route(
            HandlerType.POST,
            "/api/v1/introductions/{id}/steps/{number}/withdraw",
            Access.EDIT,
            introducing::withdraw),
        new Routes.Route(HandlerType.GET, "/api/v1/board", Access.MEMBER, introductions::board),
        new Routes.Route(
            HandlerType.PUT, "/api/v1/introductions/{id}/task", Access.EDIT, introducing::assign),
        new Routes.Route(
            HandlerType.GET,
            "/api/v1/introductions/{id}/task/calendar",
            Access.MEMBER,
            tasks::calendar),
        new Routes.Route(
            HandlerType.GET, "/api/v1/introductions/{id}/letter", Access.MEMBER, letters::one),
        new Routes.Route(
            HandlerType.PUT, "/api/v1/introductions/{id}/letter", Access.EDIT, letters::save),
        new Routes.Route(
            HandlerType.GET, "/api/v1/introductions/{id}/mails", Access.MEMBER, mails::list),
        new Routes.Route(
            HandlerType.POST, "/api/v1/introductions/{id}/mails", Access.EDIT, mails::send),
        new Routes.Route(HandlerType.GET, "/api/v1/learning", Access.COORDINATE, learning::show),
        new Routes.Route(
            HandlerType.POST, "/api/v1/learning/decisions", Access.COORDINATE, learning::decide),
        new Routes.Route(HandlerType.GET, "/api/v1/records", Access.MEMBER, decisions::list),
        new Routes.Route(HandlerType.POST, "/api/v1/records", Access.EDIT, decisions::add),
        new Routes.Route(HandlerType.GET, "/api/v1/records/{id}", Access.MEMBER, decisions::one),
        new Routes.Route(
            HandlerType.GET, "/api/v1/records/{id}/replay", Access.MEMBER, decisions::replay),
        new Routes.Route(HandlerType.GET, "/api/v1/tokens", Access.OPERATE, oversight::tokens),
        new Routes.Route(
            HandlerType.DELETE, "/api/v1/tokens/{id}", Access.OPERATE, oversight::revoke),
        new Routes.Route(HandlerType.GET, "/api/v1/audit", Access.OPERATE, oversight::audit));
  }
}
