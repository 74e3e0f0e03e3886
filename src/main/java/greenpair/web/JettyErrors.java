package greenpair.web;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What Jetty itself answers when a request never reaches a handler, such as one that is no HTTP:
/// a problem like all others, never a page.
final class JettyErrors extends ErrorHandler {
  private final Json json;

  JettyErrors(Json json) {
    this.json = json;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem problem;
    if (HttpStatus.isClientError(code)) {
      String said = message == null ? HttpStatus.getMessage(code) : message;
      problem =
          Problem.of(
              ProblemKind.MALFORMED_HTTP,
              code,
              new Said(Fault.show(said), Fault.show(said)),
              address(request),
              List.of(),
              null);
    } else {
      Throwable known = cause == null ? new IllegalStateException("HTTP status " + code) : cause;
      problem = Errors.failure(known, request.getMethod(), address(request));
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Server.HEADERS.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(json.write(problem, null)), callback);
  }

  private static String address(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }
}
