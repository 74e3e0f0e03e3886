package greenpair.job;

import java.time.Instant;
import java.util.Optional;

/// A process of the operating system, distinguished from a later one with the same number.
///
/// @param started when it began; the epoch if the system does not report it
public record JobProcess(long pid, Instant started) {
  static JobProcess own() {
    return of(ProcessHandle.current());
  }

  private static JobProcess of(ProcessHandle handle) {
    return new JobProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(JobProcess::of)
        .equals(Optional.of(this));
  }
}
