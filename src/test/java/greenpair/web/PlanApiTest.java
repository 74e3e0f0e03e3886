package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Plans over HTTP: who may ask, what is kept and checked.
class PlanApiTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String PLANS = "/api/v1/plans";
  private static final String TWO =
      "{\"cities\": [\"us-ca-losangeles\", \"cn-shenzhen\"], \"capacity\": 1}";

  private final Client client = SERVED.client();
  private final String coordinator = SERVED.cohort().token("Li", Role.COORDINATOR);

  /// The address of a plan that is made.
  private String planned(String sort, String body) {
    return Plans.planned(client, coordinator, sort, body);
  }

  private List<String> audit() {
    return SERVED
        .cohort()
        .program
        .read(
            all ->
                all.audit().list(null, Long.MAX_VALUE, 50).items().stream()
                    .map(each -> each.who() + " " + each.action() + " " + each.subject())
                    .toList());
  }

  @Test
  void lists_forWhichFewerPartnersAreRecommendedThanWanted_areNamed() {
    String plan = planned("partners", "{\"cities\": [\"us-ca-berkeley\"], \"least\": 50}");
    JsonNode made = client.as(coordinator, "GET", plan, "").json().get("partners");
    assertFalse(made.get("shorter").isEmpty(), made::toString);
    JsonNode says = client.as(coordinator, "GET", plan + "/check", "").json().get("says");
    String but = "but " + made.get("shorter").size() + " lists have fewer partners than wanted";
    assertTrue(says.toString().contains(but), says::toString);
    JsonNode places = client.as(coordinator, "GET", plan + "/places", "").json().get("items");
    int empty = 0;
    for (JsonNode each : made.get("shorter")) {
      String need = each.get("need").asString();
      String kind = each.get("kind").asString();
      long got =
          made.at("/plan/places")
              .valueStream()
              .filter(place -> place.get("need").asString().equals(need))
              .filter(place -> place.get("kind").asString().equals(kind))
              .count();
      assertEquals(each.get("recommended").asLong(), got, each::toString);
      assertTrue(got < 50, each::toString);
      empty += got == 0 ? 1 : 0;
      long rows =
          places
              .valueStream()
              .filter(place -> place.get("need").asString().equals(need))
              .filter(place -> place.get("kind").asString().equals(kind))
              .count();
      assertEquals(Math.max(1, got), rows, "a list without a partner is exported too: " + each);
    }
    assertTrue(empty > 0, made::toString);
  }

  /// Ten cities are on one side, eleven on the other.
  @Test
  void cityWithoutAPair_isNamed() {
    JsonNode made = client.as(coordinator, "GET", planned("pairs", "{}"), "").json().get("pairs");
    Set<String> cities = new TreeSet<>();
    for (JsonNode pair : made.get("pairs")) {
      cities.add(pair.get("one").asString());
      cities.add(pair.get("other").asString());
    }
    assertFalse(made.get("alone").isEmpty(), made::toString);
    made.get("alone").forEach(each -> assertTrue(cities.add(each.asString()), each::toString));
    assertEquals(21, cities.size(), cities::toString);
  }

  @Test
  void partners_areMade_kept_andCheckedWithoutSolving() {
    String plan = planned("partners", TWO);
    JsonNode made = client.as(coordinator, "GET", plan, "").json();
    assertEquals("made", made.at("/about/state").stringValue());
    assertTrue(made.at("/partners/plan/proven").booleanValue());
    assertEquals(0, made.at("/partners/measures/overloaded").intValue());

    JsonNode check = client.as(coordinator, "GET", plan + "/check", "").json();
    assertTrue(check.get("sound").booleanValue(), check.toString());
    assertEquals("same", check.get("inputs").stringValue());

    JsonNode document = client.as(coordinator, "GET", plan + "/document", "").json();
    assertTrue(
        document.get("document").stringValue().contains(made.at("/about/digest").stringValue()));
    String places = client.as(coordinator, "GET", plan + "/places?format=csv", "").text();
    assertTrue(places.contains("us-ca-losangeles"), places);
    assertTrue(audit().contains("Li export " + plan + "/places?format=csv"), audit()::toString);
    String id = made.at("/about/id").stringValue();
    assertTrue(audit().contains("Li plan.ask plan " + id + ": partners"), audit()::toString);
    assertTrue(audit().contains("Li plan.made plan " + id), audit()::toString);
  }

  /// What a city decided holds in the plan of its programme too.
  @Test
  void partner_thatACityRuledOut_isNotGivenToIt() {
    String jilin = "{\"cities\": [\"cn-jilin\"], \"firms\": 1, \"financiers\": 0}";
    JsonNode first = client.as(coordinator, "GET", planned("partners", jilin), "").json();
    String partner = first.at("/partners/plan/places/0/supplier").asString();
    assertFalse(partner.isEmpty(), first::toString);
    String veto =
        "{\"sort\": \"veto\", \"city\": \"cn-jilin\", \"kind\": \"firm\", \"entry\": \""
            + partner
            + "\", \"body\": \"no\"}";
    Client.Reply made = client.as(coordinator, "POST", "/api/v1/remarks", veto);
    assertEquals(201, made.status(), made.text());
    JsonNode next = client.as(coordinator, "GET", planned("partners", jilin), "").json();
    for (JsonNode place : next.at("/partners/plan/places")) {
      assertNotEquals(partner, place.get("supplier").stringValue());
    }
    client.as(coordinator, "DELETE", made.header("Location"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cohort | {\"sides\": [{\"country\": \"CN\", \"cities\": 400}]} | ask for",
        "cohort | {\"must\": [\"cn-jilin\"], \"must_not\": [\"cn-jilin\"]} | one of the two lists",
        "pairs | {\"sides\": [\"CN\", \"FR\"]} | none of the participating cities is in FR",
        "partners | {\"cities\": [\"cn-shenzhen\"], \"pins\": [{\"need\": \"us-ca-losangeles-n1\","
            + " \"partner\": \"byd\"}]} | which does not take part"
      })
  void plan_thatCannotBe_saysWhatConflicts_inBothLanguages(String sort, String body, String words) {
    String plan = planned(sort, body);
    JsonNode about = client.as(coordinator, "GET", plan, "").json().get("about");
    assertEquals("impossible", about.get("state").stringValue(), about.toString());
    for (JsonNode each : about.get("messages")) {
      assertFalse(each.get("en").stringValue().isBlank());
      assertTrue(each.get("zh").stringValue().codePoints().anyMatch(Character::isIdeographic));
    }
    assertTrue(about.get("messages").toString().contains(words), about::toString);
    Client.Reply check = client.as(coordinator, "GET", plan + "/check", "");
    assertEquals(400, check.status(), check::text);
    assertTrue(check.text().contains("must be a completed plan"), check::text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cohort | {\"sides\": [{\"country\": \"CN\", \"cities\": 0}], \"must\": [\"cn-nowhere\"]} |"
            + " sides[0].cities must[0]",
        "cohort | {\"difference\": 2, \"of_province\": 0} | of_province difference",
        "pairs | {\"sides\": [\"CN\"]} | sides",
        "partners | {\"cities\": [\"cn-jilin\", \"cn-wuhan\", \"cn-jilin\"]} | cities[2]",
        "cohort | {\"sides\": [{\"country\": \"CN\", \"cities\": 3}, {\"country\": \"CN\","
            + " \"cities\": 4}]} | sides[1]",
        "partners | {\"capacity\": 0, \"capacities\": [{\"partner\": \"byd\", \"cities\": 0}]} |"
            + " capacity capacities[0].cities",
        "partners | {\"capacity\": -1} | capacity",
        "partners | {\"least\": 5, \"firms\": 1} | least",
        "partners | {\"least\": 5, \"firms\": 0, \"financiers\": 4} | least",
        "partners | {\"keep\": \"nothing\"} | keep",
        "partners | {\"vetoes\": [{\"partner\": \"byd\", \"at\": \"nowhere\"}], \"other\": 1} |"
            + " vetoes[0].at other"
      })
  void badBody_isRefusedWithAllItsFaults(String sort, String body, String faults) {
    Client.Reply reply = client.as(coordinator, "POST", PLANS + "/" + sort, body);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of(faults.split(" ")), reply.faults());
  }
}
