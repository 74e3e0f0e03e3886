package greenpair.web.monitoring;

import greenpair.index.LiveIndex;
import greenpair.job.RepeatingThread;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks periodically for a newer generation, on a daemon thread of low priority. A failed check
/// is logged and repeated at the next interval; the served generation stays. Once a day all of its
/// files are read again.
public final class Watcher implements AutoCloseable {
  private static final Duration READ_AGAIN = Duration.ofDays(1);
  private static final String FAILED =
      "looking for a newer generation failed; the one that is served stays";
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  private final LiveIndex live;
  private final RepeatingThread thread = new RepeatingThread("generation-watcher", log);

  public Watcher(LiveIndex live) {
    this.live = live;
  }

  /// Looks once now, then after each pause.
  public void start(Duration pause) {
    thread.run(FAILED, live::refresh);
    thread.giveWay();
    thread.repeat(pause, pause, FAILED, live::refresh);
    thread.repeat(READ_AGAIN, READ_AGAIN, FAILED, live::distrust);
  }

  /// Ends after a look that runs.
  @Override
  public void close() {
    thread.close();
  }
}
