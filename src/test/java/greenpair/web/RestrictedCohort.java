package greenpair.web;

import static greenpair.web.RestrictedEntries.JILIN;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.program.access.Caller.Role;
import greenpair.registry.format.CatalogJson;

/// A served catalog with restricted fields, each with a unique value, and a caller of each role.
final class RestrictedCohort implements AutoCloseable {
  private static final String OTHERS = "us-ca-oakland";

  final Cohort cohort;
  final Client client;

  final RestrictedEntries entries = new RestrictedEntries();

  /// Introductions of those who have contact persons.
  final List<String> introductions = new ArrayList<>();

  final Map<String, String> tokens = new LinkedHashMap<>();

  RestrictedCohort(Path data) throws IOException {
    cohort =
        new Cohort(
            data,
            Cohort.SETTINGS,
            new CatalogJson(CohortRules.READ.taxonomy()),
            InstantSource.system());
    List<Entry> all = new ArrayList<>();
    for (Entry each : cohort.fixtures()) {
      all.add(entries.restricted(each));
    }
    cohort.publish(all);
    cohort.server.start("127.0.0.1", 0);
    client = cohort.client();
    // Callers with full access come first: their cached answers must not reach others.
    tokens.put("operator", cohort.token("Op", Role.OPERATOR));
    tokens.put("coordinator", cohort.token("Co", Role.COORDINATOR));
    tokens.put("staff", cohort.token("St", Role.CITY, JILIN.value()));
    tokens.put("others", cohort.token("Ot", Role.CITY, OTHERS));
    tokens.put("reader", cohort.token("Re", Role.READER));
    tokens.put("anonymous", "");
    for (List<String> named : List.of(List.of("firm", "byd"), List.of("financier", "adb"))) {
      String body =
          "{\"city\":\"cn-jilin\",\"kind\":\"%s\",\"partner\":\"%s\"}"
              .formatted(named.getFirst(), named.getLast());
      Client.Reply made =
          client.as(tokens.getOrDefault("staff", ""), "POST", "/api/v1/introductions", body);
      introductions.add(made.json().get("id").asString());
    }
  }

  @Override
  public void close() {
    cohort.close();
  }
}
