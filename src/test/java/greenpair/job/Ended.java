package greenpair.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

/// Waits for jobs.
public final class Ended {
  private static final Duration LONG = Duration.ofMinutes(2);

  private Ended() {}

  /// The job after its end.
  public static Job await(Jobs jobs, String id) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    Job job = jobs.find(id).orElseThrow();
    while (job.isRunning()) {
      assertTrue(System.nanoTime() < end, "the job does not end: " + job);
      Thread.sleep(5);
      job = jobs.find(id).orElseThrow();
    }
    return job;
  }
}
