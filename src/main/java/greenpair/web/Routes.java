package greenpair.web;

import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.assistant.AssistantHandler;
import greenpair.web.auth.Access;
import greenpair.web.auth.OpenIdHandler;
import greenpair.web.catalog.CatalogHandler;
import greenpair.web.monitoring.StatusHandler;
import greenpair.web.openid.OpenIdLogin;
import greenpair.web.pages.FrontHandler;
import greenpair.web.pages.ProblemHandler;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table of all routes with their access. Only these routes are served, and `/openapi.json`
/// describes them.
public final class Routes {
  /// What monitors ask; nobody waits for the answer.
  static final Set<String> PROBES = Set.of("/healthz", "/readyz", "/metrics");

  private final List<Route> all = new ArrayList<>();

  /// One address with the method that it takes; every GET takes HEAD too.
  public record Route(HandlerType method, String path, Access access, Handler handler) {
    static Route get(String path, Access access, Handler handler) {
      return new Route(HandlerType.GET, path, access, handler);
    }

    static Route post(String path, Access access, Handler handler) {
      return new Route(HandlerType.POST, path, access, handler);
    }

    static Route put(String path, Access access, Handler handler) {
      return new Route(HandlerType.PUT, path, access, handler);
    }

    static Route delete(String path, Access access, Handler handler) {
      return new Route(HandlerType.DELETE, path, access, handler);
    }
  }

  Routes(
      FrontHandler front,
      ProblemHandler problems,
      StatusHandler status,
      CatalogHandler catalog,
      AnswerEndpoint answering,
      MatchAndSearchRoutes questions,
      AssistantHandler assistant,
      JobRoutes jobs,
      ProgramRoutes program,
      SavedListRoutes lists,
      ReviewRoutes reviews,
      PageRoutes pages,
      Optional<OpenIdHandler> openId) {
    get("/api", Access.OPEN, front::welcome);
    get("/openapi.json", Access.OPEN, front::openApi);
    get("/docs", Access.OPEN, front::reference);
    get(ProblemHandler.PATH, Access.OPEN, problems::explain);
    get("/healthz", Access.OPEN, status::health);
    get("/readyz", Access.OPEN, status::ready);
    get("/api/v1/status", Access.READ, status::status);
    get("/api/v1/taxonomy", Access.READ, catalog::taxonomy);
    get("/api/v1/programmes", Access.READ, catalog::programmes);
    get("/api/v1/cities", Access.READ, catalog::cities);
    get("/api/v1/cities/{id}", Access.READ, catalog::city);
    get("/api/v1/entries/{kind}/{id}", Access.READ, catalog::entry);
    all.addAll(jobs.all());
    for (MatchAndSearchRoutes.Address each : questions.all()) {
      add(
          each.method(),
          each.path(),
          Access.READ,
          each.method().equals(HandlerType.GET)
              ? context -> answering.answerByAddress(context, each.reading())
              : context -> answering.answer(context, each.reading()));
    }
    add(HandlerType.POST, AssistantHandler.PATH, Access.READ, assistant::message);
    all.addAll(program.all());
    all.addAll(lists.all());
    all.addAll(reviews.all());
    all.addAll(pages.all());
    openId.ifPresent(
        login -> {
          get(OpenIdHandler.PATH, Access.OPEN, login::begin);
          get(OpenIdLogin.CALLBACK, Access.OPEN, login::end);
        });
  }

  private void get(String path, Access access, Handler handler) {
    add(HandlerType.GET, path, access, handler);
  }

  private void add(HandlerType method, String path, Access access, Handler handler) {
    all.add(new Route(method, path, access, handler));
  }

  List<Route> all() {
    return List.copyOf(all);
  }
}
