package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route;
import io.javalin.http.HandlerType;
import java.net.http.HttpRequest.BodyPublishers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no route reads is refused, so that nobody believes that it had an effect.
class UnreadTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final Map<String, String> PARTS =
      Map.of("{kind}/{id}", "firm/byd", "/cities/{id}", "/cities/cn-jilin", "{name}", "page.css");

  /// Pages that nobody opens without saying of what.
  private static final Set<String> OF_ONE =
      Set.of("/contacts", "/edits", "/remarks", "/introductions");

  private final String token = SERVED.cohort().token("Wang", Role.OPERATOR);

  private static String path(Route route) {
    String path = route.path();
    for (Map.Entry<String, String> each : PARTS.entrySet()) {
      path = path.replace(each.getKey(), each.getValue());
    }
    for (Map.Entry<String, String> each : route.parameters().entrySet()) {
      path = path.replace("{" + each.getKey() + "}", each.getValue());
    }
    return path.replaceAll("[{].*?}", "1");
  }

  private static List<Integer> refused(Route route) {
    boolean isOfOne = route.path().contains("{") || OF_ONE.contains(route.path());
    return isOfOne ? List.of(400, 404) : List.of(400);
  }

  private List<String> wrong(HandlerType method, String query, String body) {
    List<String> wrong = new ArrayList<>();
    for (Route each : SERVED.cohort().server.routes()) {
      boolean isForm = !each.isDescribed() && !method.equals(HandlerType.GET);
      if (each.method().equals(method) && !isForm) {
        Client.Reply reply =
            SERVED
                .client()
                .send(
                    method.name(),
                    path(each) + query,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json");
        if (!refused(each).contains(reply.status())) {
          wrong.add(method + " " + path(each) + " " + reply.status());
        }
      }
    }
    return wrong;
  }

  @Test
  void parameterThatNothingReads_isRefused() {
    assertEquals(List.of(), wrong(HandlerType.GET, "?surprise=1", ""));
  }

  @Test
  void bodyThatNothingReads_isRefused() {
    String body = "{\"surprise\": 1}";
    List<String> wrong = new ArrayList<>();
    for (HandlerType each :
        List.of(HandlerType.GET, HandlerType.DELETE, HandlerType.POST, HandlerType.PUT)) {
      wrong.addAll(wrong(each, "", body));
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "/submissions?kind=x, kind",
    "/submissions?sort=x, sort",
    "/submissions?entry=%25, entry",
    "/remarks?sort=x&city=cn-jilin, sort",
    "/remarks?sort=note&city=%25, city",
    "/introductions?city=cn-jilin&kind=firm&partner=%25, partner",
    "/introductions?city=cn-jilin&partner=byd&kind=frim, kind",
    "/edits/need/cn-jilin-n1?city=cn-beijing, city",
    "/?q=heat&within=0, within",
    "/?q=heat&within=50, within",
    "/plans?sort=x, sort",
    "/plans/cohort?sort=x, sort",
    "/changes?sort=x, sort",
    "/changes?sort=firm&entry=nosuch, entry",
    "/problems/not-found?format=csv, format",
  })
  void wordThatMeansNothing_isRefused_namingIt(String path, String field) {
    Client.Reply reply =
        SERVED
            .client()
            .get(path + "&lang=en", "Accept", "text/html", "Authorization", "Bearer " + token);
    assertEquals(400, reply.status(), reply.text());
    String fault = Jsoup.parse(reply.text()).select("main li").text();
    assertTrue(fault.startsWith(field + ": "), fault);
  }

  @ParameterizedTest
  @CsvSource({
    "edits?city=cn-jilim, city",
    "remarks?city=cn-jilim, city",
    "remarks?need=cn-jilim-n1, need",
    "remarks?entry=bydd, entry",
    "remarks?kind=expert&entry=byd, entry",
    "contacts?entry=bydd, entry",
    "contacts?kind=city&entry=byd, entry",
    "submissions?entry=bydd, entry",
    "submissions?city=cn-jilim, city",
    "submissions?need=cn-jilim-n1, need",
    "introductions?city=cn-jilim, city",
    "introductions?partner=bydd, partner",
    "audit?who=, who",
    "search?market=true, market",
    "search?market=CN-ZZ, market",
  })
  void listOfWhatNobodyKnows_isRefused(String path, String field) {
    Client.Reply reply = SERVED.client().get("/api/v1/" + path, "Authorization", "Bearer " + token);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(field, reply.json().at("/errors/0/field").asString(), reply.text());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-16, 415",
    "application/json;Charset=\"GBK\", 415",
    "application/json; charset=, 415",
    "application/json; charset=\"UTF-8\", 200",
    "application/json; odata=verbose, 200",
  })
  void bodyInAnotherCharset_isRefused(String type, int status) {
    String body = "{\"city\": \"cn-jilin\", \"text\": \"bus\"}";
    Client.Reply reply =
        SERVED
            .client()
            .send(
                "POST",
                "/api/v1/recommendations",
                BodyPublishers.ofString(body),
                "Content-Type",
                type);
    assertEquals(status, reply.status(), reply.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sort\": \"city\", \"entry\": \"cn-jilin\", \"query\": \"q=1\"}|query",
        "{\"sort\": \"search\", \"query\": \"q=bus\", \"name\": \"x\", \"entry\": \"byd\"}|entry",
      })
  void fieldOfAnotherSort_isRefused(String body, String field) {
    Client.Reply reply = SERVED.client().as(token, "POST", "/api/v1/follows", body);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(field, reply.json().at("/errors/0/field").asString(), reply.text());
  }

  @Test
  void table_thatIsAPart_leadsToTheNext() {
    Client client = SERVED.client();
    String cities = "/api/v1/cities?format=csv&limit=5";
    Client.Reply first = client.get(cities);
    String next = first.header("Link").replaceAll("^<|>; rel=\"next\"$", "");
    Client.Reply second = client.get(next);
    assertEquals(200, second.status(), next);
    assertTrue(second.header("Link").matches("<[^?]*[?]format=csv&limit=5&cursor=[^&]*>.*"));
    String need = "/api/v1/needs/us-ca-losangeles-n1/recommendations";
    Client.Reply part = client.get(need + "?format=csv&from=0&limit=1");
    assertEquals("<" + need + "?format=csv&limit=1&from=1>; rel=\"next\"", part.header("Link"));
    assertEquals("", client.get(need + "?format=csv&limit=50").header("Link"));
    assertEquals(400, client.get("/metrics?format=json").status());
  }

  @Test
  void table_isOfAListOnly() {
    List<String> wrong = new ArrayList<>();
    String[] bearer = {"Authorization", "Bearer " + token};
    for (Route each : SERVED.cohort().server.routes()) {
      boolean isRead = each.method().equals(HandlerType.GET) && each.isDescribed();
      Client.Reply json = isRead ? SERVED.client().get(path(each), bearer) : null;
      if (json != null && json.status() == 200 && json.header("Content-Type").contains("json")) {
        Client.Reply table = SERVED.client().get(path(each) + "?format=csv", bearer);
        boolean isEmpty = table.text().strip().length() <= 1;
        if (table.status() != 400 && isEmpty != json.text().contains("\"items\":[]")) {
          wrong.add(path(each) + " " + table.status());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "/introductions, 404",
    "/introductions?city=cn-jilin&kind=firm, 404",
    "/introductions?city=cn-jilin&kind=firm&partner=byd, 200",
    "/remarks, 404",
    "/remarks?sort=note, 404",
    "/remarks?sort=note&city=cn-jilin, 200",
    "/remarks?sort=note&kind=firm&entry=byd, 200",
  })
  void formOfNothing_isNotShown(String path, int status) {
    Client.Reply reply =
        SERVED.client().get(path, "Accept", "text/html", "Authorization", "Bearer " + token);
    assertEquals(status, reply.status(), reply.text());
  }

  @Test
  void filterThatLeavesNothing_isNotBlamedOnMissingWords() {
    String text = SERVED.client().get("/api/v1/search?market=ASEAN").text();
    assertTrue(text.contains("Nothing in the catalog matches"), text);
  }
}
