package greenpair.web.monitoring;

import module java.base;

import greenpair.program.ProgramStore;
import greenpair.program.database.ConnectionPool;
import greenpair.program.database.ProgramException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/// Metrics of the programme data: whether the database answers, connections, letters and backups;
/// NaN while it does not answer.
final class ProgramMeters {
  /// How long a scrape waits for a database, which may be gone.
  private static final int WAIT_MILLIS = 1_000;

  private volatile Seen seen = Seen.NOTHING;
  private @Nullable ProgramStore store;

  /// What the last look at the database found.
  private record Seen(double up, double active, double waiting, double mails, double backup) {
    static final Seen NOTHING = new Seen(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  void bind(ProgramStore program, MeterRegistry registry) {
    store = program;
    gauge("database.up", "1 if the database answers at once", Seen::up, registry);
    gauge("database.active", "connections in use", Seen::active, registry);
    gauge("database.waiting", "callers that wait", Seen::waiting, registry);
    gauge("mails.waiting", "emails on changes that wait to be sent", Seen::mails, registry);
    gauge(
        "backup.last.seconds",
        "time of the last backup since 1970; 0 if there was none",
        Seen::backup,
        registry);
  }

  /// Looks at the database, which it opens if no request has yet, as long as a scrape may wait.
  void look() {
    ProgramStore open = store;
    if (open != null) {
      seen =
          CompletableFuture.supplyAsync(() -> seen(open), Thread::startVirtualThread)
              .completeOnTimeout(Seen.NOTHING, WAIT_MILLIS, TimeUnit.MILLISECONDS)
              .join();
    }
  }

  private static Seen seen(ProgramStore store) {
    Optional<ConnectionPool.Use> use = store.use(); // Before the read, which takes one.
    double active = use.map(ConnectionPool.Use::active).orElse(0);
    double waiting = use.map(ConnectionPool.Use::waiting).orElse(0);
    try {
      return store.read(
          all ->
              new Seen(
                  1,
                  active,
                  waiting,
                  all.deliveries().waiting(),
                  all.audit().last("data.backup").map(Instant::getEpochSecond).orElse(0L)));
    } catch (ProgramException e) {
      return new Seen(0, active, waiting, Double.NaN, Double.NaN);
    }
  }

  private void gauge(
      String name, String what, ToDoubleFunction<Seen> figure, MeterRegistry registry) {
    Gauge.builder("greenpair." + name, this, own -> figure.applyAsDouble(own.seen))
        .description(what)
        .register(registry);
  }
}
