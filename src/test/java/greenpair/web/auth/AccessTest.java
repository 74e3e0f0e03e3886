package greenpair.web.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import greenpair.web.SettingsMaker;
import greenpair.web.auth.Route.Access;
import greenpair.web.settings.WebSettings;
import io.javalin.http.HandlerType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every address with every role, with anonymous reading on and off. The rights of each role are
/// defined here a second time, by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
  private static final String ANONYMOUS = "anonymous";
  private static final String JILIN = "cn-jilin";

  /// Each sort of address with those who may call it.
  private static final Map<Access, Set<String>> ALLOWED =
      Map.of(
          Access.OPEN, Set.of(ANONYMOUS, "reader", "city", "coordinator", "operator"),
          Access.READ, Set.of("reader", "city", "coordinator", "operator"),
          Access.MEMBER, Set.of("reader", "city", "coordinator", "operator"),
          Access.EDIT, Set.of("city", "coordinator", "operator"),
          Access.COORDINATE, Set.of("coordinator", "operator"),
          Access.OPERATE, Set.of("operator"));

  private Cohort open;
  private Cohort closed;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    open = Cohort.served(data.resolve("open"));
    WebSettings signedInOnly =
        new SettingsMaker()
            .cacheBytes(1_000_000)
            .closed()
            .answerWithin(Duration.ofMinutes(2))
            .make(); // As long as a busy machine needs for the page of the cohort.
    closed = Cohort.served(data.resolve("closed"), signedInOnly);
  }

  @AfterAll
  void stop() {
    open.close();
    closed.close();
  }

  /// A token of each role, by its word.
  static Map<String, String> tokens(Cohort cohort) {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put(ANONYMOUS, "");
    tokens.put("reader", cohort.token("Re", Role.READER));
    tokens.put("city", cohort.token("Ci", Role.CITY, JILIN));
    tokens.put("coordinator", cohort.token("Co", Role.COORDINATOR));
    tokens.put("operator", cohort.token("Op", Role.OPERATOR));
    return tokens;
  }

  @Test
  void everyRoute_withEveryRole_letsInThoseAndNoOthers() {
    for (Cohort cohort : List.of(open, closed)) {
      Client client = cohort.client();
      List<String> wrong = new ArrayList<>();
      Map<String, String> tokens = tokens(cohort);
      for (Route route : cohort.server.routes()) {
        String path =
            route
                .path()
                .replace("{kind}", "city")
                .replace("{id}", "no-such-thing")
                .replace("{city}", JILIN)
                .replace("{name}", "app.css")
                .replace("{link}", "x")
                .replace("{secret}", "x")
                .replace("{signature}", "x")
                .replace("{number}", "1")
                .replace("{edit}", "x")
                .replace("{type}", "not-found");
        for (Map.Entry<String, String> token : tokens.entrySet()) {
          List<String> methods = new ArrayList<>(List.of(route.method().toString()));
          if (route.method().equals(HandlerType.GET) && token.getKey().equals(ANONYMOUS)) {
            methods.add("HEAD");
          }
          for (String method : methods) {
            int status = send(client, token.getValue(), method, path);
            boolean refused = status == 401 || status == 403;
            boolean allowed =
                ALLOWED.getOrDefault(route.access(), Set.of()).contains(token.getKey())
                    || (cohort == open && route.access() == Access.READ);
            boolean signingIn = route.path().matches(".*/(session|sign-in)");
            // A form that names no city belongs to none of one's own.
            boolean ofNoCity =
                token.getKey().equals("city") && route.path().matches("/(remarks|introductions)");
            if ((refused == (allowed && !ofNoCity) && !signingIn) || status >= 500) {
              wrong.add(token.getKey() + " " + method + " " + path + ": " + status);
            }
          }
        }
      }
      assertEquals(List.of(), wrong);
    }
  }

  @Test
  void city_changesItsOwnAndNoOther() {
    Client client = open.client();
    String token = open.token("Wang", Role.CITY, JILIN);
    String oakland = "{\"entry\": {\"name\": {\"en\": \"x\"}, \"city\": \"us-ca-oakland\"}}";
    String jilin = "{\"entry\": {\"name\": {\"en\": \"x\"}, \"city\": \"cn-jilin\"}}";
    String need = "/api/v1/edits/need/whose";
    assertEquals(403, client.as(token, "PUT", need, oakland).status());
    String coordinator = open.token("Co", Role.COORDINATOR);
    assertEquals(201, client.as(coordinator, "PUT", need, oakland).status());
    // Not even by taking it over.
    assertEquals(403, client.as(token, "PUT", need, jilin, "If-Match", "\"1\"").status());
    String state = need + "/state";
    assertEquals(
        403, client.as(token, "POST", state, "{\"state\": \"expired\"}", "If-Match", "*").status());
    String note = "{\"sort\": \"note\", \"body\": \"x\", \"city\": \"us-ca-oakland\"}";
    assertEquals(403, client.as(token, "POST", "/api/v1/remarks", note).status());
    String made = client.as(coordinator, "POST", "/api/v1/remarks", note).header("Location");
    assertEquals(404, client.as(token, "DELETE", made, "").status(), "it is not seen either");
    String firm = "{\"city\": \"us-ca-oakland\", \"kind\": \"firm\", \"partner\": \"byd\"}";
    assertEquals(403, client.as(token, "POST", "/api/v1/introductions", firm).status());
    String own = "/api/v1/edits/need/own";
    assertEquals(201, client.as(token, "PUT", own, jilin).status());
    assertEquals(
        403,
        client
            .as(token, "POST", own + "/state", "{\"state\": \"reviewed\"}", "If-Match", "*")
            .status());
    assertEquals(
        200,
        client
            .as(coordinator, "POST", own + "/state", "{\"state\": \"reviewed\"}", "If-Match", "*")
            .status());
  }

  @Test
  void token_revoked_isRefusedAtOnce() {
    Client client = open.client();
    String operator = open.token("Op", Role.OPERATOR);
    String token = open.token("Bo", Role.READER);
    assertEquals(200, client.as(token, "GET", "/api/v1/edits", "").status());
    String id = token.substring(3, 23);
    assertEquals(200, client.as(operator, "DELETE", "/api/v1/tokens/" + id, "").status());
    Client.Reply refused = client.as(token, "GET", "/api/v1/edits", "");
    assertEquals(401, refused.status());
    assertTrue(refused.header("WWW-Authenticate").startsWith("Bearer"));
    assertFalse(refused.text().contains(token));
  }

  @Test
  void token_isTaken_howeverItsSchemeIsWritten() {
    String token = open.token("Bo", Role.READER);
    for (String scheme : List.of("Bearer ", "bearer ", "BEARER ")) {
      Client.Reply reply = open.client().get("/api/v1/edits", "Authorization", scheme + token);
      assertEquals(200, reply.status(), scheme);
    }
    assertEquals(
        401, open.client().get("/api/v1/edits", "Authorization", "Basic " + token).status());
  }

  /// With an empty body of the type that the address takes.
  private static int send(Client client, String token, String method, String path) {
    boolean isApi = path.startsWith("/api");
    String type = isApi ? "application/json" : "application/x-www-form-urlencoded";
    return client.as(token, method, path, "", "Content-Type", type).status();
  }

  @Test
  void record_belongsToTheToken_andNotToItsName() {
    Client client = open.client();
    String mine = open.token("Same Name", Role.CITY, JILIN);
    String another = open.token("Same Name", Role.CITY, JILIN);
    String body = "{\"address\": \"/api/v1/gaps\"}";
    Client.Reply made =
        client.as(mine, "POST", "/api/v1/records", body, "Idempotency-Key", "same-key");
    assertEquals(201, made.status(), made.text());
    String record = made.header("Location");
    assertEquals(200, client.as(mine, "GET", record, "").status());
    assertEquals(404, client.as(another, "GET", record, "").status());
    Client.Reply other =
        client.as(another, "POST", "/api/v1/records", body, "Idempotency-Key", "same-key");
    assertFalse(other.header("Location").equals(record), "the kept answer of another token");
  }

  @Test
  void token_sentWithRequests_andExports_areInTheAudit() {
    Client client = open.client();
    String token = open.token("Used", Role.READER);
    for (int i = 0; i < 3; i++) {
      assertEquals(200, client.as(token, "GET", "/api/v1/edits", "").status());
    }
    for (String format : List.of("csv", "xlsx")) {
      String path = "/api/v1/remarks?city=cn-jilin&format=" + format;
      assertEquals(200, client.as(token, "GET", path, "").status());
    }
    String operator = open.token("Op", Role.OPERATOR);
    List<String> lines =
        client
            .as(operator, "GET", "/api/v1/audit?who=Used", "")
            .json()
            .get("items")
            .valueStream()
            .map(each -> each.get("action").stringValue() + " " + each.get("subject").stringValue())
            .toList();
    String exported = "export /api/v1/remarks?city=cn-jilin&format=";
    assertEquals(List.of(exported + "xlsx", exported + "csv", "token.use "), lines);
  }

  @Test
  void signIn_goodAndRefused_isAuditedWithTheAddressOfTheClient() {
    Client client = open.client();
    String token = open.token("Audited", Role.READER);
    String bad = token.substring(0, 24) + "0".repeat(64);
    for (String each : List.of(token, bad)) {
      var _ = client.form("", "/sign-in", "token=" + each);
    }
    assertEquals(401, client.as(bad, "GET", "/api/v1/edits", "").status());
    String audit =
        client.as(open.token("Op", Role.OPERATOR), "GET", "/api/v1/audit?limit=10", "").text();
    String id = token.substring(3, 23);
    assertTrue(audit.contains("\"who_id\":\"token " + id + "\""), audit);
    for (String action : List.of("session.open", "session.refuse", "token.refuse")) {
      assertTrue(audit.contains("\"action\":\"" + action + "\""), action + audit);
    }
    assertTrue(audit.contains("\"client\":\"127.0.0.1\""), audit);
    assertFalse(audit.contains(token.substring(24)), audit);
  }
}
