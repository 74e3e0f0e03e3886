package greenpair.web;

import greenpair.index.generation.NoGenerationException;
import greenpair.web.http.HostNames;
import greenpair.web.http.RefusedException;
import greenpair.web.monitoring.ServerMetrics;
import greenpair.web.monitoring.StatusHandler;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.net.InetSocketAddress;

/// Health and metrics on a separate port that is not public. It has no authentication.
final class ManagementServer {
  private final InetSocketAddress address;
  private final Javalin javalin;

  ManagementServer(
      InetSocketAddress address, HostNames hosts, StatusHandler status, ServerMetrics metrics) {
    this.address = address;
    this.javalin = Javalin.create(config -> configure(config, hosts, status, metrics));
  }

  private static void configure(
      JavalinConfig config, HostNames hosts, StatusHandler status, ServerMetrics metrics) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.routes.before(hosts::check);
    get(config, "/healthz", status::health);
    get(config, "/readyz", status::ready);
    get(config, "/metrics", metrics::show);
    config.routes.exception(
        NoGenerationException.class,
        (e, context) -> context.status(HttpStatus.SERVICE_UNAVAILABLE).result("not ready\n"));
    config.routes.exception(
        RefusedException.class,
        (e, context) -> context.status(e.kind().status()).result("refused\n"));
  }

  private static void get(JavalinConfig config, String path, Handler handler) {
    config.routes.addEndpoint(Endpoint.create(HandlerType.GET, path).handler(handler));
  }

  /// @throws PortTakenException if the port is not available
  void start() {
    try {
      javalin.start(address.getHostString(), address.getPort());
    } catch (JavalinBindException e) {
      throw new PortTakenException(
          "management_port", address.getHostString(), address.getPort(), e);
    }
  }

  int port() {
    return javalin.port();
  }

  void stop() {
    javalin.stop();
  }
}
