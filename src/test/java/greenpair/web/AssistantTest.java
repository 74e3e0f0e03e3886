package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.match.ListCursor;
import greenpair.program.access.Caller.Role;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Assistants over HTTP, by the client of the protocol's own library.
class AssistantTest {
  private static final String NEED = "us-ca-sanjose-n1";

  @RegisterExtension static final Served SERVED = Served.shared();

  private static McpSyncClient client(@Nullable String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(
                        "http://127.0.0.1:" + SERVED.cohort().server.port())
                    .endpoint("/mcp")
                    .requestBuilder(request)
                    .build())
            .requestTimeout(Duration.ofMinutes(2))
            .build();
    client.initialize();
    return client;
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }

  private static JsonNode answer(String tool, Map<String, Object> arguments) {
    try (McpSyncClient client = client(null)) {
      McpSchema.CallToolResult result = call(client, tool, arguments);
      assertFalse(Boolean.TRUE.equals(result.isError()), () -> text(result));
      return JsonMapper.shared().readTree(text(result));
    }
  }

  private static JsonNode api(String path) {
    return SERVED.client().get(path).json();
  }

  @Test
  void tools_areSix_andSayThatTheyOnlyRead() {
    try (McpSyncClient client = client(null)) {
      List<McpSchema.Tool> tools = client.listTools().tools();
      assertEquals(
          Set.of("search", "recommend", "explain", "compare", "gaps", "plan"),
          tools.stream().map(McpSchema.Tool::name).collect(Collectors.toSet()));
      for (McpSchema.Tool tool : tools) {
        assertEquals(true, tool.annotations().readOnlyHint(), tool.name());
        assertEquals(false, tool.inputSchema().get("additionalProperties"), tool.name());
      }
      assertTrue(client.getServerInstructions().contains("never present a lead"));
    }
  }

  @Test
  void schemasOfTools_sayWhatTheToolsTake() {
    try (McpSyncClient client = client(null)) {
      for (McpSchema.Tool tool : client.listTools().tools()) {
        JsonNode schema = JsonMapper.shared().valueToTree(tool.inputSchema());
        String need = schema.at("/properties/need/description").asString("");
        boolean isRequired = schema.path("required").toString().contains("\"need\"");
        assertFalse(isRequired && need.contains("omitted"), tool + need);
        assertFalse(need.contains("this city"), tool + need);
        switch (tool.name()) {
          case "search" -> {
            assertFalse(schema.at("/properties/kind").toString().contains("programme"));
            assertFalse(schema.path("required").toString().contains("\"q\""));
          }
          case "compare" -> assertEquals(4, schema.at("/properties/ids/maxItems").asInt());
          case "plan" -> assertEquals(50, schema.at("/properties/cities/maxItems").asInt());
          default -> {}
        }
      }
      assertFalse(
          Boolean.TRUE.equals(call(client, "search", Map.of("country", List.of("CN"))).isError()));
    }
  }

  @Test
  void search_recommend_andGaps_answerAsTheApiDoes() {
    assertEquals(
        api("/api/v1/search?q=heat+pump&kind=firm&limit=3"),
        answer("search", Map.of("q", "heat pump", "kind", List.of("firm"), "limit", 3)));
    assertEquals(
        api("/api/v1/needs/" + NEED + "/recommendations?kind=firm&limit=2"),
        answer("recommend", Map.of("need", NEED, "kind", "firm", "limit", 2)));
    String cursor = Objects.requireNonNull(ListCursor.of(1));
    assertEquals(
        api("/api/v1/gaps?cursor=" + cursor + "&limit=2&lang=zh"),
        answer("gaps", Map.of("cursor", cursor, "limit", 2, "lang", "zh")));
  }

  @Test
  void explain_givesTheScoreOfTheRanking_withSourcesAndUnknowns() {
    JsonNode ranked =
        api("/api/v1/needs/" + NEED + "/recommendations?kind=firm&limit=1")
            .at("/recommendations/0");
    JsonNode explained =
        answer("explain", Map.of("need", NEED, "kind", "firm", "id", ranked.get("id").asString()))
            .get("recommendation");
    assertEquals(ranked.get("score"), explained.get("score"));
    assertTrue(explained.has("sources") && explained.has("unknowns"), explained::toString);
  }

  @Test
  void compare_showsEntriesAsTheApiDoes_andHowEachFitsTheNeed() {
    JsonNode compared =
        answer("compare", Map.of("kind", "firm", "ids", List.of("byd", "new-flyer"), "need", NEED));
    assertEquals(api("/api/v1/entries/firm/byd").get("entry"), compared.at("/entries/0"));
    assertEquals("byd", compared.at("/recommendations/0/id").asString());
    assertEquals(2, compared.get("recommendations").size());
  }

  @Test
  void plan_isForCoordinators_asInTheApi() {
    Map<String, Object> cities = Map.of("cities", List.of("us-ca-oakland", "cn-guangzhou"));
    for (String token : new String[] {null, SERVED.cohort().token("Li Ming", Role.READER)}) {
      try (McpSyncClient client = client(token)) {
        McpSchema.CallToolResult refused = call(client, "plan", cities);
        assertEquals(true, refused.isError());
        assertTrue(text(refused).contains("Only coordinators"), text(refused));
      }
    }
    try (McpSyncClient client = client(SERVED.cohort().token("Wang Fang", Role.COORDINATOR))) {
      McpSchema.CallToolResult made = call(client, "plan", cities);
      assertFalse(Boolean.TRUE.equals(made.isError()), () -> text(made));
      assertTrue(text(made).contains("\"places\""), text(made));
    }
  }

  /// Errors state the rule in both languages and disclose no internals.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search | {\"q\": \"x\", \"kind\": \"firm\"} | list",
        "search | {\"q\": \"x\", \"limit\": \"12m\"} | integer",
        "search | {\"q\": \"x\", \"kind\": [\"villain\"]} | villain",
        "search | {\"q\": {\"deep\": [1]}} | q",
        "search | {\"q\": \"x\", \"sql\": \"drop table\"} | sql",
        "search | {\"q\": \"x\", \"lang\": \"de\"} | lang",
        "search | {\"q\": \"x\", \"cursor\": \"../../etc/passwd\"} | cursor",
        "recommend | {\"kind\": \"firm\"} | need is required",
        "recommend | {\"need\": \"../secret\", \"kind\": \"firm\"} | id of a need",
        "recommend | {\"need\": \"us-ca-sanjose-n1\", \"kind\": \"city\"} | kind",
        "explain | {\"need\": \"us-ca-sanjose-n1\", \"kind\": \"firm\", \"id\": \"nobody\"} | id of"
            + " a firm",
        "explain | {\"need\": \"us-ca-sanjose-n1\", \"id\": \"byd\"} | kind",
        "compare | {\"kind\": \"firm\", \"ids\": [\"byd\"]} | 2 to 4",
        "compare | {\"kind\": \"firm\", \"ids\": [\"a\",\"b\",\"c\",\"d\",\"e\"]} | 2 to 4",
        "search | {\"kind\": [\"programme\"]} | city, need, firm, financier, solution, deployment,"
            + " expert",
        "compare | {\"kind\": \"firm\", \"ids\": [\"byd\", \"<script>\"]} | id of a firm",
        "gaps | {\"from\": -1} | from",
        "gaps | {\"limit\": 1e9} | limit",
        "plan | {\"cities\": [\"../etc/passwd\"]} | cities[0]",
        "plan | {\"cities\": \"us-ca-longbeach\"} | list",
        "plan | {\"capacity\": 0} | capacity",
        "plan | {\"capacity\": \"1; drop table\"} | capacity",
        "plan | {\"worst_off\": 1e12} | worst_off",
        "plan | {\"title\": {\"deep\": []}} | title",
        "plan | {\"sql\": \"drop table\"} | sql",
      })
  void hostileArguments_areRefused_withWhatIsWrong(String tool, String arguments, String says) {
    try (McpSyncClient client = client(SERVED.cohort().token("Wang Fang", Role.COORDINATOR))) {
      @SuppressWarnings("unchecked")
      Map<String, Object> given = JsonMapper.shared().readValue(arguments, Map.class);
      McpSchema.CallToolResult result = call(client, tool, given);
      assertEquals(true, result.isError(), () -> text(result));
      assertTrue(text(result).contains(says), () -> text(result));
      assertFalse(text(result).contains("greenpair."), () -> text(result));
    }
  }

  /// Found by random requests: each was a 500.
  @Test
  void contentType_thatIsNotJsonInUtf8_isRefused() {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    for (String type :
        List.of("application/json; charset=x", "application/json; charset=\"", "a/b", "text/csv")) {
      assertEquals(415, message(list, type).status(), type);
    }
  }

  private static Client.Reply message(String body, String type) {
    HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
    return SERVED.client().send("POST", "/mcp", sent, "Content-Type", type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | -32600 | {}",
        "400 | -32600 | {'jsonrpc':'1.0','id':1,'method':'ping'}",
        "400 | -32600 | {'jsonrpc':'2.0','id':1}",
        "400 | -32600 | {'jsonrpc':'2.0','id':1,'method':7}",
        "400 | -32600 | {'jsonrpc':'2.0','id':[],'method':'ping'}",
        "400 | -32600 | {'jsonrpc':'2.0','id':null,'method':'ping'}",
        "400 | -32600 | {'jsonrpc':'2.0','id':1,'result':{}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'ping','params':[]}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/list','params':null}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'cursor':[1]}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'cursor':'x'}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'initialize'}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':7}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'search',"
            + "'arguments':'text'}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':[]}}",
        "400 | -32602 | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'none'}}",
        "200 | -32601 | {'jsonrpc':'2.0','id':1,'method':'greenpair'}",
      })
  void message_thatIsNoRequest_isRefused_withItsCodeAndNoNameOfAClass(
      int status, int code, String body) {
    Client.Reply reply = message(body.replace('\'', '"'), "application/json");
    assertEquals(status, reply.status(), reply::text);
    assertEquals(code, reply.json().at("/error/code").asInt(), reply::text);
    assertEquals("2.0", reply.json().get("jsonrpc").asString());
    assertFalse(RandomRequestsTest.CLASS.matcher(reply.text()).find(), reply::text);
  }

  @Test
  void whatNothingReads_isRefused_andEachErrorHasItsNextStep() {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(ping);
    Client client = SERVED.client();
    String[] json = {"Content-Type", "application/json", "MCP-Protocol-Version", "1999-01-01"};
    assertEquals(List.of("MCP-Protocol-Version"), client.send("POST", "/mcp", body, json).faults());
    json[3] = "2025-06-18";
    assertEquals(200, client.send("POST", "/mcp", body, json).status());
    assertEquals(List.of("x"), client.send("POST", "/mcp?x=1", body, json).faults());
    assertEquals(List.of("format"), client.send("POST", "/mcp?format=csv", body, json).faults());
    try (McpSyncClient assistant = client(null)) {
      String near =
          text(call(assistant, "recommend", Map.of("need", "cn-jilin-n", "kind", "firm")));
      assertTrue(near.contains("cn-jilin-n1"), near);
      Map<String, Object> twice = Map.of("kind", List.of("firm", "firm"));
      String once = text(call(assistant, "search", twice));
      assertTrue(once.contains("\"firm\""), once);
      Map<String, Object> alone = Map.of("kind", "firm", "ids", List.of("byd"));
      String few = text(call(assistant, "compare", alone));
      assertTrue(few.contains("a list of 2 to 4 texts"), few);
    }
  }

  @Test
  void brokenMessages_andOtherMethods_areRefused() {
    for (String body : List.of("", "{", "[]", "{\"jsonrpc\":\"2.0\"}")) {
      int status = message(body, "application/json").status();
      assertTrue(status >= 400 && status < 500, body + ": " + status);
    }
    assertEquals(405, SERVED.client().get("/mcp").status());
  }
}
