package greenpair.web;

import module java.base;

import greenpair.index.LiveIndex;
import greenpair.index.contract.TooLongException;
import greenpair.index.generation.NoGenerationException;
import greenpair.message.Message;
import greenpair.program.database.ConflictException;
import greenpair.program.database.ProgramException;
import greenpair.web.decisions.Archive;
import greenpair.web.http.BodyDrainer;
import greenpair.web.http.Fault;
import greenpair.web.http.Problem;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.http.ShownPath;
import greenpair.web.pages.SignInHandler;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Converts every failure of a request into one problem. Failures that the client cannot fix are
/// logged with an id, and the client gets only the id.
record Errors(LiveIndex live, PageFrame pages, SignInHandler signIn) {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  void register(RoutesConfig routes) {
    routes.exception(NoPageException.class, (e, context) -> noPage(context));
    routes.exception(RefusedException.class, this::refused);
    routes.exception(Archive.GoneException.class, this::gone);
    routes.exception(TooLongException.class, this::tookTooLong);
    routes.exception(ConflictException.class, this::conflict);
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
        context, ProblemKind.TOOK_TOO_LONG, Message.of("error.took_too_long", "seconds", seconds));
  }

  private void gone(Archive.GoneException e, Context context) {
    reply(context, ProblemKind.GONE, e.text());
  }

  private void conflict(ConflictException e, Context context) {
    ProblemKind kind =
        switch (e.what()) {
          case STALE -> ProblemKind.STALE;
          case KEY_REUSED -> ProblemKind.KEY_REUSED;
        };
    reply(context, kind, kind.explanation());
  }

  private void noProgramData(ProgramException e, Context context) {
    // Its message states place and cause; the same stack trace for each request of an outage adds
    // nothing.
    log.error("no programme data: {}", e.getMessage());
    log.debug("no programme data", e);
    context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
    reply(
        context,
        ProblemKind.PROGRAM_DATA_UNAVAILABLE,
        ProblemKind.PROGRAM_DATA_UNAVAILABLE.explanation());
  }

  private void notReady(Context context) {
    List<Message> refusals = live.refusals();
    context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
    reply(
        context,
        ProblemKind.NOT_READY,
        refusals.isEmpty()
            ? ProblemKind.NOT_READY.explanation()
            : Message.of("error.not_ready_because", "reasons", refusals));
  }

  /// An unknown address of a page: the answer is a page, for every caller.
  private void noPage(Context context) {
    pages.error(context, ProblemKind.UNKNOWN_ROUTE, "", List.of());
  }

  private void unknownRoute(Context context) {
    if (PageFrame.isWanted(context)) {
      noPage(context);
      return;
    }
    Replies.problem(context, unknownRoute(context.req().getRequestURI()));
  }

  static Problem unknownRoute(String address) {
    return Problem.of(
        ProblemKind.UNKNOWN_ROUTE, ProblemKind.UNKNOWN_ROUTE.explanation(), address, List.of());
  }

  private void methodNotAllowed(MethodNotAllowedResponse e, Context context) {
    String allowed = String.valueOf(e.getDetails().get("availableMethods"));
    context.header(Header.ALLOW, allowed);
    reply(context, ProblemKind.METHOD_NOT_ALLOWED, Message.of("error.method", "allowed", allowed));
  }

  private void malformed(HttpResponseException e, Context context) {
    String reason = String.valueOf(e.getMessage());
    Replies.problem(
        context, Problem.malformed(e.getStatus(), reason, context.req().getRequestURI()));
  }

  private void failed(Exception e, Context context) {
    Problem problem = failure(e, context.req().getMethod(), ShownPath.of(context));
    if (PageFrame.isWanted(context)) {
      String id = Objects.requireNonNullElse(problem.id(), "");
      pages.error(context, ProblemKind.INTERNAL_FAILURE, id, List.of());
      return;
    }
    Replies.problem(context, problem);
  }

  static Problem failure(Throwable cause, String method, String address) {
    String id = UUID.randomUUID().toString();
    log.error("failure {} on {} {}", id, method, address, cause);
    return Problem.of(
        ProblemKind.INTERNAL_FAILURE,
        ProblemKind.INTERNAL_FAILURE.status(),
        Message.of("error.failure", "id", id),
        address,
        List.of(),
        id);
  }

  private void reply(Context context, ProblemKind kind, Message detail) {
    reply(context, kind, detail, List.of());
  }

  private void reply(Context context, ProblemKind kind, Message detail, List<Fault> faults) {
    if (PageFrame.isWanted(context)) {
      if (kind == ProblemKind.NOT_SIGNED_IN) {
        signIn.ask(context);
      } else {
        pages.error(context, kind, "", faults);
      }
      return;
    }
    Replies.problem(context, Problem.of(kind, detail, context.req().getRequestURI(), faults));
  }
}
