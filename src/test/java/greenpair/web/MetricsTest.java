package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.registry.format.CatalogJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Health and metrics, and the alert rules on them.
class MetricsTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:disk|greenpair|jvm|process)_[a-z_]+");

  @Test
  void metrics_areThoseThatAlertsName_andProbesAreNoAnswers(@TempDir Path data) throws IOException {
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    try (Cohort cohort =
        new Cohort(data, new SettingsMaker().make(), codec, InstantSource.system())) {
      cohort.server.start("127.0.0.1", 0);
      Client client = cohort.client();
      assertEquals(200, client.get("/healthz").status());
      assertEquals(503, client.get("/readyz").status(), "nothing is published");
      Client.Reply metrics = client.get("/metrics");
      assertEquals(200, metrics.status());
      assertFalse(cohort.server.awaitAnswer(Duration.ZERO), "a probe is no answer");
      assertEquals(404, client.get("/nothing").status());
      assertTrue(cohort.server.awaitAnswer(Duration.ofMinutes(1)), "an answer");
      assertTrue(metrics.text().contains("\ngreenpair_build{version="), "the version");
      for (String file : List.of("alerts.yaml", "grafana-dashboard.json")) {
        String text = Files.readString(Path.of("docs/operation", file));
        TreeSet<String> named = new TreeSet<>();
        METRIC.matcher(text).results().map(MatchResult::group).forEach(named::add);
        assertTrue(named.contains("greenpair_ready"), file);
        for (String each : named) {
          assertTrue(metrics.text().contains(each), file + " names " + each);
        }
      }
    }
  }
}
