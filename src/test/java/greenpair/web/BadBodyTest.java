package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with the body of a request.
class BadBodyTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static void problem(Client.Reply reply, int status, String type) {
    assertEquals(status, reply.status(), reply.text());
    assertEquals("application/problem+json; charset=utf-8", reply.header("Content-Type"));
    assertEquals("/problems/" + type, reply.json().get("type").stringValue());
    assertFalse(reply.text().contains("Exception"), reply.text());
  }

  private static Client.Reply posted(HttpRequest.BodyPublisher body, String... headers) {
    return SERVED.client().send("POST", "/api/v1/recommendations", body, headers);
  }

  private static Client.Reply posted(String... headers) {
    return posted(HttpRequest.BodyPublishers.ofString("{}"), headers);
  }

  private List<String> faults(String body) {
    Client.Reply reply = SERVED.client().post(body);
    problem(reply, 400, "invalid-request");
    return reply.faults();
  }

  @Test
  void json_broken_isAProblemWithLineAndColumn() {
    Client.Reply reply = SERVED.client().post("{\n  \"city\": \"cn-jilin\",\n  \"text\": heat\n}");
    problem(reply, 400, "malformed-json");
    assertTrue(reply.fields("rule").getFirst().contains("line 3, column "), reply.text());
    assertTrue(reply.fields("rule_zh").getFirst().contains("第3行"), reply.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"city\": \"cn-jilin\", }",
        "{\"city\": \"cn-jilin\"} {}",
        "{\"city\": \"cn-jilin\", \"city\": \"cn-wuhan\"}",
        "nonsense",
        "{\"limit\": 01}",
        "{\"limit\": NaN}",
        "{'city': 'cn-jilin'}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void json_brokenInAnyWay_isAProblem(String body) {
    problem(SERVED.client().post(body), 400, "malformed-json");
  }

  @Test
  void number_thatADoubleDoesNotHold_isShownAsSent() {
    Client.Reply reply = SERVED.client().post("{\"city\": \"cn-jilin\", \"limit\": -1e400}");
    assertTrue(reply.text().contains("-1E+400"), reply.text());
    assertFalse(reply.text().contains("Infinity"), reply.text());
  }

  @Test
  void json_nestedTooDeeply_namesTheLimit() {
    Client.Reply reply = SERVED.client().post("{\"a\":".repeat(17) + "1" + "}".repeat(17));
    String rule = reply.fields("rule").getFirst();
    assertTrue(rule.contains("at most 16 levels"), rule);
  }

  @Test
  void body_thatIsNoObject_getsAdviceThatFitsEachEndpoint() {
    Client.Reply reply = SERVED.client().post("[]");
    problem(reply, 400, "invalid-request");
    assertTrue(reply.fields("next").getFirst().contains("/openapi.json"), reply.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16BE", "UTF-16LE"})
  void json_thatIsNoUtf8_isAProblem(String charset) {
    byte[] body = "{\"city\": \"café\"}".getBytes(Charset.forName(charset));
    Client.Reply reply =
        SERVED
            .client()
            .send(
                "POST",
                "/api/v1/recommendations",
                HttpRequest.BodyPublishers.ofByteArray(body),
                "Content-Type",
                "application/json");
    problem(reply, 400, "malformed-json");
    assertTrue(reply.text().contains("it is not UTF-8"), reply.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"text\"", "5"})
  void json_thatIsNoObject_isAFaultOfTheBody(String body) {
    assertEquals(List.of("body"), faults(body));
  }

  @Test
  void object_empty_namesAllThatIsMissing() {
    assertEquals(List.of("city", "text"), faults("{}"));
  }

  @Test
  void fields_allWrong_areAllNamed() {
    assertEquals(
        List.of(
            "kind",
            "limit",
            "lang",
            "city",
            "text",
            "technologies[0]",
            "technologies[2]",
            "instruments[0]",
            "budget.min",
            "budget.currency",
            "budget.unit",
            "texts"),
        faults(
            """
            {"kind": "vendor", "city": "cn-jlin", "text": 5,
             "technologies": ["TRN.PUB.XXX", "TRN.PUB.EBS", 7], "instruments": ["TRN"],
             "budget": {"min": -1, "unit": "yuan"}, "limit": "3", "lang": "de", "texts": "x"}
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                        | city.country
          {"country": "China"}                                      | city.country
          {"country": "CN", "region": "US-CA"}                      | city.region
          {"country": "CN", "region": "CN-22"}                      | city.region
          {"country": "US", "region": "US-ZZ"}                      | city.region
          {"country": "CN", "population": {"count": 5, "year": 2150}} | city.population.year
          {"country": "CN", "grid": {"year": 2150}}                 | city.grid.year
          {"country": "CN", "region": null}                         | city.region
          {"country": "CN", "place": {"lat": 91, "lon": 0}}         | city.place.lat
          {"country": "CN", "place": {"lat": 37, "lon": -121}}      | city.place
          {"country": "CN", "place": {"lat": 1}}                    | city.place.lon
          {"country": "CN", "place": [1, 2]}                        | city.place
          {"country": "CN", "population": 5}                        | city.population
          {"country": "CN", "population": {"count": 0}}             | city.population.count
          {"country": "CN", "population": {"year": 2020}}           | city.population.count
          {"country": "CN", "population": {"count": 1, "scope": "x"}} | city.population.scope
          {"country": "CN", "koppen": "Z"}                          | city.koppen
          {"country": "CN", "building_zone": "9Z"}                  | city.building_zone
          {"country": "CN", "heating_network": true}                | city.heating_network
          {"country": "CN", "grid": {"factor": 2.1}}                | city.grid.factor
          {"country": "CN", "grid": {"factor": 1e999}}              | city.grid.factor
          {"country": "CN", "grid": {"year": 20.5}}                 | city.grid.year
          {"country": "CN", "memberships": "C40"}                   | city.memberships
          {"country": "CN", "memberships": []}                      | city.memberships
          {"country": "CN", "memberships": [""]}                    | city.memberships[0]
          {"country": "CN", "name": "Riverton"}                     | city.name
          {"country": "CN", "name": {}}                             | city.name
          {"country": "CN", "name": {"fr": "x"}}                    | city.name.fr
          {"country": "CN", "contry": "CN"}                         | city.contry
          7                                                         | city
          null                                                      | city
          """)
  void describedCity_wrong_namesThePath(String city, String fields) {
    assertEquals(
        List.of(fields.split(", ")), faults("{\"text\": \"heat\", \"city\": " + city + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"city": "cn-jilin", "need": "cn-jilin-n1", "text": "x"}  | text
          {"city": "cn-jilin", "need": "us-ca-losangeles-n1"}       | need
          {"city": "cn-jilin", "need": "cn-jilin-n99"}              | need
          {"city": {"country": "CN"}, "need": "cn-jilin-n1"}        | need
          {"city": "cn-jilin", "instruments": ["FIN.GBD"]}          | text
          {"city": "cn-jilin", "text": "  "}                        | text
          {"city": "cn-jilin", "technologies": []}                  | technologies
          {"city": "cn-jilin", "text": "x", "limit": 0}             | limit
          {"city": "cn-jilin", "text": "x", "limit": 1.5}           | limit
          {"city": "cn-jilin", "text": "x", "limit": 1e400}         | limit
          {"city": "cn-jilin", "text": "x", "budget": {"currency": "USD"}} | budget
          {"city": "cn-jilin", "text": "x", "budget": {"min": 2, "max": 1, "currency": "USD"}} | budget.max
          {"city": "cn-jilin", "text": "x", "kind": null}           | kind
          {"city": "", "text": "x"}                                 | city
          {"city": "cn jilin", "text": "x"}                         | city
          """)
  void wish_thatContradictsItself_namesTheField(String body, String field) {
    assertEquals(List.of(field), faults(body));
  }

  @Test
  void text_withHalfASurrogatePair_isAFaultAndNoFailure() {
    assertEquals(List.of("text"), faults("{\"city\": \"cn-jilin\", \"text\": \"\\ud800\"}"));
    assertEquals(
        List.of("city.name.zh"),
        faults(
            "{\"text\": \"x\", \"city\": {\"country\": \"CN\", \"name\": {\"zh\": \"\\udc00\"}}}"));
    problem(
        SERVED.client().post("{\"city\": \"cn-jilin\", \"text\": \"x\", \"\\ud800\": 1}"),
        400,
        "malformed-json");
  }

  @Test
  void parameter_besideTheBody_isAFault() {
    Client.Reply reply =
        SERVED
            .client()
            .send(
                "POST",
                "/api/v1/recommendations?lang=zh",
                HttpRequest.BodyPublishers.ofString("{\"city\": \"cn-jilin\", \"text\": \"x\"}"),
                "Content-Type",
                "application/json");
    problem(reply, 400, "invalid-request");
    assertEquals(List.of("lang"), reply.faults());
  }

  @Test
  void type_otherThanJson_isUnsupported() {
    for (String type : List.of("text/plain", "application/xml", "application/jsonx", "x")) {
      Client.Reply reply = posted("Content-Type", type);
      problem(reply, 415, "unsupported-media-type");
    }
    problem(posted(), 415, "unsupported-media-type");
  }

  @Test
  void body_of20Megabytes_isTooLarge() {
    byte[] body = new byte[20_000_000];
    for (HttpRequest.BodyPublisher publisher :
        List.of(
            HttpRequest.BodyPublishers.ofByteArray(body),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
      Client.Reply reply = posted(publisher, "Content-Type", "application/json");
      problem(reply, 413, "body-too-large");
    }
  }

  @Test
  void body_declaredAsEndless_isRefusedBeforeItIsSent() throws IOException {
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/recommendations HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 9000000000",
            "",
            "{");
    String answer = SERVED.client().raw(head.getBytes(StandardCharsets.US_ASCII));
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("/problems/body-too-large"), answer);
  }
}
