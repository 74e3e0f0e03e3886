package greenpair.web;

import module java.base;

import greenpair.web.auth.Route;

/// The table of all routes. Only these are served, and `/openapi.json` describes those of the API.
final class Routes {
  /// What monitors ask; nobody waits for the answer.
  static final Set<String> PROBES = Set.of("/healthz", "/readyz", "/metrics");

  private final Map<String, List<Route>> groups = new LinkedHashMap<>();
  private final List<Route> pages = new ArrayList<>();

  /// Adds routes of the API to a group of its description.
  void api(String group, List<Route> routes) {
    groups.computeIfAbsent(group, name -> new ArrayList<>()).addAll(routes);
  }

  /// Adds what is no part of the API: pages, and what browsers and programs open besides.
  void page(List<Route> routes) {
    pages.addAll(routes);
  }

  /// The routes of the API by group, in the order of its description.
  Map<String, List<Route>> groups() {
    return Collections.unmodifiableMap(groups);
  }

  List<Route> all() {
    return Stream.concat(groups.values().stream().flatMap(List::stream), pages.stream()).toList();
  }
}
