package greenpair.web.monitoring;

import greenpair.index.LiveIndex;
import greenpair.job.RepeatingThread;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks periodically for a newer generation, on a daemon thread of low priority, and checks the
/// shared store on another thread, because copying takes long. A failed check is logged and
/// repeated at the next interval; the served generation stays. Once a day all of its files are read
/// again.
public final class Watcher implements AutoCloseable {
  private static final Duration READ_AGAIN = Duration.ofDays(1);
  private static final String FAILED =
      "looking for a newer generation failed; the one that is served stays";
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  private final LiveIndex live;
  private final RepeatingThread thread = new RepeatingThread("generation-watcher", log);
  private final RepeatingThread follower = new RepeatingThread("generation-follower", log);

  public Watcher(LiveIndex live) {
    this.live = live;
  }

  /// Looks once now, then after each pause.
  public void start(Duration pause) {
    thread.run(FAILED, live::refresh);
    thread.giveWay();
    thread.repeat(pause, pause, FAILED, live::refresh);
    thread.repeat(READ_AGAIN, READ_AGAIN, FAILED, live::distrust);
    if (live.shared().isPresent()) {
      follower.giveWay();
      follower.repeat(
          Duration.ZERO,
          pause,
          "following what is shared failed; what is served stays",
          live::pull);
    }
  }

  /// Ends after a look that runs; a copy that runs is broken off.
  @Override
  public void close() {
    follower.stop();
    thread.close();
  }
}
