package greenpair.web.answers;

import greenpair.web.http.Fault;
import greenpair.web.http.Version;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request to the API in a decision record, which can be sent again. It has no headers:
/// texts are in both languages unless the address has `lang`.
///
/// @param address path and query as they are sent, beginning with `/api/v1/`
/// @param body the JSON text of a POST; null for a GET
public record StoredRequest(String method, String address, @Nullable String body) {
  public StoredRequest {
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new IllegalArgumentException("method must be GET or POST, but was \"" + method + "\"");
    }
    if (!Version.isVersioned(address)) {
      throw new IllegalArgumentException(
          "address must begin with /api/v1/, but was \"" + Fault.show(address) + "\"");
    }
    if (method.equals("POST") != (body != null)) {
      throw new IllegalArgumentException("a POST has a body and a GET has none");
    }
  }

  /// A request without a body.
  public static StoredRequest get(String address) {
    return new StoredRequest("GET", address, null);
  }

  String path() {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  ApiRequest sent(Map<String, String> inPath) {
    return new Kept(this, inPath);
  }

  private record Kept(StoredRequest question, Map<String, String> inPath) implements ApiRequest {
    @Override
    public boolean isPost() {
      return question.method.equals("POST");
    }

    @Override
    public @Nullable String query() {
      int at = question.address.indexOf('?');
      return at < 0 ? null : question.address.substring(at + 1);
    }

    @Override
    public String inPath(String name) {
      return Objects.requireNonNull(inPath.get(name), name);
    }

    @Override
    public ObjectNode body() {
      String text = Objects.requireNonNull(question.body);
      return RequestBody.object(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
