package greenpair.web.answers;

import module java.base;

import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.web.http.Fault;
import greenpair.web.http.Format;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.BodyFields;
import greenpair.web.input.RequestBody;
import org.jspecify.annotations.Nullable;

/// A request to the API in a decision record, which can be sent again. It has no headers:
/// texts are in both languages unless the address has `lang`.
///
/// @param address path and query as they are sent, beginning with `/api/v1/`
/// @param body the JSON text of a POST; null for a GET
public record StoredRequest(String method, String address, @Nullable String body) {
  public StoredRequest {
    boolean isPost = method.equals("POST");
    if ((!isPost && !method.equals("GET"))
        || !Format.isVersioned(address)
        || isPost != (body != null)) {
      throw new MessageException(
          Message.of("record.request", "method", method, "address", Fault.show(address)));
    }
  }

  public static StoredRequest get(String address) {
    return new StoredRequest("GET", address, null);
  }

  String path() {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  ApiRequest sent(Map<String, String> inPath) {
    int query = address.indexOf('?');
    return new ApiRequest(
        method.equals("GET"),
        query < 0 ? null : address.substring(query + 1),
        inPath,
        () -> null,
        () -> RequestBody.object(Objects.requireNonNull(body).getBytes(StandardCharsets.UTF_8)),
        BodyFields.Encoding.JSON,
        null);
  }
}
