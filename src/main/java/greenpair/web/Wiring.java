package greenpair.web;

import greenpair.background.RepeatingThread;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.program.Searches;
import greenpair.program.database.ProgramException;
import greenpair.web.answers.CacheWarmer;
import greenpair.web.assistant.Assistant;
import greenpair.web.assistant.AssistantHandler;
import greenpair.web.auth.OpenIdHandler;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.auth.SessionHandler;
import greenpair.web.catalog.CatalogHandler;
import greenpair.web.follow.Courier;
import greenpair.web.http.HostNames;
import greenpair.web.monitoring.ServerMetrics;
import greenpair.web.monitoring.StatusHandler;
import greenpair.web.openid.OpenIdLogin;
import greenpair.web.openid.OpenIdSettings;
import greenpair.web.pages.DataPageHandler;
import greenpair.web.pages.OpenApi;
import greenpair.web.pages.PageHandler;
import greenpair.web.pages.PlanPageHandler;
import greenpair.web.pages.ProblemHandler;
import greenpair.web.pages.SearchPageHandler;
import greenpair.web.pages.SearchesPageHandler;
import greenpair.web.pages.SignInHandler;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PartReplies;
import greenpair.web.plans.PlanExports;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.PlanRuns;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.searches.SearchEditHandler;
import greenpair.web.settings.WebSettings;
import java.util.List;
import java.util.Optional;

/// Creates all handlers and, from them, the table of routes. A handler of pages is made beside the
/// one of the API whose code its forms run.
final class Wiring {
  final HandlerParts shared;
  final Errors errors;
  final Background background;
  final ServerMetrics metrics;
  final RequestChecks firstStep;
  final Routes routes = new Routes();

  private final ServerParts parts;
  private final WebSettings settings;

  Wiring(ServerParts parts) {
    this.parts = parts;
    this.settings = parts.settings();
    this.shared = new HandlerParts(parts);
    HostNames hosts = new HostNames(settings.access().hosts());
    this.metrics =
        new ServerMetrics(
            parts.live(),
            shared.cache,
            parts.store().data(),
            parts.clock(),
            settings.access().accessLog());
    metrics.watch(parts.program());
    int perMinute = settings.access().requestsPerMinute();
    this.firstStep =
        new RequestChecks(shared.remote, hosts, shared.limiter(perMinute), settings.maxBody());
    StatusHandler status =
        new StatusHandler(
            parts.live(),
            parts.store(),
            parts.answerParts(),
            shared.cache,
            parts.clock(),
            parts.clock().instant());

    answers();
    SignInHandler signIn = session();
    ProgramRoutes program = new ProgramRoutes(parts, shared, routes);
    program.entered();
    Courier courier = program.changes();
    PlanRuns planRuns = plans();
    run(status);
    this.errors = new Errors(parts.live(), shared.frame, signIn);
    CacheWarmer warmer = new CacheWarmer(shared.cache);
    parts.live().beforeServing(warmer);
    this.background =
        new Background(
            parts.live(),
            parts.program(),
            warmer,
            planRuns,
            courier,
            shared.searchLog,
            parts.clock(),
            new RepeatingThread("generation-watcher", Background.log),
            new RepeatingThread("retention", Background.log, ProgramException.class));
  }

  /// Recommendations, search and the catalog.
  private void answers() {
    routes.api("recommend", shared.questions.matches(shared.answering));
    routes.api("find", shared.questions.searches(shared.answering));
    routes.api("find", new CatalogHandler(shared.answering, shared.disclosure).routes());
    routes.page(List.of(new SearchPageHandler(shared.frame, shared.searchLog).route()));
    SearchEditHandler edits =
        new SearchEditHandler(
            shared.reading,
            shared.writing,
            parts.program(),
            parts.answerParts(),
            settings.access().keepsSearches() ? Searches.KEPT : 0);
    routes.api("find", edits.routes());
    routes.page(new SearchesPageHandler(shared.forms, edits).routes());
    routes.page(
        new PageHandler(shared.frame, shared.notes, shared.disclosure, shared.searchLog).routes());
    Assistant assistant =
        new Assistant(parts.live(), shared.questions, parts.answerParts(), settings.answerWithin());
    AssistantHandler messages =
        new AssistantHandler(assistant, shared.guard, shared.disclosure, parts.program());
    routes.page(List.of(Route.post(AssistantHandler.PATH, Access.READ, messages::message)));
  }

  private SignInHandler session() {
    SessionHandler session = new SessionHandler(shared.guard, shared.sessions, parts.clock());
    routes.api("programme", List.of(session.route()));
    Optional<OpenIdSettings> openId = settings.access().openId();
    SignInHandler signIn = new SignInHandler(shared.frame, session, openId.isPresent());
    routes.page(signIn.routes());
    openId.ifPresent(
        each -> {
          OpenIdHandler login =
              new OpenIdHandler(
                  each,
                  parts.program(),
                  this::isCity,
                  shared.sessions,
                  shared.failures,
                  shared.remote,
                  parts.clock());
          routes.page(List.of(Route.get(OpenIdHandler.PATH, Access.OPEN, login::begin)));
          routes.page(List.of(Route.get(OpenIdLogin.CALLBACK, Access.OPEN, login::end)));
        });
    return signIn;
  }

  private boolean isCity(EntryId id) {
    try (Snapshot snapshot = parts.live().acquire()) {
      return snapshot.entry(Kind.CITY, id).isPresent();
    }
  }

  private PlanRuns plans() {
    ReadEndpoint reading = shared.reading;
    PlanRuns runs =
        new PlanRuns(
            parts.live(), parts.answerParts(), parts.program(), parts.archive(), parts.clock());
    PlanHandler plans =
        new PlanHandler(reading, shared.writing, parts.program(), runs, parts.archive());
    PartHandler part =
        new PartHandler(reading, plans, parts.live(), parts.answerParts(), shared.calendar);
    PartReplies replies = new PartReplies(shared.writing, part);
    PlanLetters letters = new PlanLetters(reading, shared.writing, part, shared.calendar);
    routes.api("plans", plans.routes());
    routes.api(
        "plans", new PlanExports(reading, plans, parts.live(), parts.answerParts()).routes());
    routes.api("plans", List.of(part.route(), replies.route()));
    routes.api("plans", letters.routes());
    routes.page(new PlanPageHandler(shared.forms, plans, part, replies, letters).routes());
    return runs;
  }

  /// What describes and watches the server.
  private void run(StatusHandler status) {
    routes.api("run", List.of(OpenApi.route(routes::groups)));
    routes.api("run", List.of(new ProblemHandler(shared.frame).route()));
    routes.api("run", status.routes());
    routes.page(List.of(new DataPageHandler(shared.frame, parts.store()).route()));
    routes.api("run", List.of(metrics.route()));
  }
}
