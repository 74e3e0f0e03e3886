package greenpair.web.assistant;

import greenpair.catalog.Language;
import greenpair.config.Lazy;
import greenpair.message.Message;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers messages of the Model Context Protocol, each by itself. A message is checked before the
/// protocol's library sees it, and nothing that the library says of an error is sent on, because it
/// names classes. Thread-safe.
final class AssistantMessages {
  private static final Logger log = LoggerFactory.getLogger(AssistantHandler.class);
  private static final String CALLER = "greenpair.caller";
  private static final String VERSION = "2.0";

  /// The parameters of the methods that have some.
  private static final Map<String, Class<?>> PARAMETERS =
      Map.of(
          McpSchema.METHOD_INITIALIZE, McpSchema.InitializeRequest.class,
          McpSchema.METHOD_TOOLS_LIST, McpSchema.PaginatedRequest.class,
          McpSchema.METHOD_TOOLS_CALL, McpSchema.CallToolRequest.class);

  /// The parameter that a method cannot do without, a text.
  private static final Map<String, String> REQUIRED =
      Map.of(
          McpSchema.METHOD_INITIALIZE, "protocolVersion",
          McpSchema.METHOD_TOOLS_CALL, "name");

  /// Its libraries are a tenth of all classes of a start.
  private final Lazy<McpStatelessServerHandler> server;

  AssistantMessages(Assistant assistant) {
    this.server = new Lazy<>(() -> server(assistant));
  }

  /// Keeps what answers messages.
  private static final class Transport implements McpStatelessServerTransport {
    private @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
      this.handler = handler;
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }

  private static McpStatelessServerHandler server(Assistant assistant) {
    Transport transport = new Transport();
    List<McpStatelessServerFeatures.SyncToolSpecification> tools =
        assistant.tools().stream()
            .map(
                tool ->
                    new McpStatelessServerFeatures.SyncToolSpecification(
                        Assistant.schema(tool),
                        (context, call) ->
                            assistant.answer(
                                tool,
                                call,
                                (Tool.ToolCaller) Objects.requireNonNull(context.get(CALLER)))))
            .toList();
    var _ =
        McpServer.sync(transport)
            .serverInfo(Assistant.NAME, Assistant.version())
            .instructions(Assistant.INSTRUCTIONS)
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .validateToolInputs(false)
            .immediateExecution(true)
            .tools(tools)
            .build();
    return Objects.requireNonNull(transport.handler);
  }

  /// The response to a message; null to a notification, of which none has an effect here.
  ///
  /// @param message anything that is JSON, or null for what is none
  @Nullable Object answer(@Nullable JsonNode message, Tool.ToolCaller caller) {
    Object id = message == null ? null : id(message.path("id"));
    Failure refused =
        message instanceof ObjectNode object
            ? refused(object, id)
            : new Failure(
                null,
                message == null
                    ? McpSchema.ErrorCodes.PARSE_ERROR
                    : McpSchema.ErrorCodes.INVALID_REQUEST,
                Message.of("assistant.no_request"));
    if (refused != null || message == null) {
      return refused;
    }
    String method = message.get("method").stringValue();
    Object parameters = JsonMapper.shared().convertValue(message.get("params"), Object.class);
    return id == null
        ? null
        : answer(
            McpTransportContext.create(Map.of(CALLER, caller)),
            new McpSchema.JSONRPCRequest(VERSION, method, id, parameters));
  }

  private Object answer(McpTransportContext about, McpSchema.JSONRPCRequest request) {
    try {
      McpSchema.JSONRPCResponse answer =
          Objects.requireNonNull(server.get().handleRequest(about, request).block());
      McpSchema.JSONRPCResponse.JSONRPCError error = answer.error();
      if (error == null) {
        return answer;
      }
      return switch (error.code()) {
        case McpSchema.ErrorCodes.METHOD_NOT_FOUND ->
            new Failure(request.id(), error.code(), Message.of("assistant.no_method"));
        case McpSchema.ErrorCodes.INVALID_PARAMS ->
            new Failure(request.id(), error.code(), Message.of("assistant.no_tool"));
        default -> failed(request, new IllegalStateException(error.message()));
      };
    } catch (RuntimeException e) {
      return failed(request, e);
    }
  }

  private static Failure failed(McpSchema.JSONRPCRequest request, RuntimeException e) {
    log.error("the message {} failed", request.method(), e);
    return new Failure(
        request.id(), McpSchema.ErrorCodes.INTERNAL_ERROR, Message.of("assistant.failed"));
  }

  /// What is wrong with a message by JSON-RPC 2.0, or null.
  private static @Nullable Failure refused(ObjectNode message, @Nullable Object id) {
    JsonNode parameters = message.path("params");
    if (!VERSION.equals(message.path("jsonrpc").stringValue(""))
        || !message.path("method").isString()
        || (message.has("id") && id == null)) {
      return new Failure(
          id, McpSchema.ErrorCodes.INVALID_REQUEST, Message.of("assistant.no_request"));
    }
    String method = message.get("method").stringValue();
    Class<?> type = PARAMETERS.get(method);
    String required = REQUIRED.get(method);
    if ((required != null && !parameters.path(required).isString())
        || (!parameters.isMissingNode() && !parameters.isObject())
        || (type != null && !isOf(parameters, type))) {
      return new Failure(
          id, McpSchema.ErrorCodes.INVALID_PARAMS, Message.of("assistant.parameters"));
    }
    return null;
  }

  private static boolean isOf(JsonNode parameters, Class<?> type) {
    try {
      Object given = JsonMapper.shared().convertValue(parameters, Object.class);
      var _ =
          McpJsonDefaults.getMapper()
              .convertValue(Objects.requireNonNullElse(given, Map.of()), type);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /// The id of a request, which is a text or an integer; null for others.
  private static @Nullable Object id(JsonNode id) {
    return id.isString() ? id.stringValue() : id.isIntegralNumber() ? id.numberValue() : null;
  }

  /// An error by JSON-RPC 2.0, whose id is null if that of the request is unknown; the library's
  /// own response must have one.
  record Failure(
      String jsonrpc, @Nullable Object id, McpSchema.JSONRPCResponse.JSONRPCError error) {
    Failure(@Nullable Object id, int code, Message message) {
      this(
          VERSION,
          id,
          new McpSchema.JSONRPCResponse.JSONRPCError(
              code, message.in(Language.EN) + " " + message.in(Language.ZH)));
    }

    /// Whether the message itself is at fault.
    boolean isOfRequest() {
      return error.code() != McpSchema.ErrorCodes.INTERNAL_ERROR
          && error.code() != McpSchema.ErrorCodes.METHOD_NOT_FOUND;
    }
  }
}
