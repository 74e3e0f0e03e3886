package greenpair.web.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// Removes headers that would change the meaning of a request from its request line.
///
/// It ignores a request to upgrade to a web socket, as RFC 9110 section 7.8 allows. Nothing here
/// supports that protocol, and Javalin would open a session, which stays in memory, for every such
/// request before refusing it. Javalin would also route a GET by the method in
/// `X-HTTP-Method-Override`.
public final class NoUpgrade implements HttpConfiguration.Customizer {
  private static final String METHOD = "X-HTTP-Method-Override";

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields asked = request.getHeaders();
    if (!asked.contains(HttpHeader.SEC_WEBSOCKET_VERSION) && !asked.contains(METHOD)) {
      return request;
    }
    HttpFields kept =
        HttpFields.build(asked)
            .remove(HttpHeader.SEC_WEBSOCKET_VERSION)
            .remove(METHOD)
            .asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return kept;
      }
    };
  }
}
