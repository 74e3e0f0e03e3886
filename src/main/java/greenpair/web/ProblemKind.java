package greenpair.web;

import io.javalin.http.HttpStatus;

/// What can go wrong with a request, each with the stable `type` of its problem document.
enum ProblemKind {
  INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST, "The request has faults", "请求参数有误"),
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
      "The address does not take this method",
      "该地址不支持此方法"),
  BODY_TOO_LARGE("body-too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large", "请求正文过大"),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body is not declared as JSON",
      "请求正文未声明为JSON"),
  NOT_READY("not-ready", HttpStatus.SERVICE_UNAVAILABLE, "Nothing can be served yet", "目前无可用索引"),
  INTERNAL_FAILURE(
      "internal-failure", HttpStatus.INTERNAL_SERVER_ERROR, "The server failed", "服务器内部错误");

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

  int status() {
    return status;
  }

  Said title() {
    return new Said(english, chinese);
  }
}
