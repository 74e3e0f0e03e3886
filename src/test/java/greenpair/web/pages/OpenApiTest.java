package greenpair.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import greenpair.web.Pairs;
import greenpair.web.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private static final String EDIT = "/api/v1/edits/need/typed-1";

  private Cohort cohort;
  private Client client;
  private JsonNode document;
  private Schemas schemas;
  private String token;
  private String remark;
  private String introduction;
  private String victim;
  private String job;
  private String record;
  private String plan;
  private String meetings;
  private String editedPlan;
  private String edit;
  private String list;
  private String link;
  private String pair;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    cohort = Cohort.served(data);
    client = cohort.client();
    document = client.get("/openapi.json").json();
    schemas = new Schemas(document);
    token = cohort.token("Ada", Role.OPERATOR);
    victim = cohort.token("Bo", Role.READER).substring(3, 23);
    String need = "{\"entry\": {\"name\": {\"en\": \"Heat\"}, \"city\": \"cn-jilin\"}}";
    assertEquals(201, client.as(token, "PUT", EDIT, need).status());
    String note =
        "{\"sort\": \"note\", \"tier\": \"public\", \"city\": \"cn-jilin\", \"body\": \"x\"}";
    remark = client.as(token, "POST", "/api/v1/remarks", note).json().get("id").stringValue();
    String firm = "{\"city\": \"cn-jilin\", \"kind\": \"firm\", \"partner\": \"byd\"}";
    Files.createDirectories(data.resolve("rejects"));
    Files.writeString(data.resolve("rejects/gbfs.rejects.csv"), "a,_reason\n");
    Files.writeString(data.resolve("learnt.yaml"), "proposal: 'p1'\n"); // To be withdrawn.
    job = client.as(token, "POST", "/api/v1/reindex", "{}").json().get("id").stringValue();
    introduction =
        client.as(token, "POST", "/api/v1/introductions", firm).json().get("id").stringValue();
    String gaps = "{\"address\": \"/api/v1/gaps?limit=2\"}";
    record = client.as(token, "POST", "/api/v1/records", gaps).json().get("id").stringValue();
    plan = planned("partners", "{\"cities\": [\"cn-shenzhen\"], \"prices\": true}");
    meetings =
        planned("meetings", "{\"wishes\": [\"cn-shenzhen=byd\"], \"days\": [\"2027-05-10\"]}");
    editedPlan =
        planned("meetings", "{\"wishes\": [\"cn-shenzhen=byd\"], \"days\": [\"2027-05-10\"]}");
    String cancel = "{\"action\": \"cancel\", \"city\": \"cn-shenzhen\", \"partner\": \"byd\"}";
    edit =
        client
            .as(token, "POST", "/api/v1/plans/" + editedPlan + "/edits", cancel)
            .json()
            .get("id")
            .stringValue();
    String until = "{\"until\": \"2099-12-31\"}";
    client.as(token, "POST", "/api/v1/plans/" + plan + "/share", until);
    String lists = "/api/v1/lists";
    list = client.as(token, "POST", lists, "{\"name\": \"x\"}").json().get("id").stringValue();
    String role = "{\"role\": \"reader\"}";
    link =
        client
            .as(token, "PUT", lists + "/" + list + "/share", role)
            .json()
            .get("link")
            .stringValue();
    pair = Pairs.asked(data, "Acme Heat Pumps", "Acme Heat Pump Ltd").getFirst();
  }

  /// The id of a plan that is made.
  private String planned(String sort, String body) {
    Client.Reply asked = client.as(token, "POST", "/api/v1/plans/" + sort, body);
    assertEquals(202, asked.status(), asked.text());
    Plans.await(client, token, asked.header("Location"));
    return asked.json().get("id").stringValue();
  }

  @AfterAll
  void stop() {
    cohort.close();
  }

  /// One call of a documented operation.
  private record Call(String name, String method, String path, String body, JsonNode operation) {}

  @Test
  void document_paths_areTheServedRoutes() {
    TreeSet<String> documented = new TreeSet<>();
    operations((path, method, operation) -> documented.add(method + " " + path));
    TreeSet<String> served = new TreeSet<>();
    Set<String> alone = Set.of("/docs", "/metrics", "/problems/{type}");
    Stream.concat(
            cohort.api().stream(),
            cohort.server.routes().stream().filter(route -> alone.contains(route.path())))
        .forEach(route -> served.add(route.method() + " " + route.path()));
    assertEquals(served, documented);
  }

  @Test
  void document_references_allLeadSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      assertTrue(!schemas.at(reference.stringValue()).isMissingNode(), reference.stringValue());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyOperation_calledWithItsExamples_answersByItsSchema() {
    List<Call> calls = new ArrayList<>();
    operations((path, method, operation) -> calls.addAll(calls(path, method, operation)));
    assertTrue(calls.size() >= 14 * 2, "calls: " + calls.size());
    // A session cannot be opened by an example: no token is good twice.
    return calls.stream()
        .filter(call -> !call.path().startsWith("/api/v1/session") || call.method().equals("GET"))
        .map(call -> DynamicTest.dynamicTest(call.name(), () -> check(call)));
  }

  @TestFactory
  Stream<DynamicTest> everyEntryOfTheCohort_served_fitsItsSchema() {
    return cohort.fixtures().stream()
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
    for (JsonNode city : client.get("/api/v1/cities").json().get("cities")) {
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
            "cohort", "{\"draws\": 50}",
            "meetings", "{\"wishes\": [\"cn-jilin=byd:0.5\"], \"days\": [\"2027-05-10\"]}",
            "pairs", "{\"preferences\": [\"cn-jilin=us-ca-fresno\"]}",
            "partners", "{\"cities\": [\"cn-jilin\"], \"worst_off\": 1, \"capacity\": 1}")
        .entrySet()
        .stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      String path = "/api/v1/plans/" + planned(each.getKey(), each.getValue());
                      check(new Call(path, "GET", path, "", whole));
                      String own = path + "/cities/cn-jilin";
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
    List<Call> calls = new ArrayList<>();
    operations((path, method, operation) -> calls.addAll(calls(path, method, operation)));
    return calls.stream()
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
        int status = call(wrong).status();
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
      boolean isPart = Set.of("Profile", "Organisation").contains(each.getKey());
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
    JsonNode answer = client.get("/api/v1/cities/cn-jilin/recommendations").json();
    JsonNode schema = schemas.at("#/components/schemas/Answer");
    assertEquals(List.of(), schemas.errors(schema, answer));
    ((ObjectNode) answer.get("nearest").get(0)).put("undocumented", 1);
    assertEquals(1, schemas.errors(schema, answer).size());
  }

  private interface Each {
    void take(String path, String method, JsonNode operation);
  }

  private void operations(Each each) {
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            each.take(
                                path.getKey(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                method.getValue())));
  }

  /// A call with the required parameters, one with all, one with each optional one alone, and one
  /// with each example of a body.
  private List<Call> calls(String path, String method, JsonNode operation) {
    Map<String, String> inPath = new LinkedHashMap<>();
    Map<String, String> inQuery = new LinkedHashMap<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = schemas.resolve(each);
      String name = parameter.get("name").stringValue();
      if (!parameter.has("example")) {
        continue; // A cursor is good for one generation only.
      }
      JsonNode example = parameter.get("example");
      String value = example.isArray() ? example.get(0).asString() : example.asString();
      switch (parameter.get("in").stringValue()) {
        case "path" ->
            inPath.put(
                name, name.equals("edit") ? edit : isId(path, name) ? id(path, value) : value);
        case "query" -> inQuery.put(name, value);
        default -> {} // Headers are sent by #check.
      }
    }
    String filled = path;
    for (Map.Entry<String, String> each : inPath.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", Client.encode(each.getValue()));
    }
    String name = method + " " + path;
    List<Call> calls = new ArrayList<>();
    JsonNode bodies = operation.at("/requestBody/content/application~1json/examples");
    for (Map.Entry<String, JsonNode> body : bodies.properties()) {
      calls.add(
          new Call(
              name + " " + body.getKey(),
              method,
              filled,
              body.getValue().get("value").toString(),
              operation));
    }
    if (!bodies.isMissingNode()) {
      return calls;
    }
    calls.add(new Call(name, method, filled, "", operation));
    if (inQuery.isEmpty()) {
      return calls;
    }
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> each : inQuery.entrySet()) {
      String pair = each.getKey() + "=" + Client.encode(each.getValue());
      all.add(pair);
      calls.add(new Call(name + " " + pair, method, filled + "?" + pair, "", operation));
    }
    String whole = filled + "?" + String.join("&", all);
    calls.add(new Call(name + " with all", method, whole, "", operation));
    return calls;
  }

  private static boolean isId(String path, String name) {
    return name.equals("link") || (name.equals("id") && path.contains("s/{id}"));
  }

  /// The id of a record that is there, where the document can give no example of one.
  private String id(String path, String example) {
    if (path.startsWith("/api/v1/remarks/")) {
      return remark;
    }
    if (path.startsWith("/api/v1/contacts/")) {
      String person = "{\"kind\": \"firm\", \"entry\": \"byd\", \"name\": \"x\"}";
      return client.as(token, "POST", "/api/v1/contacts", person).json().get("id").stringValue();
    }
    if (path.startsWith("/api/v1/introductions/")) {
      return introduction;
    }
    if (path.matches("/api/v1/jobs/.*")) {
      return job;
    }
    if (path.startsWith("/api/v1/records/")) {
      return record;
    }
    if (path.startsWith("/api/v1/lists/")) {
      return path.endsWith("{link}") ? link : list;
    }
    if (path.startsWith("/api/v1/reviews/")) {
      return pair;
    }
    if (path.startsWith("/api/v1/plans/")) {
      return path.contains("/{edit}")
          ? editedPlan
          : path.matches(".*/(meetings|calendar|edits)(/.*)?") ? meetings : plan;
    }
    return path.startsWith("/api/v1/tokens/") ? victim : example;
  }

  /// Only one job runs at a time.
  private void awaitEnd() {
    try {
      for (var now = cohort.jobs.here(); now.isPresent(); now = cohort.jobs.here()) {
        cohort.jobs.next(now.get(), Duration.ofMinutes(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Client.Reply call(Call call) {
    if (call.path().matches("/api/v1/(reindex|rollback)")) {
      awaitEnd();
    }
    List<String> headers = new ArrayList<>();
    boolean isVersioned = call.path().startsWith(EDIT) || call.path().startsWith("/api/v1/lists/");
    if (isVersioned && !call.method().equals("GET")) {
      headers.addAll(List.of("If-Match", "*"));
    }
    boolean secured = call.operation().has("security");
    return client.as(
        secured ? token : "",
        call.method(),
        call.path(),
        call.body(),
        headers.toArray(String[]::new));
  }

  private void check(Call call) {
    Client.Reply reply = call(call);
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
