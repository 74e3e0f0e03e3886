package greenpair.web.http;

import io.javalin.http.HttpStatus;

/// What can go wrong with a request, each with the stable `type` of its problem document.
public enum ProblemKind {
  INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid", "请求参数有误"),
  MALFORMED_JSON(
      "malformed-json", HttpStatus.BAD_REQUEST, "The body is not valid JSON", "请求正文不是有效的JSON"),
  MALFORMED_HTTP(
      "malformed-http", HttpStatus.BAD_REQUEST, "The request is not valid HTTP", "请求不是有效的HTTP"),
  NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "The catalog has no such entry", "目录中没有该条目"),
  UNKNOWN_ROUTE(
      "unknown-route", HttpStatus.NOT_FOUND, "There is nothing at this address", "该地址没有内容"),
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      HttpStatus.METHOD_NOT_ALLOWED,
      "The address does not support this method",
      "该地址不支持此方法"),
  BODY_TOO_LARGE("body-too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large", "请求正文过大"),
  BODY_TOO_SLOW(
      "body-too-slow", HttpStatus.REQUEST_TIMEOUT, "The body came too slowly", "请求正文传输过慢"),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body is not declared as JSON",
      "请求正文未声明为JSON"),
  NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED, "Authentication required", "需要登录"),
  FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "Permission denied", "无权执行此操作"),
  BAD_CSRF_TOKEN(
      "bad-csrf-token", HttpStatus.FORBIDDEN, "The form's token is missing or wrong", "表单令牌缺失或有误"),
  NO_SUCH_RECORD(
      "no-such-record", HttpStatus.NOT_FOUND, "The programme has no such record", "项目办数据中没有该记录"),
  GONE("gone", HttpStatus.GONE, "The recorded generation is no longer available", "存档所用的数据版本已不可用"),
  STALE("stale", HttpStatus.PRECONDITION_FAILED, "Someone else changed this record", "该记录已被他人修改"),
  PRECONDITION_REQUIRED(
      "precondition-required",
      HttpStatus.PRECONDITION_REQUIRED,
      "If-Match is required",
      "须提供If-Match，注明所依据的版本"),
  KEY_REUSED(
      "key-reused",
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The idempotency key was used for another request",
      "幂等键已用于其他请求"),
  JOB_RUNNING("job-running", HttpStatus.CONFLICT, "Another job is running", "已有任务正在运行"),
  TOO_MANY_REQUESTS(
      "too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests", "请求过于频繁"),
  PROGRAM_DATA_UNAVAILABLE(
      "program-data-unavailable",
      HttpStatus.SERVICE_UNAVAILABLE,
      "Programme data is unavailable",
      "项目办数据暂不可用"),
  TOOK_TOO_LONG(
      "took-too-long", HttpStatus.SERVICE_UNAVAILABLE, "The request took too long", "查询耗时过长"),
  LOGIN_FAILED("login-failed", HttpStatus.FORBIDDEN, "Sign-in failed", "登录未成功"),
  LOGIN_UNAVAILABLE(
      "login-unavailable",
      HttpStatus.SERVICE_UNAVAILABLE,
      "The identity provider does not respond",
      "登录服务没有响应"),
  NOT_READY(
      "not-ready", HttpStatus.SERVICE_UNAVAILABLE, "No generation is available yet", "目前无可用索引"),
  INTERNAL_FAILURE(
      "internal-failure", HttpStatus.INTERNAL_SERVER_ERROR, "Internal server error", "服务器内部错误");

  private final String word;
  private final int status;
  private final String english;
  private final String chinese;

  ProblemKind(String word, HttpStatus status, String english, String chinese) {
    this.word = word;
    this.status = status.getCode();
    this.english = english;
    this.chinese = chinese;
  }

  /// The reference that names the kind, such as `/problems/invalid-request`.
  String type() {
    return "/problems/" + word;
  }

  public int status() {
    return status;
  }

  Said title() {
    return new Said(english, chinese);
  }
}
