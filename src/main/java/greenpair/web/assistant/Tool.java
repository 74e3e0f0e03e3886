package greenpair.web.assistant;

import greenpair.web.catalog.DisclosureView;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import java.util.List;
import java.util.Map;

/// A tool of assistants.
///
/// @param name as used in calls
/// @param description for the assistant: what it answers and when to use it
/// @param properties of the arguments in JSON Schema, by name
record Tool(
    String name,
    String title,
    String description,
    Map<String, Object> properties,
    List<String> required,
    Handler answering) {
  interface Handler {
    /// The answer of the tool.
    ///
    /// @throws greenpair.web.http.RefusedException with all faults of the arguments
    Object answer(Input input, BodyFields fields, ToolCaller eyes);
  }

  /// The view for which an answer is computed.
  ///
  /// @param mayPlan whether the caller may plan, as coordinators may
  record ToolCaller(DisclosureView view, boolean mayPlan) {}
}
