package greenpair.job;

import greenpair.job.Job.Progress;
import greenpair.reindex.run.RunObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Turns the reports of a run into progress, a few times a second at most.
final class JobObserver implements RunObserver {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final InstantSource clock;
  private final Consumer<Progress> out;
  private String stage = "";
  private long expected;
  private long rows;
  private long rejected;
  private long handled;
  private Instant since;
  private Instant reported;
  private volatile boolean cancelled;

  JobObserver(InstantSource clock, Consumer<Progress> out) {
    this.clock = clock;
    this.out = out;
    this.since = clock.instant();
    this.reported = since;
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public void stage(String name, long rowsExpected) {
    stage = name;
    expected = rowsExpected;
    rows = 0;
    since = clock.instant();
    report(since);
  }

  @Override
  public void step(long count) {
    rows += count;
    handled += count;
    Instant now = clock.instant();
    if (Duration.between(reported, now).compareTo(PAUSE) >= 0) {
      report(now);
    }
  }

  @Override
  public void rejected() {
    rejected++;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  void end() {
    report(clock.instant());
  }

  private void report(Instant now) {
    reported = now;
    out.accept(
        new Progress(
            stage,
            rows,
            expected,
            RunObserver.share(rows, expected),
            rejected,
            handled,
            since,
            now));
  }
}
