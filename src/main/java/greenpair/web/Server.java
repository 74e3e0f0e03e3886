package greenpair.web;

import greenpair.catalog.EntryCodec;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.follow.FollowRun;
import greenpair.follow.PublishedGenerations;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.job.Jobs;
import greenpair.learn.ShadowRun;
import greenpair.match.Recommender;
import greenpair.message.Message;
import greenpair.pages.Pages;
import greenpair.program.ProgramStore;
import greenpair.registry.CatalogJson;
import greenpair.registry.review.ReviewFiles;
import greenpair.web.assistant.Assistant;
import greenpair.web.assistant.AssistantHandler;
import greenpair.web.auth.Failures;
import greenpair.web.auth.Guard;
import greenpair.web.auth.OpenIdHandler;
import greenpair.web.auth.SessionHandler;
import greenpair.web.auth.Sessions;
import greenpair.web.catalog.AnswerCache;
import greenpair.web.catalog.Answering;
import greenpair.web.catalog.CacheWarmer;
import greenpair.web.catalog.CatalogHandler;
import greenpair.web.catalog.DeckHandler;
import greenpair.web.catalog.Disclosing;
import greenpair.web.catalog.Questions;
import greenpair.web.catalog.Searches;
import greenpair.web.catalog.SlideDecks;
import greenpair.web.changes.Courier;
import greenpair.web.changes.Couriers;
import greenpair.web.changes.FeedHandler;
import greenpair.web.changes.FollowHandler;
import greenpair.web.changes.SavedSearches;
import greenpair.web.changes.SubscriptionHandler;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.HostNames;
import greenpair.web.http.Json;
import greenpair.web.http.Limiter;
import greenpair.web.http.NoUpgrade;
import greenpair.web.http.Problem;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.http.RequestId;
import greenpair.web.input.Body;
import greenpair.web.jobs.JobEvents;
import greenpair.web.jobs.JobHandler;
import greenpair.web.lists.ListHandler;
import greenpair.web.mail.Postman;
import greenpair.web.operation.Metrics;
import greenpair.web.operation.Retention;
import greenpair.web.operation.StatusHandler;
import greenpair.web.operation.Traces;
import greenpair.web.operation.Watcher;
import greenpair.web.pages.ChangePageHandler;
import greenpair.web.pages.ContactPageHandler;
import greenpair.web.pages.EditPageHandler;
import greenpair.web.pages.FrontHandler;
import greenpair.web.pages.JobPageHandler;
import greenpair.web.pages.LearningPageHandler;
import greenpair.web.pages.LetterPageHandler;
import greenpair.web.pages.ListPageHandler;
import greenpair.web.pages.PageForms;
import greenpair.web.pages.PageFrame;
import greenpair.web.pages.PageHandler;
import greenpair.web.pages.PlanPageHandler;
import greenpair.web.pages.ProblemHandler;
import greenpair.web.pages.ProgrammeNotesReader;
import greenpair.web.pages.ProgrammePageHandler;
import greenpair.web.pages.ReviewPageHandler;
import greenpair.web.pages.SearchPageHandler;
import greenpair.web.pages.SignInHandler;
import greenpair.web.plans.MeetingExports;
import greenpair.web.plans.PartAnswers;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.PlanRuns;
import greenpair.web.plans.TimetableEdits;
import greenpair.web.programme.ContactHandler;
import greenpair.web.programme.DraftLookup;
import greenpair.web.programme.EditHandler;
import greenpair.web.programme.EditMatching;
import greenpair.web.programme.EditWriter;
import greenpair.web.programme.IntroductionHandler;
import greenpair.web.programme.LearningHandler;
import greenpair.web.programme.LetterDrafts;
import greenpair.web.programme.LetterHandler;
import greenpair.web.programme.MailHandler;
import greenpair.web.programme.OversightHandler;
import greenpair.web.programme.ProgramReading;
import greenpair.web.programme.RemarkHandler;
import greenpair.web.programme.ShadowWatch;
import greenpair.web.programme.TaskHandler;
import greenpair.web.programme.Writing;
import greenpair.web.records.Archive;
import greenpair.web.records.DecisionHandler;
import greenpair.web.records.Recorder;
import greenpair.web.reviews.ReviewHandler;
import greenpair.web.settings.ChangeSettings;
import greenpair.web.settings.WebSettings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server. It serves the newest valid generation and checks for a newer one while it runs;
/// a running request keeps its generation. It can be started once.
public final class Server {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /// Headers of every response.
  static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-cache",
          "Vary", "Accept-Encoding",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                  + " frame-ancestors 'none'");

  /// Pause between two checks for letters that are due.
  private static final Duration POST = Duration.ofSeconds(5);

  private static final String TRANSPORT = "Strict-Transport-Security";
  private static final String HALF_A_YEAR = "max-age=15768000";

  /// A search of 10,000 Chinese characters is 90,000 bytes in an address.
  private static final int LONGEST_HEADERS = 128 * 1024;

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final WebSettings settings;
  private final Json json;
  private final Watcher watcher;
  private final CacheWarmer handover;
  private final Retention retention;
  private final PlanRuns planRuns;
  private final Postman postman;
  private final Courier courier;
  private final ShadowWatch shadows;
  private final Routes routes;
  private final Errors errors;
  private final Guard guard;
  private final HostNames hosts;
  private final Limiter limiter;
  private final ClientAddress remote;
  private final Metrics metrics;
  private final Traces traces;
  private final Javalin javalin;
  private final PageFrame frame;
  private final Optional<ManagementServer> management;

  /// @param live the served index; the caller closes it after [#stop]
  /// @param store where `live` is from, for the status
  /// @param program the program data; the caller closes it after [#stop]
  /// @param jobs started by operators; the caller closes it before [#stop]
  /// @param searches what to search with; requested again for each request
  /// @param archive what decision records are given again from
  /// @param codec gives entries as lines of the catalog format
  /// @param clock for the time of the status
  public Server(
      LiveIndex live,
      GenerationStore store,
      ProgramStore program,
      Jobs jobs,
      Recommender recommender,
      Searches searches,
      Archive archive,
      Taxonomy taxonomy,
      EntryCodec codec,
      WebSettings settings,
      InstantSource clock) {
    this.settings = settings;
    this.json = new Json(codec);
    this.watcher = new Watcher(live);
    Replies replies = new Replies(json);
    AnswerCache cache = new AnswerCache(settings.cacheBytes());
    this.handover = new CacheWarmer(cache);
    live.beforeServing(handover);
    Answering answering =
        new Answering(live, searches, taxonomy, cache, json, replies, settings.answerWithin());
    this.remote = new ClientAddress(settings.doors().proxies());
    this.hosts = new HostNames(settings.doors().hosts());
    this.limiter = new Limiter(settings.doors().requestsPerMinute(), remote, clock);
    Failures failures = new Failures(remote, clock);
    Sessions sessions = new Sessions(program, remote, failures);
    this.guard = new Guard(program, sessions, failures, remote, settings.doors(), clock);
    SessionHandler session =
        new SessionHandler(guard, sessions, taxonomy, replies, clock, settings.maxBody());
    this.frame =
        new PageFrame(
            live,
            new Pages(recommender, taxonomy, settings.zone()),
            searches,
            cache,
            guard,
            settings.answerWithin());
    SignInHandler signIn = new SignInHandler(frame, session, settings.doors().openId().isPresent());
    this.errors = new Errors(replies, live, frame, signIn);
    this.metrics = new Metrics(live, cache, clock, settings.doors().accessLog());
    this.traces = new Traces(settings.traces());
    ProgramReading reading = new ProgramReading(program, guard, taxonomy, replies, clock);
    Writing writing =
        new Writing(live, taxonomy, program, guard, json, clock, settings.answerWithin());
    this.retention = new Retention(program, settings.doors().auditDays(), clock);
    Disclosing disclosing = new Disclosing(guard, program, clock);
    DraftLookup typedIn = new DraftLookup(program);
    int maxBody = settings.maxBody();
    Clock calendar = clock.withZone(settings.zone());
    metrics.watch(jobs);
    JobHandler jobHandler =
        new JobHandler(jobs, writing, reading, store.data().resolve("rejects"), maxBody);
    RemarkHandler remarks = new RemarkHandler(reading, writing, typedIn, maxBody);
    ContactHandler contacts = new ContactHandler(reading, writing, maxBody);
    IntroductionHandler introductions =
        new IntroductionHandler(reading, writing, typedIn, calendar, maxBody);
    LetterDrafts drafts = new LetterDrafts(recommender, taxonomy, codec, settings.zone());
    LetterHandler letters = new LetterHandler(reading, writing, drafts, live, maxBody);
    this.postman = new Postman(program, settings.mail(), clock);
    ChangeSettings telling = settings.changes();
    SavedSearches saved = new SavedSearches(searches, taxonomy);
    this.courier =
        Couriers.of(
            program,
            new FollowRun(
                program,
                new PublishedGenerations(live, store, recommender, saved::hits),
                calendar,
                telling.deadlineDays()),
            json,
            telling,
            settings.mail(),
            clock);
    FollowHandler follows = new FollowHandler(reading, writing, saved, maxBody);
    boolean hasDigest = settings.mail().isPresent() && telling.home().isPresent();
    SubscriptionHandler subscriptions =
        new SubscriptionHandler(reading, writing, clock, hasDigest, telling, maxBody);
    FeedHandler feeds = new FeedHandler(reading, program, subscriptions, clock, telling.address());
    MailHandler mails = new MailHandler(reading, writing, letters, postman, maxBody);
    EditWriter edits =
        new EditWriter(writing, typedIn, new CatalogJson(taxonomy), calendar, maxBody);
    ProgrammeNotesReader desks = new ProgrammeNotesReader(reading, guard, codec);
    PageForms forms = new PageForms(frame, writing);
    this.planRuns = new PlanRuns(live, searches, program, archive, json, clock);
    PlanHandler plans =
        new PlanHandler(reading, writing, program, planRuns, archive, json, maxBody);
    PartHandler parts = new PartHandler(reading, plans, live, searches, clock);
    PartAnswers planAnswers = new PartAnswers(writing, parts, maxBody);
    TimetableEdits timetableEdits = new TimetableEdits(writing, plans, searches, json, maxBody);
    PlanLetters planLetters = new PlanLetters(reading, writing, parts, calendar);
    ListHandler lists = new ListHandler(reading, writing, live, maxBody);
    ReviewHandler reviews =
        new ReviewHandler(reading, writing, new ReviewFiles(store.data()), maxBody);
    Questions questions = new Questions(recommender, searches, maxBody);
    ShadowRun shadow = new ShadowRun(program, clock);
    this.shadows = new ShadowWatch(program, live, searches, shadow);
    LearningHandler learning =
        new LearningHandler(reading, writing, program, live, searches, shadow, maxBody);
    Recorder recorder = new Recorder(questions, taxonomy, json);
    StatusHandler status = new StatusHandler(live, store, searches, cache, replies, clock);
    this.management =
        settings.doors().management().map(at -> new ManagementServer(at, hosts, status, metrics));
    this.routes =
        new Routes(
            new FrontHandler(replies, frame),
            new ProblemHandler(replies, frame),
            status,
            new CatalogHandler(answering, disclosing, taxonomy),
            new DeckHandler(
                answering, new SlideDecks(recommender, taxonomy, settings.zone()), searches),
            answering,
            questions,
            new AssistantHandler(
                new Assistant(
                    live,
                    questions,
                    recommender,
                    searches,
                    taxonomy,
                    json,
                    settings.answerWithin()),
                guard,
                disclosing,
                maxBody),
            new JobRoutes(jobHandler, new JobEvents(guard, jobs, jobHandler, json)),
            new ProgramRoutes(
                session,
                new EditHandler(reading),
                edits,
                new EditMatching(answering, recommender, program, guard, codec, clock),
                remarks,
                contacts,
                introductions,
                new TaskHandler(reading, live),
                letters,
                learning,
                mails,
                new DecisionHandler(reading, writing, recorder, archive, maxBody),
                new PlanRoutes(
                    plans,
                    parts,
                    planAnswers,
                    new MeetingExports(reading, plans, live, searches),
                    timetableEdits,
                    planLetters),
                new ChangeRoutes(
                    follows,
                    subscriptions,
                    feeds,
                    new ChangePageHandler(frame, writing, reading, follows, subscriptions, feeds)),
                new OversightHandler(reading, writing),
                management.isPresent() ? Optional.empty() : Optional.of(metrics)),
            new ListRoutes(lists, new ListPageHandler(frame, writing, lists, disclosing)),
            new ReviewRoutes(reviews, new ReviewPageHandler(frame, writing, reviews)),
            new PageRoutes(
                new SearchPageHandler(frame, searches, taxonomy),
                new PageHandler(frame, searches, desks, disclosing),
                signIn,
                new ProgrammePageHandler(
                    frame, forms, desks, reading, remarks, introductions, letters, disclosing),
                new ContactPageHandler(forms, contacts),
                new LetterPageHandler(frame, writing, letters, mails, disclosing),
                new LearningPageHandler(frame, writing, learning),
                new EditPageHandler(frame, writing, reading, edits, codec, disclosing, calendar),
                new JobPageHandler(frame, live, store, jobs, jobHandler, writing),
                new PlanPageHandler(
                    frame,
                    writing,
                    plans,
                    parts,
                    planAnswers,
                    timetableEdits,
                    planLetters,
                    searches)),
            settings
                .doors()
                .openId()
                .map(each -> new OpenIdHandler(each, sessions, failures, remote, clock)));
    this.javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.http.defaultContentType = Replies.JSON;
    config.router.javaLangErrorHandler(this::dead);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(LONGEST_HEADERS);
          http.addCustomizer(new NoUpgrade());
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new JettyErrors(json));
          server.setStopTimeout(settings.stopWithin().toMillis());
        });
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new JettyErrors(json)));
    config.requestLogger.http(this::answered);
    config.routes.before(this::begin);
    config.routes.beforeMatched(guard::check);
    routes.all().forEach(route -> serve(config, route));
    routes.moved().forEach(route -> serve(config, route));
    errors.register(config.routes);
  }

  private static void serve(JavalinConfig config, Routes.Route route) {
    config.routes.addEndpoint(endpoint(route.method(), route));
    if (route.method().equals(HandlerType.GET)) {
      config.routes.addEndpoint(endpoint(HandlerType.HEAD, route));
    }
  }

  private static Endpoint endpoint(HandlerType method, Routes.Route route) {
    return Endpoint.create(method, route.path())
        .addMetadata(new Roles(Set.of(route.access())))
        .handler(route.handler());
  }

  /// The first step of every request, also of one without a route.
  private void begin(Context context) {
    RequestId.begin(context, remote.address(context));
    traces.begin(context);
    Body.begin(context, settings.maxBody());
    HEADERS.forEach(context::header);
    if (remote.isHttps(context)) {
      context.header(TRANSPORT, HALF_A_YEAR);
    }
    if (BROKEN_ESCAPE.matcher(context.req().getRequestURI()).find()) {
      Message detail = Message.of("error.broken_escape");
      throw new RefusedException(ProblemKind.MALFORMED_HTTP, detail, List.of());
    }
    hosts.check(context);
    limiter.check(context);
  }

  private void answered(Context context, Float millis) {
    metrics.count(context, millis);
    traces.end(context);
  }

  /// Errors such as OutOfMemoryError and StackOverflowError still produce a problem.
  private void dead(HttpServletResponse response, Error error) {
    Problem problem = Errors.failure(error, "request", "");
    try {
      response.setStatus(problem.status());
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(json.write(problem, null));
    } catch (IOException | IllegalStateException e) {
      error.addSuppressed(e);
    }
  }

  /// Looks for a generation and starts listening; without a generation it answers 503 until one is
  /// published.
  ///
  /// @param port from 0 to 65,535; 0 takes any that is free
  /// @throws IllegalStateException when the port cannot be had
  public void start(String host, int port) {
    watcher.start(settings.refreshEvery());
    retention.start();
    postman.start(POST);
    courier.start(POST);
    shadows.start(POST);
    try {
      javalin.start(host, port);
    } catch (JavalinBindException e) {
      watcher.close();
      retention.close();
      postman.close();
      courier.close();
      shadows.close();
      throw new IllegalStateException(
          "cannot listen on "
              + host
              + ":"
              + port
              + ": the port is taken or not allowed; stop what uses it or name another one",
          e);
    }
    try {
      management.ifPresent(ManagementServer::start);
    } catch (IllegalStateException e) {
      stop();
      throw e;
    }
    log.info("listening on {}:{}", host, port());
  }

  /// Precomputes the most expensive answers. This can take a second; requests are answered
  /// meanwhile.
  public void prepare() {
    frame.prepare();
  }

  /// The port that it listens on, once started.
  public int port() {
    return javalin.port();
  }

  /// The port for health and metrics, once started; nothing where they have none of their own.
  public Optional<Integer> managementPort() {
    return management.map(ManagementServer::port);
  }

  /// Accepts no new requests, waits for running ones as long as configured, and stops.
  public void stop() {
    handover.stop();
    planRuns.close();
    retention.close();
    watcher.close();
    javalin.stop();
    postman.close();
    courier.close();
    shadows.close();
    management.ifPresent(ManagementServer::stop);
    traces.close();
    log.info("stopped");
  }

  /// The table of what is served.
  public List<Routes.Route> routes() {
    return routes.all();
  }
}
