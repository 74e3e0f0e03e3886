package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Panels of invented experts in the plan of partners: on the page, in the API and on the command
/// line.
class ExpertPlanTest {
  private static final String PLANS = "/api/v1/plans";
  private static final String SOURCE =
      "\"provenance\":[{\"source\":\"https://example.org/entry\",\"verified\":true}]";

  /// Canvest as a financier, under an id of its own; of the two, only the firm is recommended.
  private static final String CANVEST_AS_FINANCIER =
      "{\"kind\":\"financier\",\"id\":\"canvest-capital\",\"name\":{\"en\":\"Invented Canvest\"},\"instruments\":[\"FIN.LON\"],\"identifiers\":[\"invented:canvest\"],%s}"
          .formatted(SOURCE);

  /// Each invented. `x-busy` has days for one need of Shenzhen, `x-tied` belongs to Canvest, and
  /// `x-bound` has a conflict of interest with its other entry.
  private static final List<String> EXPERTS =
      List.of(
          expert("x-busy", "\"days\":{\"count\":9},"),
          expert("x-tied", "\"days\":{\"count\":90},\"affiliation\":{\"firm\":\"canvest\"},"),
          expert("x-bound", "\"affiliation\":{\"financier\":\"canvest-capital\"},"),
          expert("x-free", "\"days\":{\"count\":90},"),
          expert("canvest", "\"days\":{\"count\":0},"),
          expert("x-quiet", "\"days\":{\"count\":3},\"restricted\":{\"days\":\"programme\"},"),
          expert("x-foreign", "\"days\":{\"count\":90},").replace("\"zh\"]", "\"fr\"]"));

  @TempDir private static Path folder;
  private static Cohort cohort;
  private static Client client;
  private static String coordinator;

  private static String expert(String id, String fields) {
    return "{\"kind\":\"expert\",\"id\":\"%s\",\"name\":{\"en\":\"Invented %s\",\"zh\":\"虚构%s\"},\"technologies\":[\"GRD.FLX.VPP\",\"WST.ENE.INC\",\"TRN.EV.CHG\"],\"declared\":\"2026-05\",\"languages\":[\"zh\"],%s%s}"
        .formatted(id, id, id, fields, SOURCE);
  }

  @BeforeAll
  static void serve() throws IOException {
    cohort = Cohort.served(folder);
    List<Entry> all = new ArrayList<>(cohort.fixtures());
    all.removeIf(each -> each.kind() == Kind.FIRM && each.id().value().equals("canvest"));
    added().forEach(line -> all.add(cohort.json.decode(line.getBytes(StandardCharsets.UTF_8))));
    cohort.serve(all);
    client = cohort.client();
    coordinator = cohort.token("Li", Role.COORDINATOR);
  }

  private static List<String> added() throws IOException {
    String canvest =
        Files.readAllLines(Path.of("fixtures/firms.jsonl")).stream()
            .filter(each -> each.contains("\"id\":\"canvest\""))
            .findFirst()
            .orElseThrow();
    List<String> all = new ArrayList<>(EXPERTS);
    all.add(registered(canvest));
    all.add(CANVEST_AS_FINANCIER);
    return all;
  }

  private static String registered(String canvest) {
    return canvest.replace(
        "\"id\":\"canvest\",", "\"id\":\"canvest\",\"identifiers\":[\"invented:canvest\"],");
  }

  @AfterAll
  static void close() {
    cohort.close();
  }

  private static JsonNode planned(String body) {
    Client.Reply asked = client.as(coordinator, "POST", PLANS + "/partners", body);
    assertEquals(202, asked.status(), asked.text());
    return Plans.await(client, coordinator, asked.header("Location"));
  }

  private static List<JsonNode> places(JsonNode plan, String kind) {
    return plan.get("places")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals(kind))
        .toList();
  }

  @Test
  void experts_areOnPanels_withinTheirDays_andAwayFromTheFirmsTheyBelongTo() {
    JsonNode plan =
        planned("{\"cities\": [\"cn-shenzhen\"], \"worst_off\": 1}").at("/partners/plan");

    List<JsonNode> experts = places(plan, "expert");
    Set<String> names = new HashSet<>();
    experts.forEach(each -> names.add(each.path("supplier").asString()));
    assertTrue(names.contains("x-free"), plan::toString);
    assertFalse(names.contains("x-foreign"), plan::toString);
    assertTrue(count(experts, "x-busy") <= 1, plan::toString);
    Set<String> ofCanvest = new HashSet<>();
    places(plan, "firm").stream()
        .filter(each -> each.path("supplier").asString().equals("canvest"))
        .forEach(each -> ofCanvest.add(each.path("need").asString()));
    assertFalse(ofCanvest.isEmpty(), plan::toString);
    assertTrue(
        experts.stream()
            .filter(each -> each.path("supplier").asString().equals("x-tied"))
            .noneMatch(each -> ofCanvest.contains(each.path("need").asString())),
        plan::toString);
  }

  @Test
  void aConflictOfInterest_countsForEveryEntryOfThePartner() {
    for (String expert : List.of("x-tied", "x-bound")) {
      String pins =
          "{\"need\": \"cn-shenzhen-n2\", \"partner\": \"canvest\"},"
              + " {\"need\": \"cn-shenzhen-n2\", \"partner\": \"%s\"}".formatted(expert);
      JsonNode made =
          planned("{\"cities\": [\"cn-shenzhen\"], \"pins\": [" + pins + "]}").get("partners");

      assertFalse(made.has("plan"), made::toString);
      assertTrue(made.get("conflict").toString().contains("conflict of interest"), made::toString);
    }
  }

  private static long count(List<JsonNode> places, String supplier) {
    return places.stream()
        .filter(each -> each.path("supplier").asString().equals(supplier))
        .count();
  }

  @Test
  void restrictedDays_limitNothing() {
    JsonNode plan =
        planned("{\"cities\": [\"cn-shenzhen\"], \"experts\": 9, \"panel\": 9}")
            .at("/partners/plan");

    assertTrue(count(places(plan, "expert"), "x-quiet") > 1, plan::toString);
  }

  @Test
  void check_ofAPlanWithPanels_isSound() {
    JsonNode plan = planned("{\"cities\": [\"cn-shenzhen\"]}");

    JsonNode check =
        client
            .as(coordinator, "GET", PLANS + "/" + plan.at("/about/id").asString() + "/check", "")
            .json();
    assertTrue(check.get("sound").booleanValue(), check::toString);
    assertEquals("same", check.get("inputs").stringValue());
  }

  @Test
  void anExpert_canBeDemandedAndRuledOut_andDeclinedByTheCity() {
    JsonNode plan =
        planned(
            "{\"cities\": [\"cn-shenzhen\"], \"pins\": [{\"need\": \"cn-shenzhen-n1\", \"partner\":"
                + " \"x-busy\"}], \"vetoes\": [{\"partner\": \"x-free\"}], \"capacities\":"
                + " [{\"partner\": \"x-busy\", \"cities\": 1}]}");
    List<JsonNode> experts = places(plan.at("/partners/plan"), "expert");
    assertEquals(1, count(experts, "x-busy"), plan::toString);
    assertEquals(0, count(experts, "x-free"), plan::toString);
    String address = PLANS + "/" + plan.at("/about/id").asString();
    assertEquals(
        200,
        client.as(coordinator, "POST", address + "/share", "{\"until\": \"2100-01-01\"}").status());
    Client.Reply answer =
        client.as(
            cohort.token("Wu", Role.CITY, "cn-shenzhen"),
            "POST",
            address + "/cities/cn-shenzhen/answers",
            "{\"answer\": \"prefer\", \"need\": \"cn-shenzhen-n1\", \"partner\": \"x-busy\","
                + " \"preferred\": \"x-quiet\"}");
    assertEquals(201, answer.status(), answer::text);
    String part = address + "/cities/cn-shenzhen";
    String declining =
        "{\"answer\": \"decline\", \"need\": \"cn-shenzhen-n1\", \"partner\": \"x-busy\"}";
    assertEquals(201, client.as(coordinator, "POST", part + "/answers", declining).status());
    Client.Reply letters = client.as(coordinator, "POST", part + "/introductions", "{}");
    letters
        .json()
        .get("items")
        .forEach(
            each ->
                assertEquals(
                    !each.path("partner").asString().equals("x-busy"),
                    each.has("introduction"),
                    letters::text));
  }
}
