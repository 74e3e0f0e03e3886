package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.program.access.Caller.Role;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.format.CatalogJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An invented firm that has stated what it wants, from the catalog to answers, pages and plans.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatedPreferencesTest {
  private static final String FIRM = "xx-pumps";
  private static final String NEED = "us-ca-paloalto-n2";

  private static final List<String> LINES =
      List.of(
          """
          {"kind":"firm","id":"xx-pumps","name":{"en":"Invented Pumps","zh":"虚构热泵"},
           "technologies":["BLD.HVC.ASH"],"role":"vendor","status":"active","seen":"2026",
           "market":{"in":["US"]},
           "preferences":{"stated":"2026-05","places":["US-CA"],"technologies":["BLD.HVC"],
             "project_size":{"min":500000,"currency":"USD"},"clients":["school"],
             "capacity":{"cities":4,"projects":1}},
           "provenance":[{"source":"https://example.org/pumps","verified":true},
             {"source":"letter","published":"2026-05","verified":true,"fields":["preferences"]}]}\
          """,
          """
          {"kind":"deployment","id":"xx-pumps-d1","name":{"en":"Heat pumps"},"city":"us-ca-oakland",
           "technologies":["BLD.HVC.ASH"],"firms":["xx-pumps"],
           "parties":[{"firm":"xx-pumps","role":"installer","result":"good",
           "outcome":{"en":"All run"}}],"end":2025,
           "quantity":{"value":400,"unit":{"en":"units","zh":"台"}},"status":"operating",
           "grade":"A","provenance":[{"source":"https://example.org/done","verified":true}]}\
          """);

  private Cohort cohort;
  private Client client;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    CatalogJson json = new CatalogJson(CohortRules.READ.taxonomy());
    cohort = new Cohort(data, Cohort.SETTINGS, json, InstantSource.system());
    List<Entry> all = new ArrayList<>(cohort.fixtures());
    for (String line : LINES) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      all.add(
          assertInstanceOf(LineResult.Accepted.class, json.read(bytes, new Origin("invented", 1)))
              .entry());
    }
    cohort.publish(all);
    cohort.server.start("127.0.0.1", 0);
    client = cohort.client();
  }

  @AfterAll
  void stop() {
    cohort.close();
  }

  @Test
  void answer_isReciprocal_onlyForTheFirmThatHasSpoken() {
    JsonNode answer =
        client.get("/api/v1/needs/" + NEED + "/recommendations?kind=firm&limit=50").json();
    boolean isFound = false;
    for (JsonNode each : answer.get("recommendations")) {
      boolean isIts = each.get("id").asString().equals(FIRM);
      assertEquals(isIts, each.at("/sides/reciprocal").asBoolean(), each.toString());
      assertEquals(
          isIts,
          each.get("reason").toString().contains("matches its stated preferences"),
          each.toString());
      boolean hasPart = each.at("/explanation/parts").toString().contains("\"preferences\"");
      assertEquals(isIts, hasPart, each.toString());
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode part : each.at("/explanation/parts")) {
        sum = sum.add(BigDecimal.valueOf(part.get("contribution").asDouble()));
      }
      assertEquals(0, sum.compareTo(BigDecimal.valueOf(each.get("score").asDouble())));
      isFound |= isIts;
    }
    assertTrue(isFound, answer::toString);
    JsonNode needs = client.get("/api/v1/partners/" + FIRM + "/opportunities?kind=firm").json();
    assertTrue(needs.at("/opportunities/0/sides/reciprocal").asBoolean(), needs::toString);
  }

  @Test
  void plan_usesTheStatedCapacity_unlessAnotherIsGiven() {
    assertEquals(1, cities("").size());
    assertEquals(
        2, cities(", \"capacities\": [{\"partner\": \"xx-pumps\", \"cities\": 2}]").size());
  }

  /// The cities that a plan gives to the firm.
  private Set<String> cities(String more) {
    String token = cohort.token("Li", Role.COORDINATOR);
    String body =
        "{\"cities\": [\"us-ca-paloalto\", \"us-ca-sanfrancisco\"], \"firms\": 9" + more + "}";
    Client.Reply asked = client.as(token, "POST", "/api/v1/plans/partners", body);
    assertEquals(202, asked.status(), asked::text);
    JsonNode plan = Plans.await(client, token, asked.header("Location"));
    Set<String> cities = new TreeSet<>();
    for (JsonNode place : plan.at("/partners/plan/places")) {
      if (place.get("supplier").asString().equals(FIRM)) {
        cities.add(place.get("need").asString().replaceFirst("-n[0-9]+$", ""));
      }
    }
    return cities;
  }
}
