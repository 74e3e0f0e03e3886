package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.Workbench;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `greenpair mcp` as an assistant starts it: a separate process, used through the client of the
/// protocol's own library, and by lines that no client would send.
@Tag("slow")
class McpCommandTest {
  private static final List<Map.Entry<String, Map<String, Object>>> CALLS =
      List.of(
          Map.entry("search", Map.of("q", "热泵")),
          Map.entry("recommend", Map.of("need", "cn-jilin-n3", "kind", "solution")),
          Map.entry("explain", Map.of("need", "cn-jilin-n3", "kind", "firm", "id", "byd")),
          Map.entry("compare", Map.of("kind", "financier", "ids", List.of("adb", "ibank"))),
          Map.entry("gaps", Map.of("limit", 1)),
          Map.entry("plan", Map.of("cities", List.of("us-ca-oakland"))));

  @Test
  void everyTool_answers_overStandardInputAndOutput_andABadLineIsAnsweredToo(@TempDir Path data)
      throws Exception {
    List<String> jvm =
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "greenpair.cli.Main");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var _ = Workbench.demonstration(data);
    ServerParameters parameters =
        ServerParameters.builder(java)
            .args(jvm)
            .arg("mcp")
            .arg("--data")
            .arg(data.toString())
            .build();
    try (McpSyncClient client =
        McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper()))
            .requestTimeout(Duration.ofMinutes(2))
            .initializationTimeout(Duration.ofMinutes(2))
            .build()) {
      client.initialize();
      assertEquals(CALLS.size(), client.listTools().tools().size());
      for (Map.Entry<String, Map<String, Object>> each : CALLS) {
        McpSchema.CallToolResult result =
            client.callTool(
                McpSchema.CallToolRequest.builder(each.getKey())
                    .arguments(each.getValue())
                    .build());
        String text = ((McpSchema.TextContent) result.content().getFirst()).text();
        assertFalse(Boolean.TRUE.equals(result.isError()), each + ": " + text);
        assertTrue(text.contains("\"generation\""), text);
      }
    }
    List<String> command = new java.util.ArrayList<>(List.of(java));
    command.addAll(jvm);
    command.addAll(List.of("mcp", "--data", data.toString()));
    Process server = new ProcessBuilder(command).start();
    try (var in = server.outputWriter(StandardCharsets.UTF_8)) {
      in.write("\nnot json\n[]\n{\"id\":5}\n{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"ping\"}\n");
    }
    List<String> answers = server.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertEquals(4, answers.size(), answers.toString());
    assertTrue(answers.get(0).contains("-32700"), answers.get(0));
    assertTrue(answers.get(1).contains("-32600"), answers.get(1));
    assertTrue(answers.get(2).contains("\"id\":5,\"error\":{\"code\":-32600"), answers.get(2));
    assertTrue(answers.get(3).contains("\"id\":6,\"result\""), answers.get(3));
    assertEquals(0, server.waitFor());
  }
}
