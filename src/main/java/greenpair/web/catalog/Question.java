package greenpair.web.catalog;

import greenpair.web.http.Fault;
import greenpair.web.http.Version;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Body;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A question to the API, written down: what a decision record keeps and what can be asked again.
/// It holds no header: texts come in both languages unless the address says `lang`.
///
/// @param method `GET` or `POST`
/// @param address path and query as they are sent, beginning with `/api/`
/// @param body the JSON text of a POST; null for a GET
public record Question(String method, String address, @Nullable String body) {
  public Question {
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new IllegalArgumentException("method is GET or POST; got \"" + method + "\"");
    }
    if (!address.startsWith(Version.PLAIN)) {
      throw new IllegalArgumentException(
          "address begins with /api/; got \"" + Fault.show(address) + "\"");
    }
    if (method.equals("POST") != (body != null)) {
      throw new IllegalArgumentException("a POST has a body and a GET has none");
    }
  }

  /// A question without a body.
  public static Question get(String address) {
    return new Question("GET", address, null);
  }

  /// The path, without a version.
  String path() {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    return isVersioned() ? Version.PLAIN + path.substring(Version.V1.length()) : path;
  }

  boolean isVersioned() {
    return address.startsWith(Version.V1);
  }

  /// The question as handlers read it.
  ///
  /// @param inPath finds the parts of the path by their names
  ApiRequest sent(Map<String, String> inPath) {
    return new Kept(this, inPath);
  }

  /// A question that was kept.
  private record Kept(Question question, Map<String, String> inPath) implements ApiRequest {
    @Override
    public boolean isPost() {
      return question.method.equals("POST");
    }

    @Override
    public boolean isVersioned() {
      return question.isVersioned();
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
    public @Nullable String acceptLanguage() {
      return null;
    }

    @Override
    public ObjectNode body(int maxBytes) {
      String text = Objects.requireNonNull(question.body);
      return Body.object(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
