package greenpair.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.job.Job.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobObserverTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<Progress> told = new ArrayList<>();
  private final JobObserver watch = new JobObserver(() -> now, told::add);

  private Progress after(long seconds) {
    now = now.plusSeconds(seconds);
    watch.step(100);
    return told.getLast();
  }

  @Test
  void knownRows_giveShareAndTime() {
    watch.stage("writing", 400);
    Progress progress = after(10);
    assertEquals(0.25, progress.share());
    assertEquals(30, progress.secondsLeft());
  }

  @Test
  void unknownRows_giveNeither() {
    watch.stage("converting gbfs", 0);
    Progress progress = after(10);
    assertEquals(0, progress.share());
    assertEquals(-1, progress.secondsLeft());
  }
}
