package greenpair.job;

import greenpair.job.Job.JobRequest;
import greenpair.job.Jobs.JobRunningException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a job at the times of the schedule. A job that is due while another runs, or while no
/// server was running, is skipped.
public final class Scheduler implements AutoCloseable {
  static final String WHO = "schedule";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

  private final Jobs jobs;
  private final Schedule schedule;
  private final InstantSource clock;
  private final RepeatingThread ticks = new RepeatingThread("schedule", log);
  private Optional<Instant> due;

  public Scheduler(Jobs jobs, Schedule schedule, InstantSource clock) {
    this.jobs = jobs;
    this.schedule = schedule;
    this.clock = clock;
    this.due = schedule.next(clock.instant());
  }

  /// Starts checking the clock every second.
  public void start() {
    ticks.repeat(
        SECOND, SECOND, "a job by the schedule " + schedule + " could not begin", this::tick);
  }

  /// Starts a job if one is due.
  ///
  /// @return the job; empty if none was due or another one runs
  synchronized Optional<Job> tick() {
    Instant now = clock.instant();
    Optional<Instant> next = schedule.next(now);
    if (due.isPresent() && next.isPresent() && next.get().isBefore(due.get())) {
      due = next; // The clock was set back, perhaps by years: it had been wrong until now.
    }
    if (due.isEmpty() || now.isBefore(due.get())) {
      return Optional.empty();
    }
    due = next;
    try {
      return Optional.of(jobs.start(Job.Kind.REINDEX, JobRequest.ALL, WHO));
    } catch (JobRunningException e) {
      log.warn("a job by the schedule {} is left out: {}", schedule, e.getMessage());
      return Optional.empty();
    }
  }

  /// When the next job is due.
  public synchronized Optional<Instant> due() {
    return due;
  }

  @Override
  public void close() {
    ticks.stop();
  }
}
