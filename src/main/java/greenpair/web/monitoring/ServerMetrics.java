package greenpair.web.monitoring;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.NoGenerationException;
import greenpair.index.read.Snapshot;
import greenpair.program.ProgramStore;
import greenpair.web.answers.AnswerCache;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.RequestId;
import greenpair.web.http.ShownPath;
import greenpair.web.http.Version;
import greenpair.web.input.Request;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Metrics of the server in the text format of Prometheus, and the access log. Requests are
/// distinguished by the route as the table of routes has it, never as a client wrote it, so that no
/// client can make new series.
public final class ServerMetrics {
  private static final Logger log = LoggerFactory.getLogger("greenpair.access");
  private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final double PER_MILLI = 1_000_000;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ConcurrentHashMap<Series, Timer> requests = new ConcurrentHashMap<>();

  /// Observes the JVM as long as it is reachable.
  @SuppressWarnings("resource")
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

  private final ProgramMeters programMeters = new ProgramMeters();
  private final boolean accessLog;

  private record Series(String method, String route, int status) {}

  /// @param accessLog whether each request is a line of the log; a slow one always is
  /// @param data folder on the disk whose free space is measured
  public ServerMetrics(
      LiveIndex live, AnswerCache cache, Path data, InstantSource clock, boolean accessLog) {
    this.accessLog = accessLog;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new DiskSpaceMetrics(data.toFile()).bindTo(registry);
    garbageCollection.bindTo(registry);
    Gauge.builder("greenpair.build", () -> 1)
        .description("1; the label has the version")
        .tag("version", Version.CURRENT)
        .register(registry);
    counter("greenpair.cache.hits", "responses from the cache", cache, c -> c.counts().hits());
    counter("greenpair.cache.misses", "computed responses", cache, c -> c.counts().misses());
    counter("greenpair.cache.evictions", "evicted responses", cache, c -> c.counts().evictions());
    gauge("greenpair.cache.bytes", "size of the cached responses", cache, c -> c.counts().bytes());
    gauge(
        "greenpair.ready", "1 when there is a generation to serve", live, l -> l.isReady() ? 1 : 0);
    Gauge.builder(
            "greenpair.generation.age",
            live,
            l -> generation(l, each -> age(each.created(), clock)))
        .description("time since the generation that is served was built; NaN without one")
        .baseUnit("seconds")
        .register(registry);
    for (Kind kind : Kind.values()) {
      Gauge.builder("greenpair.generation.entries", live, l -> generation(l, m -> m.count(kind)))
          .description("entries of the generation that is served")
          .tag("kind", kind.word())
          .register(registry);
    }
  }

  /// Measures the programme data too.
  public void watch(ProgramStore program) {
    programMeters.bind(program, registry);
  }

  private static double age(Instant created, InstantSource clock) {
    return Duration.between(created, clock.instant()).toSeconds();
  }

  private static double generation(LiveIndex live, ToDoubleFunction<Manifest> figure) {
    try (Snapshot snapshot = live.acquire()) {
      return figure.applyAsDouble(snapshot.manifest());
    } catch (NoGenerationException e) {
      return Double.NaN;
    }
  }

  private <T> void counter(String name, String what, T of, ToDoubleFunction<T> figure) {
    FunctionCounter.builder(name, of, figure).description(what).register(registry);
  }

  private <T> void gauge(String name, String what, T of, ToDoubleFunction<T> figure) {
    Gauge.builder(name, of, figure).description(what).register(registry);
  }

  public void count(Context context, float millis) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    String route = endpoint == null ? "none" : endpoint.path;
    String method = endpoint == null ? "other" : context.req().getMethod();
    Series series = new Series(method, route, context.statusCode());
    requests
        .computeIfAbsent(series, this::timer)
        .record((long) (millis * PER_MILLI), TimeUnit.NANOSECONDS);
    boolean slow = millis >= SLOW.toMillis();
    if (slow || accessLog) {
      log.atLevel(slow ? org.slf4j.event.Level.WARN : org.slf4j.event.Level.INFO)
          .addKeyValue("method", method)
          .addKeyValue("path", Fault.show(ShownPath.of(context), 200))
          .addKeyValue("status", context.statusCode())
          .addKeyValue("millis", Math.round(millis))
          .addKeyValue("client", RequestId.client(context))
          .addKeyValue("who", Guard.known(context).id())
          .addKeyValue("agent", Fault.show(String.valueOf(context.userAgent()), 120))
          .log(slow ? "slow request" : "request");
    }
    RequestId.end();
  }

  private Timer timer(Series series) {
    return Timer.builder("greenpair.requests")
        .description("requests by route and status")
        .tag("method", series.method())
        .tag("route", series.route())
        .tag("status", Integer.toString(series.status()))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            SLOW,
            Duration.ofSeconds(5))
        .register(registry);
  }

  public Route route() {
    return Route.get("/metrics", Access.READ, this::show)
        .asFile("metrics", Request.Nothing.class, "text/plain");
  }

  public void show(Context context) {
    programMeters.look();
    context.contentType(MEDIA_TYPE);
    context.result(registry.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
