package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.program.access.Caller.Role;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Proposals of learnt weights on the page and in the API, and decisions of coordinators.
class LearningPagesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String API = "/api/v1/learning";
  private static final List<String> CITIES = List.of("cn-jilin", "us-ca-oakland", "cn-guiyang");
  private static String token = "";

  /// Ten firms for each of three cities: five came to a contract, five stopped at once.
  @BeforeAll
  static void introduce() {
    token = SERVED.cohort().token("Li Na", Role.COORDINATOR);
    JsonNode refused = asked();
    assertTrue(refused.at("/current/on").isMissingNode(), "unknown is not 1970");
    assertTrue(refused.at("/proposal/kinds/0/says/0/en").stringValue().contains("at least 20"));
    Document page = SERVED.as(Role.COORDINATOR, "zh").page("/learning");
    assertTrue(
        page.select("section[aria-labelledby=kind-firm]").text().contains("至少需要20项"), page.text());
    List<String> firms =
        SERVED.cohort().fixtures().stream()
            .filter(each -> each.kind() == Kind.FIRM)
            .limit(30)
            .map(each -> each.id().value())
            .toList();
    for (int i = 0; i < firms.size(); i++) {
      introduce(CITIES.get(i / 10), firms.get(i), i % 10 < 5);
    }
  }

  private static void introduce(String city, String firm, boolean isGood) {
    String body = "{\"city\": \"" + city + "\", \"kind\": \"firm\", \"partner\": \"" + firm + "\"}";
    Client.Reply made = SERVED.client().as(token, "POST", "/api/v1/introductions", body);
    String step =
        isGood ? "{\"stage\": \"contract\"}" : "{\"stage\": \"stopped\", \"reason\": \"dear\"}";
    String steps = made.header("Location") + "/steps";
    assertEquals(201, made.status(), made::text);
    int status = SERVED.client().as(token, "POST", steps, step).status();
    assertTrue(status == 200 || status == 201, "step: " + status);
  }

  private static JsonNode asked() {
    Client.Reply reply = SERVED.client().as(token, "GET", API, "");
    assertEquals(200, reply.status(), reply::text);
    return reply.json();
  }

  @Test
  void proposal_isShown_onThePageAsInTheApi() {
    JsonNode proposal = asked().get("proposal");
    String id = proposal.get("id").stringValue();
    Visitor coordinator = SERVED.as(Role.COORDINATOR, "en");
    Document page = coordinator.page("/learning");
    for (JsonNode each : proposal.at("/kinds/0/says")) {
      assertTrue(page.text().contains(each.get("en").stringValue()), page.text());
    }
    assertEquals(
        proposal.at("/effect/changes").size(),
        page.select("section[aria-labelledby=effect] tbody tr").size());
    assertTrue(page.select("dl.facts").text().contains(id), page.text());
    assertTrue(page.select("dl.facts").text().contains("set by hand"), page.text());
  }
}
