package greenpair.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.web.Client;
import greenpair.web.auth.SessionCookies;
import greenpair.web.pages.DocumentedCalls.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document describes exactly what is served: every operation is called with its own examples,
/// and every answer must fit its schema, in which no field is free.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private DocumentedCalls calls;
  private JsonNode document;
  private Schemas schemas;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    calls = new DocumentedCalls(data);
    document = calls.document;
    schemas = calls.schemas;
  }

  @AfterAll
  void stop() {
    calls.close();
  }

  @Test
  void document_paths_areTheServedRoutes() {
    TreeSet<String> documented = new TreeSet<>();
    calls.operations((path, method, operation) -> documented.add(method + " " + path));
    TreeSet<String> served = new TreeSet<>();
    Set<String> alone = Set.of("/metrics", "/problems/{type}");
    Stream.concat(
            calls.cohort.api().stream(),
            calls.cohort.server.routes().stream().filter(route -> alone.contains(route.path())))
        .forEach(route -> served.add(route.method().name() + " " + route.path()));
    assertEquals(served, documented);
  }

  @Test
  void document_sessionCookie_isTheOneThatSignInSets() {
    assertEquals(
        SessionCookies.COOKIE,
        document.at("/components/securitySchemes/session/name").stringValue());
  }

  @Test
  void document_references_allLeadSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      assertTrue(!schemas.at(reference.stringValue()).isMissingNode(), reference.stringValue());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyOperation_calledWithItsExamples_answersByItsSchema() {
    List<Call> all = calls.all();
    assertTrue(all.size() >= 14 * 2, "calls: " + all.size());
    // The plans of the examples have ended, and what has ended cannot be cancelled.
    return all.stream()
        .filter(call -> !call.path().matches("/api/v1/plans/.*/cancel"))
        .map(call -> DynamicTest.dynamicTest(call.name(), () -> check(call)));
  }

  @TestFactory
  Stream<DynamicTest> entriesOfEveryKind_served_fitTheirSchema() {
    Random random = new Random();
    return calls.cohort.fixtures().stream()
        .filter(entry -> random.nextInt(20) == 0)
        .map(
            entry -> {
              String path = "/api/v1/entries/" + entry.kind().word() + "/" + entry.id();
              JsonNode operation = document.at("/paths/~1api~1v1~1entries~1{kind}~1{id}/get");
              return DynamicTest.dynamicTest(
                  path, () -> check(new Call(path, "GET", path, "", operation)));
            });
  }

  @TestFactory
  Stream<DynamicTest> everyCityAndKind_recommended_fitsItsSchema() {
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode operation = document.at("/paths/~1api~1v1~1cities~1{id}~1recommendations/get");
    for (JsonNode city : calls.client.get("/api/v1/cities").json().get("cities")) {
      for (String kind : List.of("firm", "financier", "solution")) {
        String path =
            "/api/v1/cities/" + city.get("id").stringValue() + "/recommendations?kind=" + kind;
        tests.add(
            DynamicTest.dynamicTest(path, () -> check(new Call(path, "GET", path, "", operation))));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> everySortOfPlan_andACitysPart_fitTheirSchemas() {
    JsonNode whole = document.at("/paths/~1api~1v1~1plans~1{id}/get");
    JsonNode part = document.at("/paths/~1api~1v1~1plans~1{id}~1cities~1{city}/get");
    return Map.of(
            "cohort", "{}",
            "meetings",
                "{\"wishes\": [{\"city\": \"cn-zhenjiang\", \"with\": \"byd\", \"share\": 0.5}],"
                    + " \"days\": [\"2027-05-10\"]}",
            "pairs", "{\"cities\": [\"cn-zhenjiang\", \"us-ca-lancaster\"], \"per_city\": 2}",
            "partners", "{\"cities\": [\"cn-zhenjiang\"], \"capacity\": 1}")
        .entrySet()
        .stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      String path =
                          "/api/v1/plans/" + calls.planned(each.getKey(), each.getValue());
                      check(new Call(path, "GET", path, "", whole));
                      String own = path + "/cities/cn-zhenjiang";
                      check(new Call(own, "GET", own, "", part));
                    }));
  }

  @Test
  void bodyExamples_againstTheirSchema_fit() {
    JsonNode content =
        document.at("/paths/~1api~1v1~1recommendations/post/requestBody/content/application~1json");
    for (JsonNode example : content.get("examples")) {
      assertEquals(List.of(), schemas.errors(content.get("schema"), example.get("value")));
    }
  }

  /// A body that its schema refuses must not be taken: the code that reads bodies and the schemas
  /// that describe them are written apart.
  @TestFactory
  Stream<DynamicTest> everyBody_thatItsSchemaRefuses_isRefused() {
    return calls.all().stream()
        .filter(call -> !call.body().isEmpty())
        .map(call -> DynamicTest.dynamicTest(call.name(), () -> checkRefusals(call)));
  }

  private void checkRefusals(Call call) {
    JsonNode schema = call.operation().at("/requestBody/content/application~1json/schema");
    JsonNode body = MAPPER.readTree(call.body());
    assertEquals(List.of(), schemas.errors(schema, body));
    List<String> taken = new ArrayList<>();
    for (JsonNode changed : Changed.of(body)) {
      if (!schemas.errors(schema, changed).isEmpty()) {
        Call wrong =
            new Call(call.name(), call.method(), call.path(), changed.toString(), call.operation());
        int status = calls.call(wrong).status();
        if (status != 400) {
          taken.add(status + " " + changed);
        }
      }
    }
    assertEquals(List.of(), taken);
  }

  /// Guards the other tests: an object that is open to any field would pass them all.
  @Test
  void schemas_ofAnswers_areClosed() {
    for (Map.Entry<String, JsonNode> each : document.at("/components/schemas").properties()) {
      JsonNode schema = each.getValue();
      boolean isPart = each.getKey().equals("Entry");
      boolean isObject = schema.has("properties");
      assertTrue(
          !isObject
              || isPart
              || !schema.path("additionalProperties").asBoolean(true)
              || !schema.path("unevaluatedProperties").asBoolean(true),
          each.getKey());
    }
  }

  @Test
  void schemas_ofEveryAnswer_refuseAnotherField() {
    JsonNode answer = calls.client.get("/api/v1/cities/cn-jilin/recommendations").json();
    JsonNode schema = schemas.at("#/components/schemas/Answer");
    assertEquals(List.of(), schemas.errors(schema, answer));
    ((ObjectNode) answer.get("nearest").get(0)).put("undocumented", 1);
    assertEquals(1, schemas.errors(schema, answer).size());
  }

  private void check(Call call) {
    Client.Reply reply = calls.call(call);
    JsonNode response = call.operation().at("/responses/" + reply.status());
    assertTrue(reply.status() < 300 && response.isObject(), reply.text());
    JsonNode content = response.path("content");
    if (content.isEmpty()) {
      assertEquals("", reply.text());
      return;
    }
    String type = content.propertyNames().iterator().next();
    if (type.startsWith("text/") || type.contains("openxmlformats")) {
      assertTrue(reply.header("Content-Type").startsWith(type));
      return;
    }
    assertEquals("application/json;charset=utf-8", reply.header("Content-Type"));
    JsonNode schema = content.at("/application~1json/schema");
    assertEquals(List.of(), schemas.errors(schema, reply.json()), call.name());
  }
}
