package greenpair.web.monitoring;

import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.database.ConnectionPool;
import greenpair.program.database.ProgramException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/// Metrics of the programme data: connections, letters and backups. NaN while the database is
/// closed or does not answer.
final class ProgramMeters {
  private ProgramMeters() {}

  static void bind(ProgramStore store, MeterRegistry registry) {
    gauge("database.active", "connections in use", store, registry, ofPool(p -> p.active()));
    gauge("database.waiting", "callers that wait", store, registry, ofPool(p -> p.waiting()));
    gauge(
        "mails.waiting",
        "emails on changes that wait to be sent",
        store,
        registry,
        ofRecords(all -> all.deliveries().waiting()));
    gauge(
        "backup.last.seconds",
        "time of the last backup since 1970; 0 if there was none",
        store,
        registry,
        ofRecords(all -> all.audit().last("data.backup").map(Instant::getEpochSecond).orElse(0L)));
  }

  private static ToDoubleFunction<ProgramStore> ofPool(
      ToDoubleFunction<ConnectionPool.Use> figure) {
    return store -> store.use().map(figure::applyAsDouble).orElse(Double.NaN);
  }

  private static ToDoubleFunction<ProgramStore> ofRecords(ToDoubleFunction<Records> figure) {
    return store -> {
      try {
        return store.use().isEmpty() ? Double.NaN : store.read(figure::applyAsDouble);
      } catch (ProgramException e) {
        return Double.NaN;
      }
    };
  }

  private static void gauge(
      String name,
      String what,
      ProgramStore store,
      MeterRegistry registry,
      ToDoubleFunction<ProgramStore> figure) {
    Gauge.builder("greenpair." + name, store, figure).description(what).register(registry);
  }
}
