package greenpair.web;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.follow.FollowRun;
import greenpair.follow.PublishedGenerations;
import greenpair.index.LiveIndex;
import greenpair.job.RepeatingThread;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.review.ReviewFiles;
import greenpair.web.answers.CacheWarmer;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.auth.Route;
import greenpair.web.auth.SessionHandler;
import greenpair.web.catalog.CatalogHandler;
import greenpair.web.decisions.DecisionHandler;
import greenpair.web.decisions.Recorder;
import greenpair.web.follow.Courier;
import greenpair.web.follow.FeedHandler;
import greenpair.web.follow.FollowHandler;
import greenpair.web.follow.SavedSearches;
import greenpair.web.follow.SubscriptionHandler;
import greenpair.web.http.HostNames;
import greenpair.web.http.Limiter;
import greenpair.web.jobs.JobHandler;
import greenpair.web.lists.ListHandler;
import greenpair.web.mail.Postman;
import greenpair.web.monitoring.ServerMetrics;
import greenpair.web.monitoring.StatusHandler;
import greenpair.web.pages.OpenApi;
import greenpair.web.pages.ProblemHandler;
import greenpair.web.pages.SignInHandler;
import greenpair.web.plans.PartHandler;
import greenpair.web.plans.PartReplies;
import greenpair.web.plans.PlanExports;
import greenpair.web.plans.PlanHandler;
import greenpair.web.plans.PlanLetters;
import greenpair.web.plans.PlanRuns;
import greenpair.web.program.ContactHandler;
import greenpair.web.program.EditHandler;
import greenpair.web.program.EditWriter;
import greenpair.web.program.IntroductionHandler;
import greenpair.web.program.IntroductionWriter;
import greenpair.web.program.LearningHandler;
import greenpair.web.program.LetterDrafts;
import greenpair.web.program.LetterHandler;
import greenpair.web.program.MailHandler;
import greenpair.web.program.OversightHandler;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.RemarkHandler;
import greenpair.web.program.SubmissionHandler;
import greenpair.web.program.WriteEndpoint;
import greenpair.web.reviews.ReviewHandler;
import greenpair.web.settings.WebSettings;
import greenpair.web.settings.WebSettings.ChangeSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates all handlers and, from them, the tables of routes. Handlers of pages get the
/// corresponding handler of the API, so that a form runs the same code.
final class Wiring {
  final HandlerParts shared;
  final Routes routes;
  final Errors errors;
  final Background background;
  final ServerMetrics metrics;
  final RequestChecks firstStep;
  final Optional<ManagementServer> management;

  final ServerParts parts;
  final Clock calendar;
  final SignInHandler signIn;
  private final SessionHandler session;
  private final Postman postman;
  private final PlanRuns planRuns;
  private final SavedSearches saved;
  final LearningHandler learning;
  final JobHandler jobs;
  final PlanHandler plans;
  final PartHandler part;
  final FollowHandler follows;
  final SubscriptionHandler subscriptions;
  final FeedHandler feeds;
  final ListHandler lists;
  final ReviewHandler reviews;
  final PartReplies answers;
  final PlanLetters planLetters;
  final RemarkHandler remarks;
  final ContactHandler contacts;
  final SubmissionHandler submissions;
  final IntroductionHandler introductions;
  final IntroductionWriter introducing;
  final LetterHandler letters;
  final MailHandler mails;
  final EditWriter edits;

  Wiring(ServerParts parts) {
    this.parts = parts;
    this.shared = new HandlerParts(parts);
    WebSettings settings = parts.settings();
    LiveIndex live = parts.live();
    Taxonomy taxonomy = parts.taxonomy();
    this.calendar = parts.clock().withZone(settings.zone());
    ReadEndpoint reading = shared.reading;
    WriteEndpoint writing = shared.writing;
    ProgramStore program = parts.program();
    HostNames hosts = new HostNames(settings.access().hosts());
    this.metrics =
        new ServerMetrics(
            live, shared.cache, parts.store().data(), parts.clock(), settings.access().accessLog());
    metrics.watch(parts.jobs(), program);
    Limiter limiter =
        new Limiter(settings.access().requestsPerMinute(), shared.remote, parts.clock());
    this.firstStep = new RequestChecks(shared.remote, hosts, limiter, settings.maxBody());
    this.session =
        new SessionHandler(shared.guard, shared.sessions, taxonomy, shared.replies, parts.clock());
    this.signIn = new SignInHandler(shared.frame, session, settings.access().openId().isPresent());
    this.errors = new Errors(shared.replies, live, shared.frame, signIn);
    Path rejects = parts.store().data().resolve("rejects");
    this.jobs = new JobHandler(parts.jobs(), writing, reading, rejects);
    this.remarks = new RemarkHandler(reading, writing);
    this.contacts = new ContactHandler(reading, writing);
    Limiter visitors = new Limiter(SubmissionHandler.PER_MINUTE, shared.remote, parts.clock());
    this.submissions = new SubmissionHandler(reading, writing, shared.guard, visitors, calendar);
    this.introductions = new IntroductionHandler(reading, calendar);
    this.introducing = new IntroductionWriter(writing, calendar);
    LetterDrafts drafts =
        new LetterDrafts(parts.recommender(), taxonomy, parts.codec(), settings.zone());
    this.letters = new LetterHandler(reading, writing, drafts, live);
    this.postman = new Postman(program, settings.mail(), parts.clock());
    this.mails = new MailHandler(reading, writing, letters, postman, calendar);
    this.edits = new EditWriter(writing, new CatalogJson(taxonomy), calendar);
    this.saved = new SavedSearches(parts.engines(), taxonomy);
    this.planRuns =
        new PlanRuns(live, parts.engines(), program, parts.archive(), shared.json, parts.clock());
    this.plans = new PlanHandler(reading, writing, program, planRuns, parts.archive(), shared.json);
    this.part = new PartHandler(reading, plans, live, parts.engines(), calendar);
    this.answers = new PartReplies(writing, part);
    this.planLetters = new PlanLetters(reading, writing, part, calendar);
    ChangeSettings changes = settings.changes();
    boolean hasDigest = settings.mail().isPresent() && changes.home().isPresent();
    this.follows = new FollowHandler(reading, writing, saved);
    this.subscriptions =
        new SubscriptionHandler(reading, writing, parts.clock(), hasDigest, changes);
    this.feeds =
        new FeedHandler(
            reading, program, subscriptions, parts.clock(), shared.remote, changes.address());
    this.lists = new ListHandler(reading, writing, live);
    this.reviews = new ReviewHandler(reading, writing, new ReviewFiles(parts.store().data()));
    this.learning = new LearningHandler(reading, program, live, parts.engines());
    CacheWarmer warmer = new CacheWarmer(shared.cache, parts.recommender());
    live.beforeServing(warmer);
    this.background =
        new Background(
            live,
            program,
            warmer,
            planRuns,
            postman,
            courier(),
            parts.clock(),
            new RepeatingThread("generation-watcher", Background.log),
            new RepeatingThread("retention", Background.log, ProgramException.class));
    StatusHandler status =
        new StatusHandler(
            live,
            parts.store(),
            parts.engines(),
            shared.cache,
            shared.replies,
            parts.clock(),
            parts.clock().instant());
    this.management =
        settings.access().management().map(at -> new ManagementServer(at, hosts, status, metrics));
    this.routes = routes(status);
  }

  private Courier courier() {
    ChangeSettings changes = parts.settings().changes();
    PublishedGenerations generations =
        new PublishedGenerations(parts.live(), parts.store(), parts.recommender(), saved::hits);
    return new Courier(
        parts.program(),
        new FollowRun(parts.program(), generations, calendar, changes.deadlineDays()),
        changes,
        parts.settings().mail(),
        parts.clock());
  }

  private Routes routes(StatusHandler status) {
    MatchAndSearchRoutes questions = new MatchAndSearchRoutes(parts.recommender(), parts.engines());
    CatalogHandler catalog =
        new CatalogHandler(shared.answering, shared.disclosure, parts.taxonomy());
    Map<String, List<Route>> groups = new LinkedHashMap<>();
    List<Route> asked = questions.routes(shared.answering);
    groups.put("recommend", asked.stream().filter(each -> !isSearch(each)).toList());
    groups.put("find", join(asked.stream().filter(Wiring::isSearch).toList(), catalog.routes()));
    groups.put(
        "programme",
        join(
            programme(questions),
            reviews.routes(),
            List.of(feeds.list()),
            follows.routes(),
            subscriptions.routes()));
    groups.put("plans", plans());
    groups.put("lists", lists.routes());
    groups.put("jobs", jobs.routes());
    groups.put(
        "run",
        join(
            List.of(OpenApi.route(shared.replies, () -> routes.groups())),
            List.of(new ProblemHandler(shared.replies, shared.frame).route()),
            status.routes(),
            management.isPresent() ? List.of() : List.of(metrics.route())));
    return new Routes(Collections.unmodifiableMap(groups), new PageRoutes(this).all(questions));
  }

  private static boolean isSearch(Route route) {
    return !route.path().contains("recommendations")
        && !route.path().contains("packages")
        && !route.path().contains("gaps")
        && !route.path().contains("opportunities");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // It is only read.
  static List<Route> join(List<Route>... parts) {
    return Arrays.stream(parts).flatMap(List::stream).toList();
  }

  private List<Route> programme(MatchAndSearchRoutes questions) {
    Recorder recorder = new Recorder(questions, parts.taxonomy(), shared.json);
    return join(
        session.routes(),
        new EditHandler(shared.reading).routes(),
        edits.routes(),
        remarks.routes(),
        contacts.routes(),
        submissions.routes(),
        introductions.routes(),
        introducing.routes(),
        letters.routes(),
        mails.routes(),
        List.of(learning.route()),
        new DecisionHandler(shared.reading, shared.writing, recorder, parts.archive()).routes(),
        new OversightHandler(shared.reading, shared.writing).routes());
  }

  private List<Route> plans() {
    return join(
        plans.routes(),
        new PlanExports(shared.reading, plans, parts.live(), parts.engines()).routes(),
        List.of(part.route(), answers.route()),
        planLetters.routes());
  }
}
