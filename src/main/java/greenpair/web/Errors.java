package greenpair.web;

import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.index.generation.NoGenerationException;
import greenpair.index.query.TooLongException;
import greenpair.job.Job;
import greenpair.job.JobRunningException;
import greenpair.program.ConflictException;
import greenpair.program.database.ProgramException;
import greenpair.web.http.BodyDrainer;
import greenpair.web.http.Fault;
import greenpair.web.http.Problem;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.http.Said;
import greenpair.web.jobs.JobView;
import greenpair.web.pages.BadPageException;
import greenpair.web.pages.NoPageException;
import greenpair.web.pages.PageFrame;
import greenpair.web.pages.SignInHandler;
import greenpair.web.records.Archive;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever a request ends in, other than an answer, into one problem. What the client cannot
/// mend is logged with an id, and the client gets the id and nothing else of it.
final class Errors {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final Replies replies;
  private final LiveIndex live;
  private final PageFrame pages;
  private final SignInHandler signIn;

  Errors(Replies replies, LiveIndex live, PageFrame pages, SignInHandler signIn) {
    this.replies = replies;
    this.live = live;
    this.pages = pages;
    this.signIn = signIn;
  }

  void register(RoutesConfig routes) {
    routes.exception(NoPageException.class, (e, context) -> noPage(context));
    routes.exception(
        BadPageException.class,
        (e, context) -> pages.error(context, 400, "error.request", "", List.of()));
    routes.exception(RefusedException.class, this::refused);
    routes.exception(Archive.GoneException.class, this::gone);
    routes.exception(TooLongException.class, this::tookTooLong);
    routes.exception(ConflictException.class, this::conflict);
    routes.exception(JobRunningException.class, this::jobRuns);
    routes.exception(ProgramException.class, this::noProgramData);
    routes.exception(NoGenerationException.class, (e, context) -> notReady(context));
    routes.exception(EndpointNotFound.class, (e, context) -> unknownRoute(context));
    routes.exception(MethodNotAllowedResponse.class, this::methodNotAllowed);
    routes.exception(HttpResponseException.class, this::malformed);
    routes.exception(Exception.class, this::failed);
  }

  private void refused(RefusedException e, Context context) {
    reply(context, e.kind(), e.detail(), e.faults());
    if (e.kind() == ProblemKind.BODY_TOO_LARGE || e.kind() == ProblemKind.UNSUPPORTED_MEDIA_TYPE) {
      BodyDrainer.discard(context);
    }
  }

  private void tookTooLong(TooLongException e, Context context) {
    long seconds = e.limit().toSeconds();
    context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
    reply(
        context,
        ProblemKind.TOOK_TOO_LONG,
        new Said(
            "The answer was broken off after "
                + seconds
                + " s; ask for less at once, or try again when the server is less busy.",
            "查询在" + seconds + "秒后被中止；请缩小查询范围，或在服务器空闲时重试。"),
        List.of());
  }

  private void gone(Archive.GoneException e, Context context) {
    Said detail = new Said(e.says().best(Language.EN), e.says().best(Language.ZH));
    reply(context, ProblemKind.GONE, detail, List.of());
  }

  private void conflict(ConflictException e, Context context) {
    switch (e.what()) {
      case STALE ->
          reply(
              context,
              ProblemKind.STALE,
              new Said(
                  "The entry was changed after you read it; read it again and repeat your change.",
                  "该条目在您读取后已被修改；请重新读取后再修改。"),
              List.of());
      case KEY_REUSED ->
          reply(
              context,
              ProblemKind.KEY_REUSED,
              new Said(
                  "Idempotency-Key was sent before with another request; send a new one.",
                  "该Idempotency-Key已用于其他请求；请使用新的键。"),
              List.of());
    }
  }

  private void jobRuns(JobRunningException e, Context context) {
    if (PageFrame.isWanted(context)) {
      pages.error(context, ProblemKind.JOB_RUNNING.status(), "error.running", "", List.of());
      return;
    }
    String id = e.running().map(Job::id).orElse("");
    Said detail =
        id.isEmpty()
            ? new Said(
                "A run of the command line has the data folder; try again when it has ended.",
                "命令行任务正在使用数据目录；请待其结束后重试。")
            : new Said(
                "The job " + id + " is running, and only one runs at a time; wait or cancel it.",
                "任务" + id + "正在运行，每次只能运行一个；请等待或取消该任务。");
    Problem problem =
        Problem.of(ProblemKind.JOB_RUNNING, detail, context.req().getRequestURI(), List.of());
    replies.problem(context, problem.with(e.running().map(JobView::of).orElse(null)));
  }

  private void noProgramData(ProgramException e, Context context) {
    // Its message says where and why; the same stack for each request of an outage says no more.
    log.error("no program data: {}", e.getMessage());
    log.debug("no program data", e);
    context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
    reply(
        context,
        ProblemKind.PROGRAM_DATA_UNAVAILABLE,
        new Said(
            "The database of the program data does not answer; the server's log says why. Reading"
                + " the catalog without signing in goes on.",
            "项目数据库没有响应；原因见服务器日志。未登录时仍可读取目录。"),
        List.of());
  }

  private void notReady(Context context) {
    List<String> refusals = live.refusals();
    String why = refusals.isEmpty() ? "" : " (" + String.join("; ", refusals) + ")";
    context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
    reply(
        context,
        ProblemKind.NOT_READY,
        new Said(
            "No generation of the index can be served"
                + why
                + "; build one with: greenpair reindex",
            "没有可用的索引版本" + why + "；请运行greenpair reindex建立索引"),
        List.of());
  }

  /// An address of a page that nothing stands at: a page says so, whoever asks.
  private void noPage(Context context) {
    pages.error(context, ProblemKind.UNKNOWN_ROUTE.status(), "error.missing", "", List.of());
  }

  private void unknownRoute(Context context) {
    if (PageFrame.isWanted(context)) {
      noPage(context);
      return;
    }
    replies.problem(context, unknownRoute(context.req().getRequestURI()));
  }

  static Problem unknownRoute(String address) {
    return Problem.of(
        ProblemKind.UNKNOWN_ROUTE,
        new Said(
            "There is nothing at this address; /openapi.json describes every address there is.",
            "该地址没有内容；全部地址见/openapi.json。"),
        address,
        List.of());
  }

  private void methodNotAllowed(MethodNotAllowedResponse e, Context context) {
    String allowed = String.valueOf(e.getDetails().get("availableMethods"));
    context.header(Header.ALLOW, allowed);
    reply(
        context,
        ProblemKind.METHOD_NOT_ALLOWED,
        new Said("This address takes " + allowed + ".", "该地址支持的方法为" + allowed + "。"),
        List.of());
  }

  private void malformed(HttpResponseException e, Context context) {
    String reason = String.valueOf(e.getMessage());
    replies.problem(
        context, Problem.malformed(e.getStatus(), reason, context.req().getRequestURI()));
  }

  private void failed(Exception e, Context context) {
    Problem problem = failure(e, context.req().getMethod(), context.req().getRequestURI());
    if (PageFrame.isWanted(context)) {
      String id = Objects.requireNonNullElse(problem.id(), "");
      pages.error(context, problem.status(), "error.failure", id, List.of());
      return;
    }
    replies.problem(context, problem);
  }

  /// Logs a failure and gives what the client learns of it.
  static Problem failure(Throwable cause, String method, String address) {
    String id = UUID.randomUUID().toString();
    log.error("failure {} on {} {}", id, method, address, cause);
    return Problem.of(
        ProblemKind.INTERNAL_FAILURE,
        ProblemKind.INTERNAL_FAILURE.status(),
        new Said(
            "The request could not be answered; the server's log has the cause under the id " + id,
            "请求未能完成；原因见服务器日志，编号" + id),
        address,
        List.of(),
        id);
  }

  private void reply(Context context, ProblemKind kind, Said detail, List<Fault> faults) {
    if (PageFrame.isWanted(context)) {
      if (kind == ProblemKind.NOT_SIGNED_IN) {
        signIn.ask(context);
      } else {
        pages.error(context, kind.status(), phrase(kind), "", faults);
      }
      return;
    }
    replies.problem(context, Problem.of(kind, detail, context.req().getRequestURI(), faults));
  }

  /// The phrases with which a page says it: where one is not a program, what to do differs.
  private static String phrase(ProblemKind kind) {
    return switch (kind) {
      case NOT_SIGNED_IN, FORBIDDEN -> "error.forbidden";
      case BAD_CSRF_TOKEN -> "error.csrf";
      case STALE -> "error.stale";
      case NOT_FOUND, UNKNOWN_ROUTE, NO_SUCH_RECORD, GONE -> "error.missing";
      case TOO_MANY_REQUESTS -> "error.busy";
      case TOOK_TOO_LONG -> "error.slow";
      case JOB_RUNNING -> "error.running";
      case LOGIN_FAILED -> "error.login";
      case LOGIN_UNAVAILABLE -> "error.provider";
      case PROGRAM_DATA_UNAVAILABLE -> "error.program";
      case NOT_READY -> "error.unready";
      case INTERNAL_FAILURE -> "error.failure";
      case INVALID_REQUEST,
          MALFORMED_JSON,
          MALFORMED_HTTP,
          METHOD_NOT_ALLOWED,
          BODY_TOO_LARGE,
          BODY_TOO_SLOW,
          UNSUPPORTED_MEDIA_TYPE,
          PRECONDITION_REQUIRED,
          KEY_REUSED ->
          "error.request";
    };
  }
}
