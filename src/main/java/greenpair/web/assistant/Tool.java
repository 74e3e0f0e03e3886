package greenpair.web.assistant;

import greenpair.catalog.Language;
import greenpair.program.Remarks.Remark;
import greenpair.web.catalog.DisclosureView;
import greenpair.web.input.Input;
import greenpair.web.input.JsonSchemas;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A tool of assistants.
///
/// @param name as used in calls
/// @param description for the assistant: what it answers and when to use it
/// @param arguments the record of the arguments
record Tool<A extends Tool.Arguments>(
    String name, String title, String description, Class<A> arguments, Handler<A> answering) {
  /// What every tool is given.
  interface Arguments {
    /// The language of the texts; null for both.
    @Nullable Language lang();
  }

  interface Handler<A> {
    /// The answer of the tool.
    ///
    /// @throws greenpair.web.http.RefusedException with all faults of the arguments
    Object answer(A arguments, Input input, ToolCaller caller);
  }

  /// For whom an answer is computed.
  ///
  /// @param mayPlan whether the caller may plan, as coordinators may
  /// @param vetoes of the programme, which a plan keeps
  record ToolCaller(DisclosureView view, boolean mayPlan, Supplier<List<Remark>> vetoes) {}

  /// The answer, and the language that its texts are narrowed to.
  record Answered(Object document, @Nullable Language language) {}

  Answered answer(Input input, ToolCaller caller) {
    A given = input.body(arguments);
    return new Answered(answering.answer(given, input, caller), given.lang());
  }

  ObjectNode schema() {
    JsonSchemas schemas =
        new JsonSchemas(
            key ->
                key.equals("need")
                    ? "Id of a need"
                    : JsonSchemas.description(key).map(each -> each.in(Language.EN)).orElse(""));
    return schemas.inline(arguments);
  }
}
