package greenpair.web.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import greenpair.web.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Private fields of entries and remarks of each tier, as each role sees them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateFieldTest {
  private static final String JILIN = "cn-jilin";

  private Cohort cohort;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    cohort = Cohort.served(data);
  }

  @AfterAll
  void stop() {
    cohort.close();
  }

  @Test
  void remark_ofEveryTier_isSeenByThoseWhoMayAndNoOthers() {
    Client client = cohort.client();
    Map<String, String> tokens = AccessTest.tokens(cohort);
    tokens.put("another city", cohort.token("An", Role.CITY, "us-ca-oakland"));
    Map<String, Set<String>> seers =
        Map.of(
            "public", tokens.keySet(),
            "programme", Set.of("city", "coordinator", "operator"),
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
    Client client = cohort.client();
    Map<String, String> tokens = AccessTest.tokens(cohort);
    tokens.put("another city", cohort.token("An", Role.CITY, "us-ca-oakland"));
    String address = "/api/v1/edits/need/secret-budget";
    String body =
        """
        {"entry": {"name": {"en": "Heat"}, "city": "cn-jilin",
                   "budget": {"min": 7654321, "currency": "CNY"}},
         "private": ["budget"]}
        """;
    Client.Reply made = client.as(tokens.getOrDefault("city", ""), "PUT", address, body);
    assertEquals(201, made.status(), made.text());
    review(client, address);
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

  private void review(Client client, String address) {
    String coordinator = cohort.token("Co", Role.COORDINATOR);
    String state = "{\"state\": \"reviewed\"}";
    assertEquals(
        200, client.as(coordinator, "POST", address + "/state", state, "If-Match", "*").status());
  }

  private int reads() {
    JsonNode audit =
        cohort
            .client()
            .as(cohort.token("Op", Role.OPERATOR), "GET", "/api/v1/audit", "")
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
  void budget_restrictedInTheLine_isAsPrivateAsOneNamedPrivate_andSoAreItsEarlierStates() {
    Client client = cohort.client();
    String staff = cohort.token("Wang", Role.CITY, JILIN);
    String others = cohort.token("Lee", Role.CITY, "us-ca-oakland");
    String reader = cohort.token("Bo", Role.READER);
    String path = "/api/v1/edits/need/restricted-budget";
    String line =
        """
        {"entry": {"name": {"en": "x"}, "city": "cn-jilin",
          "budget": {"min": 7777123, "currency": "USD"}%s}}
        """;
    assertEquals(201, client.as(staff, "PUT", path, line.formatted("")).status());
    assertEquals(404, client.as(reader, "GET", path, "").status(), "a draft");
    review(client, path);
    assertTrue(client.as(reader, "GET", path, "").text().contains("7777123"));
    String hidden = line.formatted(", \"restricted\": {\"budget\": \"private\"}");
    assertEquals(200, client.as(staff, "PUT", path, hidden, "If-Match", "*").status());
    review(client, path);
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
}
