package greenpair.web.operation;

import greenpair.index.LiveIndex;
import greenpair.job.ThreadPriority;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks periodically for a newer generation, on a daemon thread of low priority, and checks the
/// shared store on another thread, because copying takes long. A failed check is logged and
/// repeated at the next interval; the served generation stays. Once a day all of its files are read
/// again.
public final class Watcher implements AutoCloseable {
  private static final Duration READ_AGAIN = Duration.ofDays(1);
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  private final LiveIndex live;
  private final ScheduledExecutorService thread = thread("generation-watcher");
  private final ScheduledExecutorService follower = thread("generation-follower");

  public Watcher(LiveIndex live) {
    this.live = live;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name(name).factory());
  }

  /// Looks once now, then after each pause.
  public void start(Duration pause) {
    look();
    thread.execute(ThreadPriority::giveWay);
    long nanos = pause.toNanos();
    var _ = thread.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
    long day = READ_AGAIN.toNanos();
    var _ = thread.scheduleWithFixedDelay(live::distrust, day, day, TimeUnit.NANOSECONDS);
    if (live.shared().isPresent()) {
      follower.execute(ThreadPriority::giveWay);
      var _ = follower.scheduleWithFixedDelay(this::follow, 0, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void follow() {
    try {
      live.pull();
    } catch (RuntimeException | Error e) {
      log.error("following what is shared failed; what is served stays", e);
    }
  }

  private void look() {
    try {
      live.refresh();
    } catch (RuntimeException | Error e) {
      log.error("looking for a newer generation failed; the one that is served stays", e);
    }
  }

  /// Ends after a look that runs; a copy that runs is broken off.
  @Override
  public void close() {
    follower.shutdownNow();
    thread.close();
  }
}
