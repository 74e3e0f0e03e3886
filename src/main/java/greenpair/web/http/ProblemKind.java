package greenpair.web.http;

import module java.base;

import greenpair.message.Message;
import io.javalin.http.HttpStatus;

/// What can go wrong with a request, each with the stable `type` of its problem document.
public enum ProblemKind {
  INVALID_REQUEST(HttpStatus.BAD_REQUEST),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST),
  MALFORMED_HTTP(HttpStatus.BAD_REQUEST),
  MISDIRECTED_REQUEST(HttpStatus.MISDIRECTED_REQUEST),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  UNKNOWN_ROUTE(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
  FORBIDDEN(HttpStatus.FORBIDDEN),
  BAD_CSRF_TOKEN(HttpStatus.FORBIDDEN),
  NO_SUCH_RECORD(HttpStatus.NOT_FOUND),
  GONE(HttpStatus.GONE),
  STALE(HttpStatus.PRECONDITION_FAILED),
  PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
  KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
  DUPLICATE(HttpStatus.CONFLICT),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
  PROGRAM_DATA_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  TOOK_TOO_LONG(HttpStatus.SERVICE_UNAVAILABLE),
  LOGIN_FAILED(HttpStatus.FORBIDDEN),
  LOGIN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  NOT_READY(HttpStatus.SERVICE_UNAVAILABLE),
  INTERNAL_FAILURE(HttpStatus.INTERNAL_SERVER_ERROR);

  private final String word;
  private final int status;

  ProblemKind(HttpStatus status) {
    this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.status = status.getCode();
  }

  /// The reference that names the kind, such as `/problems/invalid-request`.
  public String type() {
    return "/problems/" + word;
  }

  public int status() {
    return status;
  }

  public Message title() {
    return Message.of("problem.title", "word", this);
  }

  /// What it means and what to do about it, in a few sentences.
  public Message explanation() {
    return Message.of("problem.explanation", "word", this);
  }

  /// The kind of a word such as `invalid-request`; empty if there is none.
  public static Optional<ProblemKind> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
