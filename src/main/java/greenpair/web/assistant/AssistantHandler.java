package greenpair.web.assistant;

import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Guard;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.RequestBody;
import greenpair.web.plans.PlanRequests;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The Model Context Protocol over streamable HTTP, without sessions: each POST is one message of
/// the caller whose token or session it carries, guarded as every other endpoint.
public record AssistantHandler(
    Assistant assistant, Guard guard, EntryDisclosure disclosure, ProgramStore program) {
  public static final String PATH = "/mcp";
  private static final String VERSION = "MCP-Protocol-Version";

  private static void checkVersion(@Nullable String version) {
    if (version != null && !AssistantMessages.PROTOCOLS.contains(version)) {
      Message rule = ValueParser.oneOf(AssistantMessages.PROTOCOLS);
      throw RefusedException.invalid(VERSION, version, rule, Message.of("next.use_one"));
    }
  }

  /// Answers one message.
  ///
  /// @throws greenpair.web.http.RefusedException if its body is too long, too slow, nested too
  ///     deeply or no JSON object
  public void message(Context context) {
    Caller caller = guard.caller(context);
    checkVersion(context.header(VERSION));
    Tool.ToolCaller view =
        new Tool.ToolCaller(
            disclosure.view(context),
            caller.isAtLeast(Role.COORDINATOR),
            () -> PlanRequests.vetoes(program, caller));
    Object answer = new AssistantMessages(assistant).answer(RequestBody.read(context), view);
    if (answer == null) {
      context.status(HttpStatus.ACCEPTED);
      return;
    }
    if (answer instanceof AssistantMessages.Failure failure && failure.isOfRequest()) {
      context.status(HttpStatus.BAD_REQUEST);
    }
    context.contentType("application/json");
    context.result(JsonMapper.shared().writeValueAsBytes(answer));
  }
}
