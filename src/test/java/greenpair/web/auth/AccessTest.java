package greenpair.web.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import greenpair.web.Routes;
import greenpair.web.SettingsMaker;
import greenpair.web.Visitor;
import greenpair.web.settings.WebSettings;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every address with every role, with anonymous reading on and off, and every tier with every
/// role. The rights of each role are defined here a second time, by hand.
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
            // As long as a busy machine needs for the page of the cohort.
            .answerWithin(Duration.ofMinutes(2))
            .make(); // As long as a busy machine needs for the page of the cohort.
    closed = Cohort.served(data.resolve("closed"), signedInOnly);
  }

  @AfterAll
  void stop() {
    open.close();
    closed.close();
  }

  private static Map<String, String> tokens(Cohort cohort) {
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
      for (Routes.Route route : cohort.server.routes()) {
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
          if (route.method().equals(HandlerType.GET)) {
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
  void remark_ofEveryTier_isSeenByThoseWhoMayAndNoOthers() {
    Client client = open.client();
    Map<String, String> tokens = tokens(open);
    tokens.put("another city", open.token("An", Role.CITY, "us-ca-oakland"));
    Map<String, Set<String>> seers =
        Map.of(
            "public", tokens.keySet(),
            "programme", Set.of("reader", "city", "coordinator", "operator"),
            "private", Set.of("city", "coordinator", "operator"));
    seers.forEach(
        (tier, who) -> {
          String body =
              "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"of tier "
                  + tier
                  + "\", \"tier\": \""
                  + tier
                  + "\"}";
          Client.Reply made =
              client.as(tokens.getOrDefault("coordinator", ""), "POST", "/api/v1/remarks", body);
          assertEquals(201, made.status(), made.text());
          String address = made.header("Location");
          tokens.forEach(
              (name, token) -> {
                int status = client.as(token, "GET", address, "").status();
                assertEquals(who.contains(name) ? 200 : 404, status, tier + " " + name);
                for (String format : List.of("json", "csv")) {
                  String list =
                      client
                          .as(token, "GET", "/api/v1/remarks?city=cn-jilin&format=" + format, "")
                          .text();
                  assertEquals(who.contains(name), list.contains("of tier " + tier), name);
                }
              });
        });
  }

  @Test
  void privateField_ofANeed_isWithheldFromOthersAndItsReadingIsAudited() {
    Client client = open.client();
    Map<String, String> tokens = tokens(open);
    tokens.put("another city", open.token("An", Role.CITY, "us-ca-oakland"));
    String address = "/api/v1/edits/need/secret-budget";
    String body =
        """
        {"entry": {"name": {"en": "Heat"}, "city": "cn-jilin",
                   "budget": {"min": 7654321, "currency": "CNY"}},
         "private": ["budget"]}
        """;
    Client.Reply made = client.as(tokens.getOrDefault("city", ""), "PUT", address, body);
    assertEquals(201, made.status(), made.text());
    for (String name : List.of("reader", "another city", "city", "coordinator", "operator")) {
      boolean seen = Set.of("city", "coordinator", "operator").contains(name);
      int before = reads();
      for (String path : List.of(address, address + "/history", "/api/v1/edits?city=cn-jilin")) {
        Client.Reply reply = client.as(tokens.getOrDefault(name, ""), "GET", path, "");
        assertEquals(200, reply.status());
        assertEquals(seen, reply.text().contains("7654321"), name + " " + path);
        assertEquals(!seen, reply.text().contains("\"withheld\":[\"budget\"]"), name);
      }
      assertEquals(before + (seen ? 3 : 0), reads(), name);
    }
  }

  @Test
  void privateField_ofANeed_countsOnlyForWhoMaySeeIt() {
    Client client = open.client();
    String coordinator = open.token("Co", Role.COORDINATOR);
    String reader = open.token("Re", Role.READER);
    String wish = ", \"instruments\": [\"FIN.GRT\"]";
    String hidden = ", \"private\": [\"instruments\"]";
    String start = "/api/v1/edits/need/buses-";
    String end = "/recommendations?kind=financier";
    for (String[] each :
        new String[][] {{"without", "", ""}, {"open", wish, ""}, {"hidden", wish, hidden}}) {
      String body =
          "{\"entry\": {\"name\": {\"en\": \"Buses\"}, \"city\": \"cn-jilin\", \"technologies\":"
              + " [\"TRN.PUB.EBS\"]"
              + each[1]
              + "}"
              + each[2]
              + "}";
      assertEquals(201, client.as(coordinator, "PUT", start + each[0], body).status());
    }
    String without = client.as(reader, "GET", start + "without" + end, "").text();
    String withIt = client.as(reader, "GET", start + "open" + end, "").text();
    assertFalse(without.equals(withIt), "the instruments make a difference");
    assertEquals(without, client.as(reader, "GET", start + "hidden" + end, "").text());
    assertEquals(withIt, client.as(coordinator, "GET", start + "hidden" + end, "").text());
    assertEquals(404, client.as(reader, "GET", start + "none" + end, "").status());
  }

  @Test
  void privateField_ofACityTypedIn_countsOnlyForWhoMaySeeIt() {
    Client client = open.client();
    String coordinator = open.token("Co", Role.COORDINATOR);
    String reader = open.token("Re", Role.READER);
    String city =
        "{\"entry\": {\"name\": {\"en\": \"New\"}, \"country\": \"CN\", \"koppen\": \"Dwa\","
            + " \"heating_network\": \"yes\"}, \"private\": [\"heating_network\", \"koppen\"]}";
    assertEquals(201, client.as(coordinator, "PUT", "/api/v1/edits/city/cn-new", city).status());
    String need =
        "{\"entry\": {\"name\": {\"en\": \"Heat\"}, \"city\": \"cn-new\","
            + " \"technologies\": [\"ENE.DHC.CLN\"]}}";
    assertEquals(201, client.as(coordinator, "PUT", "/api/v1/edits/need/new-1", need).status());
    String path = "/api/v1/edits/need/new-1/recommendations?kind=solution";
    Client.Reply seen = client.as(coordinator, "GET", path, "");
    Client.Reply unseen = client.as(reader, "GET", path, "");
    assertEquals(200, seen.status(), seen.text());
    assertEquals(200, unseen.status(), unseen.text());
    assertFalse(seen.text().equals(unseen.text()), "the climate makes a difference");
  }

  private int reads() {
    JsonNode audit =
        open.client()
            .as(open.token("Op", Role.OPERATOR), "GET", "/api/v1/audit", "")
            .json()
            .get("items");
    return (int)
        audit
            .valueStream()
            .filter(
                each -> each.get("subject").stringValue().contains("need secret-budget: budget"))
            .filter(each -> each.get("action").stringValue().equals("private.read"))
            .count();
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

  /// With an empty body of the type that the address takes.
  private static int send(Client client, String token, String method, String path) {
    String type =
        path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
    return client.as(token, method, path, "", "Content-Type", type).status();
  }

  @Test
  void city_takesOverNoNeedOfTheCatalog() {
    Client client = open.client();
    String token = open.token("Wang", Role.CITY, JILIN);
    String jilin = "{\"entry\": {\"name\": {\"en\": \"x\"}, \"city\": \"cn-jilin\"}}";
    String need = "/api/v1/edits/need/us-ca-oakland-n1";
    assertEquals(200, client.get("/api/v1/entries/need/us-ca-oakland-n1").status());
    assertEquals(403, client.as(token, "PUT", need, jilin).status());
    String oakland = "{\"entry\": {\"name\": {\"en\": \"x\"}, \"city\": \"us-ca-oakland\"}}";
    String owner = open.token("Lee", Role.CITY, "us-ca-oakland");
    assertEquals(201, client.as(owner, "PUT", need, oakland).status());
  }

  @Test
  void budget_restrictedInTheLine_isAsPrivateAsOneNamedPrivate_andSoAreItsEarlierStates() {
    Client client = open.client();
    String staff = open.token("Wang", Role.CITY, JILIN);
    String others = open.token("Lee", Role.CITY, "us-ca-oakland");
    String reader = open.token("Bo", Role.READER);
    String path = "/api/v1/edits/need/restricted-budget";
    String line =
        """
        {"entry": {"name": {"en": "x"}, "city": "cn-jilin",
          "budget": {"min": 7777123, "currency": "USD"}%s}}
        """;
    assertEquals(201, client.as(staff, "PUT", path, line.formatted("")).status());
    assertTrue(client.as(reader, "GET", path, "").text().contains("7777123"));
    String hidden = line.formatted(", \"restricted\": {\"budget\": \"private\"}");
    assertEquals(200, client.as(staff, "PUT", path, hidden, "If-Match", "*").status());
    for (String each : List.of(path, path + "/history", "/api/v1/edits?city=cn-jilin")) {
      for (String format : List.of("json", "csv")) {
        String asked = each + (each.contains("?") ? "&" : "?") + "format=" + format;
        for (String who : List.of(reader, others)) {
          Client.Reply reply = client.as(who, "GET", asked, "");
          assertFalse(reply.text().contains("7777123"), () -> asked + reply.text());
        }
      }
      assertTrue(client.as(staff, "GET", each, "").text().contains("7777123"), each);
    }
    Visitor member = new Visitor(client, "en").signIn(reader);
    for (String page : List.of("/edits/need/restricted-budget", "/cities/cn-jilin")) {
      String text = member.get(page).text();
      assertFalse(text.contains("7777123") || text.contains("7,777,123"), page);
    }
    String typed =
        new Visitor(client, "en")
            .signIn(staff)
            .page("/edits/need/restricted-budget")
            .select("input[name=budget_min]")
            .attr("value");
    assertEquals("7777123", typed);
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
      var _ = client.as("", "POST", "/api/v1/session", "{\"token\": \"" + each + "\"}");
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
