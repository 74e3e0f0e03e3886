package greenpair.web;

import module java.base;

import greenpair.web.auth.Route;
import greenpair.web.http.Json;
import greenpair.web.http.NoUpgrade;
import greenpair.web.http.Problem;
import greenpair.web.http.Replies;
import greenpair.web.http.SlowHeaders;
import greenpair.web.input.Input;
import greenpair.web.input.RequestBody;
import greenpair.web.pages.frame.PageFrame;
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
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server. It serves the newest valid generation and checks for a newer one while it runs;
/// a running request keeps its generation. It can be started once.
public final class Server {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /// A search of 10,000 Chinese characters is 90,000 bytes in an address.
  private static final int LONGEST_HEADERS = 128 * 1024;

  private static final Duration LONGEST_WAIT_FOR_HEADERS = Duration.ofSeconds(30);

  /// The system may allow fewer (`net.core.somaxconn`).
  private static final int WAITING = 4_096;

  /// Methods whose requests may have a body.
  private static final Set<HandlerType> BODIES = Set.of(HandlerType.POST, HandlerType.PUT);

  private final WebSettings settings;
  private final PageFrame frame;
  private final Wiring wiring;
  private final Background background;
  private final Javalin javalin;
  private final CountDownLatch firstAnswer = new CountDownLatch(1);

  public Server(ServerParts parts) {
    this.settings = parts.settings();
    this.wiring = new Wiring(parts);
    this.frame = wiring.shared.frame;
    this.background = wiring.background;
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
          server.setErrorHandler(new JettyErrors());
          server.setStopTimeout(settings.stopWithin().toMillis());
          server.addEventListener(longQueues(server));
          server.addEventListener(new SlowHeaders(server, LONGEST_WAIT_FOR_HEADERS));
        });
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
    config.requestLogger.http(this::answered);
    config.routes.before(wiring.firstStep::begin);
    config.routes.beforeMatched(wiring.shared.guard::check);
    wiring.routes.all().forEach(route -> serve(config, route));
    wiring.errors.register(config.routes);
  }

  /// Lets more connections wait to be accepted than the 50 of the JDK. Of a burst beyond that the
  /// system ignores connections, and their clients try again after one, three and seven seconds.
  private static LifeCycle.Listener longQueues(org.eclipse.jetty.server.Server server) {
    return new LifeCycle.Listener() {
      @Override
      public void lifeCycleStarting(LifeCycle event) {
        for (Connector each : server.getConnectors()) {
          ((ServerConnector) each).setAcceptQueueSize(WAITING);
        }
      }
    };
  }

  private static void serve(JavalinConfig config, Route route) {
    config.routes.addEndpoint(endpoint(route.method(), route));
    if (route.method().equals(HandlerType.GET)) {
      config.routes.addEndpoint(endpoint(HandlerType.HEAD, route));
    }
  }

  private static Endpoint endpoint(HandlerType method, Route route) {
    return Endpoint.create(method, route.path())
        .addMetadata(new Roles(Set.of(route.access())))
        .handler(
            context -> {
              if (route.readsNothing() || BODIES.contains(route.method())) {
                Input.refuseParameters(context);
              }
              if (route.readsNothing() || !BODIES.contains(route.method())) {
                RequestBody.refuse(context);
              }
              route.handler().handle(context);
            });
  }

  private void answered(Context context, Float millis) {
    wiring.metrics.count(context, millis);
    if (!Routes.PROBES.contains(context.path())) {
      firstAnswer.countDown();
    }
  }

  /// Errors such as OutOfMemoryError and StackOverflowError still produce a problem.
  private void dead(HttpServletResponse response, Error error) {
    Problem problem = Errors.failure(error, "request", "");
    try {
      response.setStatus(problem.status());
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(Json.write(problem, null));
    } catch (IOException | IllegalStateException e) {
      error.addSuppressed(e);
    }
  }

  /// Looks for a generation and starts listening; without a generation it answers 503 until one is
  /// published.
  ///
  /// @param port from 0 to 65,535; 0 takes any that is free
  /// @throws PortTakenException if the port cannot be had
  public void start(String host, int port) {
    background.start(settings);
    try {
      javalin.start(host, port);
    } catch (JavalinBindException e) {
      background.stopBeforeRequestsEnd();
      background.stopAfterRequestsEnd();
      throw new PortTakenException(host, port, e);
    }
    log.info("listening on {}:{}", host, port());
  }

  /// Waits until a request was answered that is no probe of a monitor, but not longer than that.
  ///
  /// @return whether one was answered
  public boolean awaitAnswer(Duration most) {
    try {
      return firstAnswer.await(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Precomputes the most expensive answers. This can take a second; requests are answered
  /// meanwhile.
  public void prepare() {
    frame.prepare();
  }

  public int port() {
    return javalin.port();
  }

  /// Accepts no new requests, waits for running ones as long as configured, and stops.
  public void stop() {
    background.stopBeforeRequestsEnd();
    javalin.stop();
    background.stopAfterRequestsEnd();
    log.info("stopped");
  }

  /// The table of what is served.
  public List<Route> routes() {
    return wiring.routes.all();
  }
}
