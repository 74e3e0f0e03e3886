package greenpair.web.monitoring;

import greenpair.job.RepeatingThread;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes expired programme data every hour, on one daemon thread: ended sessions, the tokens of
/// ended logins, answers under an Idempotency-Key after a day, and audit lines after the number of
/// days in the settings. A database that was not opened is not touched.
public final class Retention implements AutoCloseable {
  /// A client that repeats a write because its answer was lost does so within a day.
  static final Duration REPLIES = Duration.ofDays(1);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration EACH = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final ProgramStore store;
  private final int auditDays;
  private final InstantSource clock;
  private final RepeatingThread thread =
      new RepeatingThread("retention", log, ProgramException.class);

  /// @param auditDays 0 to keep the audit for good
  public Retention(ProgramStore store, int auditDays, InstantSource clock) {
    this.store = store;
    this.auditDays = auditDays;
    this.clock = clock;
  }

  public void start() {
    thread.repeat(FIRST, EACH, "old programme data stays for now", this::run);
  }

  void run() {
    if (store.isOpen()) {
      Instant now = clock.instant();
      Instant audit = auditDays == 0 ? Instant.MIN : now.minus(Duration.ofDays(auditDays));
      store.forget(now, now.minus(REPLIES), audit);
    }
  }

  /// Ends after a run that runs.
  @Override
  public void close() {
    thread.close();
  }
}
