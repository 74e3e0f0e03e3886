package greenpair.web.assistant;

import greenpair.web.catalog.DisclosureView;
import greenpair.web.input.Fields;
import greenpair.web.input.Input;
import java.util.Map;

/// A tool of assistants.
///
/// @param name as used in calls
/// @param description for the assistant: what it answers and when to use it
/// @param properties of the arguments in JSON Schema, by name
/// @param required names of arguments without which a call is refused
record Tool(
    String name,
    String title,
    String description,
    Map<String, Object> properties,
    java.util.List<String> required,
    Answering answering) {
  /// Answers a call.
  interface Answering {
    /// Answers a call.
    ///
    /// @return the document of the answer, as the API writes it
    /// @throws greenpair.web.http.RefusedException with all faults of the arguments
    Object answer(Input input, Fields fields, Eyes eyes);
  }

  /// The view for which an answer is computed.
  ///
  /// @param view which fields of an entry are shown
  /// @param mayPlan whether the caller may plan, as coordinators may
  record Eyes(DisclosureView view, boolean mayPlan) {}
}
