package greenpair.web.assistant;

import greenpair.web.input.ApiRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a call as the body of a request.
record ToolArguments(ObjectNode object) implements ApiRequest {
  @Override
  public boolean isPost() {
    return true;
  }

  @Override
  public @Nullable String query() {
    return null;
  }

  @Override
  public String inPath(String name) {
    throw new IllegalStateException("a call has no path: " + name);
  }

  @Override
  public @Nullable String acceptLanguage() {
    return null;
  }

  @Override
  public ObjectNode body() {
    return object;
  }
}
