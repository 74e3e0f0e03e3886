package greenpair.web.program;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.job.RepeatingThread;
import greenpair.learn.ShadowRun;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.web.answers.LiveAnswerParts;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records the lists of the running shadow cycle after its start and after each publication, on a
/// daemon thread of low priority.
public final class ShadowWatch implements AutoCloseable {
  private static final String FAILED = "lists of the shadow cycle wait";
  private static final Logger log = LoggerFactory.getLogger(ShadowWatch.class);

  private final ProgramStore store;
  private final LiveIndex live;
  private final LiveAnswerParts engines;
  private final ShadowRun shadow;
  private final RepeatingThread thread = new RepeatingThread("shadow", log, ProgramException.class);

  public ShadowWatch(
      ProgramStore store, LiveIndex live, LiveAnswerParts engines, ShadowRun shadow) {
    this.store = store;
    this.live = live;
    this.engines = engines;
    this.shadow = shadow;
  }

  /// Looks every so often.
  public void start(Duration every) {
    thread.giveWay();
    thread.repeat(every, every, FAILED, this::look);
  }

  /// Looks as soon as the thread is free, without waiting for it.
  void lookSoon() {
    thread.soon(FAILED, this::look);
  }

  private void look() {
    if (store.isOpen() && live.isReady()) {
      run();
    }
  }

  void run() {
    try (Snapshot snapshot = live.acquire()) {
      shadow.run(engines.of(snapshot.configuration()).learning(), snapshot);
    }
  }

  /// Ends after a run that runs.
  @Override
  public void close() {
    thread.close();
  }
}
