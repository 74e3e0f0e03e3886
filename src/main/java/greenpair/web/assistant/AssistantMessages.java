package greenpair.web.assistant;

import greenpair.message.Message;
import greenpair.web.http.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The messages of the Model Context Protocol, which are those of JSON-RPC 2.0. A server with tools
/// only, and without sessions, answers four of them.
record AssistantMessages(Assistant assistant) {
  private static final String VERSION = "2.0";

  /// Versions of the protocol, the newest first; what is answered here is the same in all.
  static final List<String> PROTOCOLS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INVALID_PARAMS = -32602;

  record Response(String jsonrpc, Object id, Object result) {}

  record Failure(String jsonrpc, @Nullable Object id, Fault error) {
    record Fault(int code, String message) {}

    static Failure of(@Nullable Object id, int code, String message) {
      Fault fault = new Fault(code, Assistant.both(Message.of(message)));
      return new Failure(VERSION, id, fault);
    }

    /// Whether the message itself is wrong.
    boolean isOfRequest() {
      return error.code() != METHOD_NOT_FOUND;
    }
  }

  /// Who answers, as the first message asks.
  record Greeting(
      String protocolVersion,
      Map<String, Map<String, Boolean>> capabilities,
      ServerInfo serverInfo,
      String instructions) {
    record ServerInfo(String name, String version) {}

    static Greeting of(String wanted) {
      return new Greeting(
          PROTOCOLS.contains(wanted) ? wanted : PROTOCOLS.getFirst(),
          Map.of("tools", Map.of("listChanged", false)),
          new ServerInfo("greenpair", Version.CURRENT),
          Assistant.INSTRUCTIONS);
    }
  }

  record Listed(List<ToolDescription> tools) {}

  /// A tool for assistants.
  record ToolDescription(
      String name, String title, String description, ObjectNode inputSchema, Hints annotations) {
    record Hints(
        String title,
        boolean readOnlyHint,
        boolean destructiveHint,
        boolean idempotentHint,
        boolean openWorldHint) {}

    static ToolDescription of(Tool<?> tool) {
      Hints hints = new Hints(tool.title(), true, false, true, false);
      return new ToolDescription(
          tool.name(), tool.title(), tool.description(), tool.schema(), hints);
    }
  }

  /// The answer to a message.
  ///
  /// @param message null for what is no JSON
  /// @return null for a notification, which has none
  @Nullable Object answer(@Nullable JsonNode message, Tool.ToolCaller caller) {
    if (message == null) {
      return Failure.of(null, PARSE_ERROR, "assistant.no_request");
    }
    JsonNode parameters = message.path("params");
    Object id = id(message.path("id"));
    if (!VERSION.equals(message.path("jsonrpc").stringValue(""))
        || !message.path("method").isString()
        || (message.has("id") && id == null)) {
      return Failure.of(id, INVALID_REQUEST, "assistant.no_request");
    }
    if (!parameters.isMissingNode() && !parameters.isObject()) {
      return Failure.of(id, INVALID_PARAMS, "assistant.parameters");
    }
    return id == null ? null : answer(message.get("method").stringValue(), parameters, id, caller);
  }

  private static @Nullable Object id(JsonNode id) {
    return id.isString() ? id.stringValue() : id.isIntegralNumber() ? id.numberValue() : null;
  }

  private Object answer(String method, JsonNode parameters, Object id, Tool.ToolCaller caller) {
    Object result =
        switch (method) {
          case "initialize" -> greeting(parameters);
          case "ping" -> Map.of();
          case "tools/list" ->
              parameters.has("cursor") // All tools are on the first page, which names none.
                  ? null
                  : new Listed(assistant.tools().stream().map(ToolDescription::of).toList());
          case "tools/call" -> called(parameters, id, caller);
          default -> Failure.of(id, METHOD_NOT_FOUND, "assistant.no_method");
        };
    return switch (result) {
      case null -> Failure.of(id, INVALID_PARAMS, "assistant.parameters");
      case Failure failure -> failure;
      default -> new Response(VERSION, id, result);
    };
  }

  private static @Nullable Greeting greeting(JsonNode parameters) {
    boolean isGood =
        parameters.path("protocolVersion").isString()
            && isObject(parameters, "capabilities")
            && isObject(parameters, "clientInfo");
    return isGood ? Greeting.of(parameters.get("protocolVersion").stringValue()) : null;
  }

  private static boolean isObject(JsonNode parameters, String key) {
    return !parameters.has(key) || parameters.get(key).isObject();
  }

  private @Nullable Object called(JsonNode parameters, Object id, Tool.ToolCaller caller) {
    JsonNode name = parameters.path("name");
    if (!name.isString() || !isObject(parameters, "arguments")) {
      return null;
    }
    ObjectNode arguments =
        parameters.get("arguments") instanceof ObjectNode given
            ? given
            : JsonMapper.shared().createObjectNode();
    return assistant.tools().stream()
        .filter(each -> each.name().equals(name.stringValue()))
        .findFirst()
        .<Object>map(tool -> assistant.answer(tool, arguments, caller))
        .orElseGet(() -> Failure.of(id, INVALID_PARAMS, "assistant.no_tool"));
  }
}
