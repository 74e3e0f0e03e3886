package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.program.access.Caller.Role;
import greenpair.web.settings.WebSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The clock of a running server is set back by a year. Time is a parameter: nothing here waits.
class ClockSetBackTest {
  private static final Instant AHEAD = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant BACK = Instant.parse("2026-03-01T08:00:00Z");
  private static final int PER_MINUTE = 5;
  private static final String NOTE =
      "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"%s\"}";

  private volatile Instant now = AHEAD;
  private Cohort cohort;
  private Client client;

  @BeforeEach
  void serve(@TempDir Path data) throws IOException {
    WebSettings settings = new SettingsMaker().requestsPerMinute(PER_MINUTE).proxies(1).make();
    cohort = Cohort.served(data, settings, () -> now);
    client = cohort.client();
  }

  @AfterEach
  void stop() {
    cohort.close();
  }

  private String token(Instant expires) {
    return cohort
        .program
        .write(all -> all.tokens().create("Li", Role.OPERATOR, Set.of(), expires, now))
        .secret();
  }

  /// Each from an address of its own, but where limits are what is asked for.
  private Client.Reply as(String token, String method, String path, String body, int from) {
    return client.as(token, method, path, body, "X-Forwarded-For", "198.51.100." + from);
  }

  @Test
  void limits_areNotKeptUntilTheClockIsThereAgain() {
    for (int each = 0; each < PER_MINUTE; each++) {
      assertEquals(200, as("", "GET", "/healthz", "", 1).status());
    }
    assertEquals(429, as("", "GET", "/healthz", "", 1).status());
    now = BACK;
    assertEquals(200, as("", "GET", "/healthz", "", 1).status());
  }

  @Test
  void sessions_goOn_andTheAuditKeepsItsOrder() {
    String token = token(AHEAD.plus(Duration.ofDays(30)));
    Client.Reply opened = as("", "POST", "/api/v1/session", "{\"token\": \"" + token + "\"}", 2);
    String cookie = opened.header("Set-Cookie").replaceAll(";.*", "");
    assertEquals(201, as(token, "POST", "/api/v1/remarks", NOTE.formatted("one"), 3).status());
    now = BACK;
    JsonNode self =
        client.get("/api/v1/session", "Cookie", cookie, "X-Forwarded-For", "198.51.100.4").json();
    assertEquals("operator", self.get("role").stringValue(), self::toString);
    assertEquals(201, as(token, "POST", "/api/v1/remarks", NOTE.formatted("two"), 5).status());
    List<String> remarks =
        as(token, "GET", "/api/v1/remarks", "", 6)
            .json()
            .get("items")
            .valueStream()
            .map(each -> each.get("body").stringValue())
            .toList();
    assertEquals(List.of("two", "one"), remarks, "newest first, by the order of writing");
    List<String> moments =
        as(token, "GET", "/api/v1/audit", "", 7)
            .json()
            .get("items")
            .valueStream()
            .filter(each -> each.get("action").stringValue().equals("remark.add"))
            .map(each -> each.get("at").stringValue())
            .toList();
    assertEquals(List.of(BACK.toString(), AHEAD.toString()), moments);
  }

  @Test
  void tokens_areGoodByTheTimeThatTheServerHas() {
    String token = token(AHEAD.plusSeconds(60));
    now = AHEAD.plusSeconds(61);
    assertEquals(401, as(token, "GET", "/api/v1/introductions", "", 8).status());
    now = AHEAD;
    assertEquals(200, as(token, "GET", "/api/v1/introductions", "", 9).status());
    var _ = cohort.program.write(all -> all.tokens().revoke(token.substring(3, 23), now));
    now = BACK;
    assertEquals(401, as(token, "GET", "/api/v1/introductions", "", 10).status(), "revoked stays");
  }

  @Test
  void answersUnderAKey_areGivenAgain() {
    String token = token(AHEAD.plus(Duration.ofDays(30)));
    String body = NOTE.formatted("once");
    String[] headers = {"Idempotency-Key", "k1", "X-Forwarded-For", "198.51.100.11"};
    Client.Reply first = client.as(token, "POST", "/api/v1/remarks", body, headers);
    now = BACK;
    Client.Reply again = client.as(token, "POST", "/api/v1/remarks", body, headers);
    assertEquals(201, first.status(), first.text());
    assertEquals(first.text(), again.text());
  }
}
