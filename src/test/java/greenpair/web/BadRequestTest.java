package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What is wrong with an address, a parameter or a method.
class BadRequestTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  /// The only fault of a request, after checking what every problem must be.
  private JsonNode onlyFault(Client.Reply reply, int status, String type) {
    problem(reply, status, type);
    assertEquals(1, reply.faults().size(), reply.text());
    return reply.json().get("errors").get(0);
  }

  private static void problem(Client.Reply reply, int status, String type) {
    assertEquals(status, reply.status(), reply.text());
    assertEquals("application/problem+json; charset=utf-8", reply.header("Content-Type"));
    assertEquals("nosniff", reply.header("X-Content-Type-Options"));
    JsonNode problem = reply.json();
    assertEquals("/problems/" + type, problem.get("type").stringValue());
    assertEquals(status, problem.get("status").intValue());
    for (String text : List.of("title", "title_zh", "detail", "detail_zh")) {
      assertFalse(problem.get(text).stringValue().isBlank(), text);
    }
    for (JsonNode fault : problem.get("errors")) {
      for (String text : List.of("field", "rule", "rule_zh", "next", "next_zh")) {
        assertFalse(fault.get(text).stringValue().isBlank(), text);
      }
    }
    assertFalse(reply.text().contains("Exception"), reply.text());
    assertFalse(reply.text().contains("<html"), reply.text());
  }

  @Test
  void city_unknown_isNotFoundAndNamesTheNearest() {
    JsonNode fault =
        onlyFault(SERVED.client().get("/api/v1/cities/us-ca-losangles"), 404, "not-found");
    assertEquals("id", fault.get("field").stringValue());
    assertEquals("us-ca-losangles", fault.get("value").stringValue());
    assertTrue(fault.get("next").stringValue().contains("\"us-ca-losangeles\""));
    assertTrue(fault.get("next_zh").stringValue().contains("us-ca-losangeles"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"USA", "UK"})
  void country_ofADescribedCityThatIsNoCode_saysWhatToUse(String country) {
    String body = "{\"city\":{\"country\":\"" + country + "\"},\"technologies\":[\"BLD.HVC.ASH\"]}";
    JsonNode fault = onlyFault(SERVED.client().post(body), 400, "invalid-request");
    assertEquals("city.country", fault.get("field").stringValue());
    assertEquals("use the code, such as CN, US or GB", fault.get("next").stringValue());
  }

  @Test
  void city_byItsNameInsteadOfItsId_isNotFoundAndGivesTheId() {
    for (String name : List.of("Los%20Angeles", "%E6%B4%9B%E6%9D%89%E7%9F%B6")) {
      JsonNode fault = onlyFault(SERVED.client().get("/api/v1/cities/" + name), 404, "not-found");
      assertTrue(fault.get("next").stringValue().contains("\"us-ca-losangeles\""), name);
    }
  }

  @Test
  void need_unknown_isNotFoundAndNamesTheNearest() {
    JsonNode fault =
        onlyFault(
            SERVED.client().get("/api/v1/needs/us-ca-losangeles-n91/recommendations"),
            404,
            "not-found");
    assertTrue(fault.get("next").stringValue().contains("us-ca-losangeles-n"));
  }

  @Test
  void need_ofAnotherCity_isAFaultThatNamesItsCity() {
    JsonNode fault =
        onlyFault(
            SERVED.client().get("/api/v1/cities/cn-jilin/recommendations?need=us-ca-losangeles-n1"),
            400,
            "invalid-request");
    assertEquals("need", fault.get("field").stringValue());
    assertTrue(fault.get("next").stringValue().contains("us-ca-losangeles"));
  }

  @Test
  void kind_unknown_namesTheNearest() {
    JsonNode inQuery =
        onlyFault(
            SERVED.client().get("/api/v1/cities/cn-jilin/recommendations?kind=frim"),
            400,
            "invalid-request");
    assertTrue(inQuery.get("next").stringValue().contains("\"firm\""));
    JsonNode inPath = onlyFault(SERVED.client().get("/api/v1/entries/frim/byd"), 404, "not-found");
    assertEquals("kind", inPath.get("field").stringValue());
    assertTrue(inPath.get("next").stringValue().contains("\"firm\""));
  }

  @Test
  void entry_unknown_isNotFoundAndNamesTheNearest() {
    JsonNode fault = onlyFault(SERVED.client().get("/api/v1/entries/firm/bdy"), 404, "not-found");
    assertTrue(fault.get("next").stringValue().contains("\"byd\""), fault.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "101", "abc", "1.5", "99999999999", ""})
  void limit_wrong_isAFaultOnEveryList(String limit) {
    for (String path :
        List.of(
            "/api/v1/cities",
            "/api/v1/search",
            "/api/v1/cities/cn-jilin/recommendations",
            "/api/v1/needs/cn-jilin-n1/recommendations",
            "/api/v1/needs/cn-jilin-n1/packages",
            "/api/v1/partners/byd/opportunities",
            "/api/v1/gaps")) {
      JsonNode fault =
          onlyFault(SERVED.client().get(path + "?limit=" + limit), 400, "invalid-request");
      assertEquals(limit, fault.get("value").stringValue());
    }
  }

  @Test
  void cursor_isOneOfAnAnswer() {
    for (String cursor : List.of("x", "", "YzE6LTE")) {
      JsonNode fault =
          onlyFault(SERVED.client().get("/api/v1/gaps?cursor=" + cursor), 400, "invalid-request");
      assertEquals("cursor", fault.get("field").stringValue());
    }
    for (String cursor : List.of("5", "AAAA", "c1:5", "YzE6LTU")) {
      JsonNode fault =
          onlyFault(SERVED.client().get("/api/v1/cities?cursor=" + cursor), 400, "invalid-request");
      assertEquals(cursor, fault.get("value").stringValue());
    }
  }

  @Test
  void parameter_unknown_isAFaultOnEveryAddressOfTheApi() {
    for (String path :
        List.of(
            "/api/v1/cities",
            "/api/v1/cities/cn-jilin",
            "/api/v1/cities/cn-jilin/recommendations",
            "/api/v1/needs/cn-jilin-n1/recommendations",
            "/api/v1/needs/cn-jilin-n1/packages",
            "/api/v1/partners/byd/opportunities",
            "/api/v1/gaps",
            "/api/v1/search",
            "/api/v1/entries/firm/byd",
            "/api/v1/taxonomy")) {
      JsonNode fault = onlyFault(SERVED.client().get(path + "?lagn=zh"), 400, "invalid-request");
      assertEquals("lagn", fault.get("field").stringValue());
      assertTrue(fault.get("next").stringValue().contains("\"lang\""), path);
    }
  }

  @Test
  void faults_many_comeAllAtOnce() {
    Client.Reply reply =
        SERVED
            .client()
            .get(
                "/api/v1/cities/nowhere/recommendations?kind=frim&limit=-3&lang=fr&need=none&depth=9");
    problem(reply, 404, "not-found");
    assertEquals(List.of("id", "kind", "limit", "lang", "depth", "need"), reply.faults());
    assertTrue(reply.json().get("detail").stringValue().contains("6 errors in all"));
    assertEquals(
        "/api/v1/cities/nowhere/recommendations", reply.json().get("instance").stringValue());
  }

  @Test
  void words_withHalfASurrogatePair_areAFault() {
    onlyFault(SERVED.client().get("/api/v1/search?q=%ED%A0%BD"), 400, "invalid-request");
  }

  @Test
  void method_wrong_isNotAllowedAndSaysWhichAre() {
    Client.Reply delete =
        SERVED.client().send("DELETE", "/api/v1/cities", HttpRequest.BodyPublishers.noBody());
    problem(delete, 405, "method-not-allowed");
    assertEquals("GET, HEAD", delete.header("Allow"));
    Client.Reply get = SERVED.client().get("/api/v1/recommendations");
    problem(get, 405, "method-not-allowed");
    assertEquals("POST", get.header("Allow"));
  }
}
