package greenpair.job;

import java.util.Optional;

/// A run is already in progress, here or in another process.
public final class JobRunningException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Optional<Job> running;

  JobRunningException(Optional<Job> running) {
    super(
        running
                .map(job -> "the job " + job.id() + " of " + job.who() + " is running")
                .orElse("another process is building in this data folder")
            + "; wait for its end or cancel it");
    this.running = running;
  }

  /// The running job; empty if a run of the command line holds the data folder.
  public Optional<Job> running() {
    return running;
  }
}
