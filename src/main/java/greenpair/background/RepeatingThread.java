package greenpair.background;

import module java.base;

import org.slf4j.Logger;

/// A daemon thread that repeats tasks. A run that fails is logged, and the task is repeated at its
/// next time.
public final class RepeatingThread implements AutoCloseable {
  private final ScheduledExecutorService thread;
  private final Logger log;
  private final List<Class<?>> expected;

  /// @param expected failures that are logged without their stack
  public RepeatingThread(String name, Logger log, Class<?>... expected) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    this.log = log;
    this.expected = List.of(expected);
  }

  public void giveWay() {
    thread.execute(ThreadPriority::giveWay);
  }

  /// Repeats a task, each time a pause after it ended.
  ///
  /// @param failure what a failed run means, for the log
  public void repeat(Duration first, Duration pause, String failure, Runnable task) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> run(failure, task), first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  public void run(String failure, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      if (expected.stream().anyMatch(each -> each.isInstance(e))) {
        log.warn("{}: {}", failure, e.getMessage());
      } else {
        log.error(failure, e);
      }
    }
  }

  /// Waits for the current run and ends.
  @Override
  public void close() {
    thread.close();
  }

  /// Waits for the current run and ends; interrupts the run after the given time.
  ///
  /// @return whether it was interrupted
  public boolean close(Duration longest) {
    thread.shutdown();
    try {
      if (thread.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
    return true;
  }

  /// Ends now and interrupts the current run.
  public void stop() {
    thread.shutdownNow();
  }
}
