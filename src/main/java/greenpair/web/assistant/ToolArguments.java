package greenpair.web.assistant;

import greenpair.web.input.ApiRequest;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a call as the body of a request.
record ToolArguments(ObjectNode object) implements ApiRequest {
  @Override
  public boolean isPost() {
    return true;
  }

  @Override
  public ObjectNode body() {
    return object;
  }
}
