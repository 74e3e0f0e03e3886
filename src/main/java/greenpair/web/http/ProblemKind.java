package greenpair.web.http;

import greenpair.message.Message;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Optional;

/// What can go wrong with a request, each with the stable `type` of its problem document.
public enum ProblemKind {
  INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST),
  MALFORMED_JSON("malformed-json", HttpStatus.BAD_REQUEST),
  MALFORMED_HTTP("malformed-http", HttpStatus.BAD_REQUEST),
  MISDIRECTED_REQUEST("misdirected-request", HttpStatus.MISDIRECTED_REQUEST),
  NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
  UNKNOWN_ROUTE("unknown-route", HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
  BODY_TOO_LARGE("body-too-large", HttpStatus.CONTENT_TOO_LARGE),
  BODY_TOO_SLOW("body-too-slow", HttpStatus.REQUEST_TIMEOUT),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED),
  FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
  BAD_CSRF_TOKEN("bad-csrf-token", HttpStatus.FORBIDDEN),
  NO_SUCH_RECORD("no-such-record", HttpStatus.NOT_FOUND),
  GONE("gone", HttpStatus.GONE),
  STALE("stale", HttpStatus.PRECONDITION_FAILED),
  PRECONDITION_REQUIRED("precondition-required", HttpStatus.PRECONDITION_REQUIRED),
  KEY_REUSED("key-reused", HttpStatus.UNPROCESSABLE_CONTENT),
  DUPLICATE("duplicate", HttpStatus.CONFLICT),
  JOB_RUNNING("job-running", HttpStatus.CONFLICT),
  TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS),
  PROGRAM_DATA_UNAVAILABLE("program-data-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
  TOOK_TOO_LONG("took-too-long", HttpStatus.SERVICE_UNAVAILABLE),
  LOGIN_FAILED("login-failed", HttpStatus.FORBIDDEN),
  LOGIN_UNAVAILABLE("login-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
  NOT_READY("not-ready", HttpStatus.SERVICE_UNAVAILABLE),
  INTERNAL_FAILURE("internal-failure", HttpStatus.INTERNAL_SERVER_ERROR);

  private final String word;
  private final int status;

  ProblemKind(String word, HttpStatus status) {
    this.word = word;
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
    return Message.of("problem." + word);
  }

  /// What it means and what to do about it, in a few sentences.
  public Message explanation() {
    return Message.of("explained." + word);
  }

  /// The kind of a word such as `invalid-request`; empty if there is none.
  public static Optional<ProblemKind> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
