package greenpair.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/// The table of all addresses. What stands here is what is served, and what `/openapi.json`
/// describes.
final class Routes {
  private final List<Route> all;

  /// One address with the method that it takes; every GET takes HEAD too.
  record Route(HandlerType method, String path, Handler handler) {}

  Routes(
      FrontHandler front,
      StatusHandler status,
      CatalogHandler catalog,
      RecommendationHandler recommendations,
      MatchingHandler matching,
      SearchHandler search,
      PageHandler pages) {
    all =
        List.of(
            get("/", pages::search),
            get("/cities", pages::cities),
            get("/cities/{id}", pages::city),
            get("/cities/{id}/brief", pages::brief),
            get("/partners/{kind}/{id}", pages::partner),
            get("/solutions/{id}", pages::solution),
            get("/compare", pages::compare),
            get("/cohort", pages::cohort),
            get("/registries", pages::data),
            get("/assets/{name}", pages::asset),
            get("/api", front::welcome),
            get("/openapi.json", front::openApi),
            get("/healthz", status::health),
            get("/readyz", status::ready),
            get("/api/status", status::status),
            get("/api/taxonomy", catalog::taxonomy),
            get("/api/cities", catalog::cities),
            get("/api/cities/{id}", catalog::city),
            get("/api/cities/{id}/recommendations", recommendations::ofCity),
            get("/api/needs/{id}/recommendations", recommendations::ofNeed),
            get("/api/needs/{id}/packages", matching::packages),
            get("/api/gaps", matching::gaps),
            new Route(HandlerType.POST, "/api/recommendations", recommendations::described),
            get("/api/search", search::everything),
            get("/api/suggestions", search::suggestions),
            get("/api/solutions", search::solutions),
            get("/api/partners", search::partners),
            get("/api/partners/{id}/opportunities", matching::opportunities),
            get("/api/entries/{kind}/{id}", catalog::entry));
  }

  private static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, handler);
  }

  List<Route> all() {
    return all;
  }
}
