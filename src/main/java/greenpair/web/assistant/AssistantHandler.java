package greenpair.web.assistant;

import greenpair.config.Lazy;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.web.auth.Guard;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.input.RequestBody;
import io.javalin.http.Context;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// The Model Context Protocol over streamable HTTP, without sessions: each POST is one message of
/// the caller whose token or session it carries, guarded as every other address.
public final class AssistantHandler {
  public static final String PATH = "/mcp";
  private static final String EYES = "greenpair.eyes";

  /// Its libraries are a tenth of all classes of a start.
  private final Lazy<HttpServletStatelessServerTransport> transport;

  private final Guard guard;
  private final EntryDisclosure disclosing;

  /// @param maxBody longest message, in bytes
  public AssistantHandler(
      Assistant assistant, Guard guard, EntryDisclosure disclosing, int maxBody) {
    this.guard = guard;
    this.disclosing = disclosing;
    this.transport = new Lazy<>(() -> transport(assistant, maxBody));
  }

  private static HttpServletStatelessServerTransport transport(Assistant assistant, int maxBody) {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint(PATH)
            .maxRequestSize(maxBody)
            .contextExtractor(
                request ->
                    McpTransportContext.create(
                        Map.of(EYES, Objects.requireNonNull(request.getAttribute(EYES)))))
            .build();
    var _ =
        McpServer.sync(transport)
            .serverInfo(Assistant.NAME, Assistant.version())
            .instructions(Assistant.INSTRUCTIONS)
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .validateToolInputs(false)
            .immediateExecution(true)
            .tools(
                assistant.tools().stream()
                    .map(
                        tool ->
                            new McpStatelessServerFeatures.SyncToolSpecification(
                                Assistant.schema(tool),
                                (context, call) ->
                                    assistant.answer(
                                        tool,
                                        call,
                                        (Tool.ToolCaller)
                                            Objects.requireNonNull(context.get(EYES)))))
                    .toList())
            .build();
    return transport;
  }

  /// Answers one message.
  ///
  /// @throws greenpair.web.http.RefusedException if its body is too long, too slow, nested too
  ///     deeply or no JSON object
  public void message(Context context) {
    Caller caller = guard.caller(context);
    Tool.ToolCaller eyes =
        new Tool.ToolCaller(disclosing.eyes(context), caller.isAtLeast(Role.COORDINATOR));
    context.req().setAttribute(EYES, eyes);
    try {
      var _ = RequestBody.read(context);
      transport
          .get()
          .service(new ReadRequest(context.req(), RequestBody.taken(context)), context.res());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }
}
