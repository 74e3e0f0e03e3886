package greenpair.web.operation;

import greenpair.index.LiveIndex;
import greenpair.job.ThreadPriority;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a newer generation, again and again, on one daemon thread that gives way to requests.
/// A look that fails is logged and the next one comes all the same: what is served stays.
public final class Watcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  private final LiveIndex live;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("generation-watcher").factory());

  public Watcher(LiveIndex live) {
    this.live = live;
  }

  /// Looks once now, then after each pause.
  public void start(Duration pause) {
    look();
    thread.execute(ThreadPriority::giveWay);
    long nanos = pause.toNanos();
    var _ = thread.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    try {
      live.refresh();
    } catch (RuntimeException | Error e) {
      log.error("looking for a newer generation failed; the one that is served stays", e);
    }
  }

  /// Ends after a look that runs.
  @Override
  public void close() {
    thread.close();
  }
}
