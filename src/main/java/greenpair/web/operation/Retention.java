package greenpair.web.operation;

import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes expired programme data every hour, on one daemon thread: ended sessions, the tokens of
/// ended logins, answers under an Idempotency-Key after a day, and audit lines after the number of
/// days in the settings. A database that was not opened is not touched.
public final class Retention implements AutoCloseable {
  /// A client that repeats a write because its answer was lost does so within a day.
  static final Duration REPLIES = Duration.ofDays(1);

  private static final Duration EACH = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final ProgramStore store;
  private final int auditDays;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  /// @param auditDays 0 to keep the audit for good
  public Retention(ProgramStore store, int auditDays, InstantSource clock) {
    this.store = store;
    this.auditDays = auditDays;
    this.clock = clock;
  }

  public void start() {
    var _ = thread.scheduleWithFixedDelay(this::run, 60, EACH.toSeconds(), TimeUnit.SECONDS);
  }

  void run() {
    try {
      if (store.isOpen()) {
        Instant now = clock.instant();
        Instant audit = auditDays == 0 ? Instant.MIN : now.minus(Duration.ofDays(auditDays));
        store.forget(now, now.minus(REPLIES), audit);
      }
    } catch (ProgramException e) {
      log.warn("old programme data stays for now: {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      log.error("old programme data stays for now", e);
    }
  }

  /// Ends after a run that runs.
  @Override
  public void close() {
    thread.close();
  }
}
