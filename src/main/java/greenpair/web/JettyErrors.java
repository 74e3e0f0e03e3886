package greenpair.web;

import greenpair.web.http.Json;
import greenpair.web.http.Problem;
import greenpair.web.http.Replies;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Jetty's own answer to a request that never reaches a handler, such as malformed HTTP: a problem
/// document, never a page.
final class JettyErrors extends ErrorHandler {
  /// Jetty's placeholder for the address of a request that it cannot read.
  private static final String NO_ADDRESS = "/badMessage";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem problem = problem(request, code, message, cause);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, Replies.BOTH);
    RequestChecks.HEADERS.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(Json.write(problem, null)), callback);
  }

  private static Problem problem(
      Request request, int code, @Nullable String message, @Nullable Throwable cause) {
    String address = address(request);
    if (code == HttpStatus.NOT_FOUND_404) {
      return Errors.unknownRoute(address);
    }
    // A request line of HTTP/0.9 names no version.
    if (HttpStatus.isClientError(code) || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
      String reason = message == null ? HttpStatus.getMessage(code) : message;
      return Problem.malformed(code, reason, address);
    }
    Throwable known = cause == null ? new IllegalStateException("HTTP status " + code) : cause;
    return Errors.failure(known, request.getMethod(), address);
  }

  /// The address, or nothing where Jetty found none in the request.
  private static String address(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null || path.equals(NO_ADDRESS) ? "" : path;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }
}
