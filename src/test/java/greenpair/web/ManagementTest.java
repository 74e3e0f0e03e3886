package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.registry.format.CatalogJson;
import greenpair.web.settings.WebSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Health and metrics on a separate port, and the alert rules on them.
class ManagementTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:disk|greenpair|jvm|process)_[a-z_]+");

  /// The first line of the answer to a request for the metrics by that name.
  private static String asked(String host, int port) throws IOException {
    String request = "GET /metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }

  @Test
  void metrics_withAPortOfTheirOwn_areNotOnThePublicOne_andAlertsNameOnlyMetricsThatThereAre(
      @TempDir Path data) throws IOException {
    WebSettings settings =
        new SettingsMaker()
            .closed()
            .management(InetSocketAddress.createUnresolved("127.0.0.1", 0))
            .make();
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    try (Cohort cohort = new Cohort(data, settings, codec, InstantSource.system())) {
      cohort.server.start("127.0.0.1", 0);
      int port = cohort.server.managementPort().orElseThrow();
      Client managing = new Client(port);
      assertEquals(200, managing.get("/healthz").status());
      assertEquals("HTTP/1.1 421 Misdirected Request", asked("evil.example.org", port));
      assertEquals("HTTP/1.1 200 OK", asked("metrics.localhost", port));
      assertEquals(503, managing.get("/readyz").status(), "nothing is published");
      assertEquals(404, managing.get("/api/v1/cities").status());
      assertEquals(404, cohort.client().get("/metrics").status());
      assertEquals(200, cohort.client().get("/healthz").status());
      assertFalse(cohort.server.awaitAnswer(Duration.ZERO), "a probe is no answer");
      assertEquals(404, cohort.client().get("/nothing").status());
      assertTrue(cohort.server.awaitAnswer(Duration.ofMinutes(1)), "an answer");
      Client.Reply metrics = managing.get("/metrics");
      assertEquals(200, metrics.status());
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
