package greenpair.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/// The table of all addresses, each with who may call it. What stands here is what is served,
/// and what `/openapi.json` describes. An address under `/api/` without a version is served
/// under `/api/v1/` too, by the same handler.
final class Routes {
  private final List<Route> all = new ArrayList<>();

  /// One address with the method that it takes; every GET takes HEAD too.
  record Route(HandlerType method, String path, Access access, Handler handler) {}

  Routes(
      FrontHandler front,
      StatusHandler status,
      CatalogHandler catalog,
      RecommendationHandler recommendations,
      MatchingHandler matching,
      SearchHandler search,
      JobRoutes jobs,
      ProgramRoutes program,
      PageRoutes pages) {
    get("/api", Access.OPEN, front::welcome);
    get("/openapi.json", Access.OPEN, front::openApi);
    get("/docs", Access.OPEN, front::reference);
    get("/docs.css", Access.OPEN, front::style);
    get("/healthz", Access.OPEN, status::health);
    get("/readyz", Access.OPEN, status::ready);
    get("/api/status", Access.READ, status::status);
    get("/api/taxonomy", Access.READ, catalog::taxonomy);
    get("/api/cities", Access.READ, catalog::cities);
    get("/api/cities/{id}", Access.READ, catalog::city);
    get("/api/cities/{id}/recommendations", Access.READ, recommendations::ofCity);
    get("/api/needs/{id}/recommendations", Access.READ, recommendations::ofNeed);
    get("/api/needs/{id}/packages", Access.READ, matching::packages);
    get("/api/gaps", Access.READ, matching::gaps);
    add(HandlerType.POST, "/api/recommendations", Access.READ, recommendations::described);
    get("/api/search", Access.READ, search::everything);
    get("/api/suggestions", Access.READ, search::suggestions);
    get("/api/solutions", Access.READ, search::solutions);
    get("/api/partners", Access.READ, search::partners);
    get("/api/partners/{id}/opportunities", Access.READ, matching::opportunities);
    get("/api/entries/{kind}/{id}", Access.READ, catalog::entry);
    all.addAll(jobs.all());
    for (Route route : List.copyOf(all)) {
      if (Version.isPlain(route.path())) {
        add(route.method(), Version.versioned(route.path()), route.access(), route.handler());
      }
    }
    all.addAll(program.all());
    all.addAll(pages.all());
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
