package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Plans over HTTP: who may ask, what is kept, checked, shared and answered.
class PlanApiTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String PLANS = "/api/v1/plans";
  private static final String TWO =
      "{\"cities\": [\"us-ca-losangeles\", \"cn-shenzhen\"], \"capacity\": 1}";

  private final Client client = SERVED.client();
  private final String coordinator = SERVED.cohort().token("Li", Role.COORDINATOR);
  private final String shenzhen = SERVED.cohort().token("Wu", Role.CITY, "cn-shenzhen");

  /// The address of a plan that is made.
  private String planned(String sort, String body) {
    Client.Reply asked = client.as(coordinator, "POST", PLANS + "/" + sort, body);
    assertEquals(202, asked.status(), asked.text());
    String address = asked.header("Location");
    Plans.await(client, coordinator, address);
    return address;
  }

  private void share(String plan, String until) {
    Client.Reply shared =
        client.as(coordinator, "POST", plan + "/share", "{\"until\": \"" + until + "\"}");
    assertEquals(200, shared.status(), shared.text());
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
    String plan = planned("partners", "{\"cities\": [\"cn-jilin\"], \"least\": 50}");
    JsonNode made = client.as(coordinator, "GET", plan, "").json().get("partners");
    assertFalse(made.get("shorter").isEmpty(), made::toString);
    JsonNode says = client.as(coordinator, "GET", plan + "/check", "").json().get("says");
    String but = "but " + made.get("shorter").size() + " lists have fewer partners than wanted";
    assertTrue(says.toString().contains(but), says::toString);
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
    }
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
        "cohort | {\"sides\": [{\"country\": \"CN\", \"cities\": 400}]} | lower its places",
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

  @Test
  void city_seesItsOwnPartOnceItIsShared_andAnswersUntilTheDay() {
    String plan = planned("partners", TWO);
    String own = plan + "/cities/cn-shenzhen";
    assertEquals(404, client.as(shenzhen, "GET", own, "").status());
    assertEquals(403, client.as(shenzhen, "GET", plan, "").status());
    share(plan, "2099-12-31");

    Client.Reply shown = client.as(shenzhen, "GET", own, "");
    assertEquals(200, shown.status(), shown.text());
    assertFalse(shown.text().contains("capacit"), "what others told the coordinators");
    assertEquals(403, client.as(shenzhen, "GET", plan + "/cities/us-ca-losangeles", "").status());
    JsonNode need =
        StreamSupport.stream(shown.json().at("/partners/needs").spliterator(), false)
            .filter(each -> !each.get("got").isEmpty())
            .findFirst()
            .orElseThrow();
    String place =
        "\"need\": \"%s\", \"partner\": \"%s\""
            .formatted(need.get("need").stringValue(), need.at("/got/0/partner").stringValue());

    Client.Reply declined =
        client.as(
            shenzhen,
            "POST",
            own + "/answers",
            "{\"answer\": \"decline\", \"body\": \"Under contract\", " + place + "}");
    assertEquals(201, declined.status(), declined.text());
    assertTrue(
        client.as(coordinator, "GET", plan, "").json().get("answers").toString().contains("Under"));

    String id = plan.substring(plan.lastIndexOf('/') + 1);
    String again = planned("partners", TWO.replace("}", ", \"keep\": \"" + id + "\"}"));
    for (JsonNode each :
        client.as(coordinator, "GET", again, "").json().at("/partners/plan/places")) {
      boolean same =
          each.get("need").equals(need.get("need"))
              && each.get("supplier").equals(need.at("/got/0/partner"));
      assertFalse(same, "what a city declined is not planned again: " + each);
    }
    assertTrue(
        client.as(coordinator, "GET", again + "/check", "").json().get("sound").booleanValue());

    String fewer = "{\"cities\": [\"us-ca-losangeles\"], \"keep\": \"" + id + "\"}";
    assertEquals(
        "made",
        client
            .as(coordinator, "GET", planned("partners", fewer), "")
            .json()
            .at("/about/state")
            .stringValue(),
        "what was declined may take no part any more");

    SERVED
        .cohort()
        .program
        .change(all -> all.plans().share(plan.replace(PLANS + "/", ""), LocalDate.of(2020, 1, 1)));
    Client.Reply late = client.as(shenzhen, "POST", own + "/answers", "{\"answer\": \"accept\"}");
    assertEquals(400, late.status(), late.text());
  }

  private void answer(String plan, String body) {
    Client.Reply reply = client.as(shenzhen, "POST", plan + "/cities/cn-shenzhen/answers", body);
    assertEquals(201, reply.status(), reply::text);
  }

  private List<JsonNode> introduced(String plan) {
    return client
        .as(coordinator, "POST", plan + "/cities/cn-shenzhen/introductions", "{}")
        .json()
        .get("items")
        .valueStream()
        .filter(each -> each.has("introduction"))
        .toList();
  }

  @Test
  void theNewestAnswerThatContainsAPlaceCounts() {
    String plan = planned("partners", TWO);
    share(plan, "2099-12-31");
    JsonNode place =
        client
            .as(coordinator, "GET", plan, "")
            .json()
            .at("/partners/plan/places")
            .valueStream()
            .filter(each -> each.get("need").stringValue().startsWith("cn-shenzhen"))
            .findFirst()
            .orElseThrow();
    String need = "\"need\": " + place.get("need");
    String partner = need + ", \"partner\": " + place.get("supplier");

    answer(plan, "{\"answer\": \"accept\", " + partner + "}");
    answer(plan, "{\"answer\": \"decline\"}");
    assertEquals(List.of(), introduced(plan), "a declined part");
    String id = plan.substring(plan.lastIndexOf('/') + 1);
    String again = planned("partners", TWO.replace("}", ", \"keep\": \"" + id + "\"}"));
    assertFalse(
        client
            .as(coordinator, "GET", again, "")
            .json()
            .at("/partners/plan/places")
            .valueStream()
            .anyMatch(
                each ->
                    each.get("need").equals(place.get("need"))
                        && each.get("supplier").equals(place.get("supplier"))),
        "a declined part is not planned again");

    answer(plan, "{\"answer\": \"accept\", " + partner + "}");
    answer(plan, "{\"answer\": \"decline\", " + need + "}");
    assertEquals(List.of(), introduced(plan), "a declined need");

    answer(plan, "{\"answer\": \"prefer\", \"preferred\": \"byd\", " + partner + "}");
    assertEquals(List.of(), introduced(plan), "a person chooses between the two");

    answer(plan, "{\"answer\": \"accept\", " + partner + "}");
    List<JsonNode> introduced = introduced(plan);
    assertEquals(1, introduced.size(), introduced::toString);
    assertEquals(place.get("supplier"), introduced.getFirst().get("partner"));
    String draft =
        "/api/v1/introductions/" + introduced.getFirst().get("introduction").stringValue();
    assertEquals(
        "drafted", client.as(coordinator, "GET", draft, "").json().get("stage").stringValue());

    String all = plan + "/cities/cn-shenzhen/introductions";
    Client.Reply back = client.as(coordinator, "DELETE", all, "");
    assertEquals(200, back.status(), back::text);
    assertFalse(back.text().contains("\"introduction\""), back::text);
    assertTrue(client.as(coordinator, "GET", draft, "").json().path("stage").isMissingNode());
    String sent = introduced(plan).getFirst().get("introduction").stringValue();
    client.as(
        coordinator, "POST", "/api/v1/introductions/" + sent + "/steps", "{\"stage\": \"met\"}");
    assertTrue(
        client.as(coordinator, "DELETE", all, "").text().contains(sent), "no draft any more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"answer\": \"prefer\"} | preferred",
        "{\"answer\": \"accept\", \"preferred\": \"byd\"} | preferred",
        "{} | answer",
        "{\"answer\": \"accept\", \"need\": \"us-ca-losangeles-n1\"} | need"
      })
  void badAnswer_isRefused(String body, String fault) {
    String plan = planned("partners", TWO);
    share(plan, "2099-12-31");
    Client.Reply reply = client.as(shenzhen, "POST", plan + "/cities/cn-shenzhen/answers", body);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of(fault), reply.faults());
  }
}
