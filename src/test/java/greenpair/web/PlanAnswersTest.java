package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The answers of cities to their parts of plans over HTTP.
class PlanAnswersTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String PLANS = "/api/v1/plans";
  private static final String TWO =
      "{\"cities\": [\"us-ca-losangeles\", \"cn-shenzhen\"], \"capacity\": 1}";

  private final Client client = SERVED.client();
  private final String coordinator = SERVED.cohort().token("Li", Role.COORDINATOR);
  private final String shenzhen = SERVED.cohort().token("Wu", Role.CITY, "cn-shenzhen");

  private String planned(String body) {
    return Plans.planned(client, coordinator, "partners", body);
  }

  private void share(String plan, String until) {
    Client.Reply shared =
        client.as(coordinator, "POST", plan + "/share", "{\"until\": \"" + until + "\"}");
    assertEquals(200, shared.status(), shared.text());
  }

  @Test
  void city_seesItsOwnPartOnceItIsShared_andAnswersUntilTheDay() {
    String plan = planned(TWO);
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
    String again = planned(TWO.replace("}", ", \"keep\": \"" + id + "\"}"));
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
        client.as(coordinator, "GET", planned(fewer), "").json().at("/about/state").stringValue(),
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
    String plan = planned(TWO);
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
    String again = planned(TWO.replace("}", ", \"keep\": \"" + id + "\"}"));
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
    String plan = planned(TWO);
    share(plan, "2099-12-31");
    Client.Reply reply = client.as(shenzhen, "POST", plan + "/cities/cn-shenzhen/answers", body);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of(fault), reply.faults());
  }
}
