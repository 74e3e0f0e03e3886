package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.web.settings.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Attacks with many connections or requests, and their traces in metrics and logs.
class ConnectionSecurityTest {
  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  private final GuardedCohort guarded = GUARDED.get();
  private final Cohort cohort = guarded.cohort;
  private final Client client = guarded.client;

  @Test
  void address_withTooManyRequests_getsRetryAfter(@TempDir Path data) throws IOException {
    WebSettings few = new SettingsMaker().requestsPerMinute(5).proxies(1).make();
    try (Cohort limited = Cohort.served(data, few)) {
      Client asking = limited.client();
      List<Integer> statuses = new ArrayList<>();
      String retry = "";
      for (int i = 0; i < 8; i++) {
        Client.Reply reply = asking.get("/healthz", "X-Forwarded-For", "198.51.100.1");
        statuses.add(reply.status());
        retry = reply.header("Retry-After");
      }
      assertEquals(List.of(200, 200, 200, 200, 200, 429), statuses.subList(0, 6));
      assertTrue(Integer.parseInt(retry) <= 12 && Integer.parseInt(retry) >= 1, retry);
      assertEquals(200, asking.get("/healthz", "X-Forwarded-For", "198.51.100.2").status());
    }
  }

  @Test
  void metrics_tellRoutesAndNeverWhatAClientWrote() {
    var _ = client.get("/api/v1/cities/some-unguessable-name");
    var _ = client.get("/no/such/some-unguessable-name");
    String text = client.get("/metrics").text();
    assertTrue(text.contains("greenpair_requests_seconds_count{"), text);
    assertTrue(text.contains("route=\"/api/v1/cities/{id}\""), text);
    long cities = cohort.fixtures().stream().filter(each -> each.kind() == Kind.CITY).count();
    assertTrue(text.contains("greenpair_generation_entries{kind=\"city\"} " + cities + ".0"), text);
    assertTrue(text.contains("greenpair_cache_hits_total"), text);
    assertFalse(text.contains("some-unguessable-name"), text);
  }

  @Test
  void address_isTheOneThatOurProxySaw_howeverManyLinesAClientSends() throws IOException {
    for (String own : List.of("1.1.1.1", "2.2.2.2")) {
      String bad =
          client.raw(
              ("GET /api/v1/edits HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      + "Authorization: Bearer gp_x\r\nX-Forwarded-For: "
                      + own
                      + "\r\nX-Forwarded-For: 198.51.100.77\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertTrue(bad.startsWith("HTTP/1.1 401"), bad);
    }
    String operator = guarded.cohort.token("Op", greenpair.program.access.Caller.Role.OPERATOR);
    String audit = client.as(operator, "GET", "/api/v1/audit?limit=2", "").text();
    assertFalse(audit.contains("1.1.1.1") || audit.contains("2.2.2.2"), audit);
    assertTrue(audit.contains("198.51.100.77"), audit);
  }
}
