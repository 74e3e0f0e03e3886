package greenpair.web;

import greenpair.web.auth.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// All routes. Only these are served, and `/openapi.json` describes those of the groups.
///
/// @param groups of the API, by name, in the order of its description
public record Routes(Map<String, List<Route>> groups, List<Route> pages) {
  /// What monitors ask; nobody waits for the answer.
  static final Set<String> PROBES = Set.of("/healthz", "/readyz", "/metrics");

  List<Route> all() {
    return Stream.concat(groups.values().stream().flatMap(List::stream), pages.stream()).toList();
  }
}
