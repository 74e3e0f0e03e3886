package greenpair.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import greenpair.web.Plans;
import tools.jackson.databind.JsonNode;

/// A server with something under each address that the document describes, and the calls of its
/// examples.
final class DocumentedCalls implements AutoCloseable {
  private static final String EDIT = "/api/v1/edits/need/typed-1";

  final Cohort cohort;
  final Client client;
  final JsonNode document;
  final Schemas schemas;
  private final String token;
  private final String remark;
  private final String introduction;
  private final String victim;
  private final String record;
  private final String plan;
  private final String meetings;

  DocumentedCalls(Path data) throws IOException {
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
    Files.writeString(data.resolve("learnt.yaml"), "proposal: 'p1'\n"); // To be withdrawn.
    introduction =
        client.as(token, "POST", "/api/v1/introductions", firm).json().get("id").stringValue();
    String gaps = "{\"address\": \"/api/v1/gaps?limit=2\"}";
    record = client.as(token, "POST", "/api/v1/records", gaps).json().get("id").stringValue();
    plan = planned("partners", "{\"cities\": [\"cn-shenzhen\"]}");
    meetings =
        planned(
            "meetings",
            "{\"wishes\": [{\"city\": \"cn-shenzhen\", \"with\": \"byd\"}], \"days\":"
                + " [\"2027-05-10\"]}");
    String until = "{\"until\": \"2099-12-31\"}";
    client.as(token, "POST", "/api/v1/plans/" + plan + "/share", until);
  }

  @Override
  public void close() {
    cohort.close();
  }

  /// One call of a documented operation.
  record Call(String name, String method, String path, String body, JsonNode operation) {}

  /// The id of a plan that is made.
  String planned(String sort, String body) {
    Client.Reply asked = client.as(token, "POST", "/api/v1/plans/" + sort, body);
    assertEquals(202, asked.status(), asked.text());
    Plans.await(client, token, asked.header("Location"));
    return asked.json().get("id").stringValue();
  }

  /// A call of every operation with each of its examples.
  List<Call> all() {
    List<Call> calls = new ArrayList<>();
    operations((path, method, operation) -> calls.addAll(calls(path, method, operation)));
    return calls;
  }

  interface Each {
    void take(String path, String method, JsonNode operation);
  }

  void operations(Each each) {
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
                name, name.equals("number") ? step() : isId(path, name) ? id(path, value) : value);
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

  /// The number of a new step that may be withdrawn.
  private String step() {
    String address = "/api/v1/introductions/" + introduction;
    var _ = client.as(token, "POST", address + "/steps", "{\"stage\": \"met\"}");
    return client.as(token, "GET", address, "").json().at("/steps/1/number").asString();
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
    if (path.startsWith("/api/v1/submissions/")) {
      String sent =
          "{\"sort\": \"interest\", \"need\": \"us-ca-losangeles-n1\", \"organisation\": \"x"
              + System.nanoTime()
              + "\", \"name\": \"x\", \"phone\": \"+1 510 555 0100\"}";
      return client.as(token, "POST", "/api/v1/submissions", sent).json().get("id").stringValue();
    }
    if (path.startsWith("/api/v1/search-edits/") && !path.endsWith("/preview")) {
      String edit = "{\"words\": \"x%d\", \"target\": \"LGT.LED\"}".formatted(System.nanoTime());
      return client.as(token, "POST", "/api/v1/search-edits", edit).json().get("id").stringValue();
    }
    if (path.startsWith("/api/v1/follows/")) {
      String city = "{\"sort\": \"city\", \"entry\": \"cn-wuhan\"}";
      return client.as(token, "POST", "/api/v1/follows", city).json().get("id").stringValue();
    }
    if (path.startsWith("/api/v1/introductions/")) {
      return introduction;
    }
    if (path.startsWith("/api/v1/records/")) {
      return record;
    }
    if (path.startsWith("/api/v1/plans/")) {
      return path.matches(".*/(meetings|calendar)(/.*)?") ? meetings : plan;
    }
    return path.startsWith("/api/v1/tokens/") ? victim : example;
  }

  Client.Reply call(Call call) {
    List<String> headers = new ArrayList<>();
    boolean isVersioned = call.path().startsWith(EDIT);
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
}
