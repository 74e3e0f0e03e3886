package greenpair.job;

import java.time.Instant;
import java.util.Optional;

/// A process of the operating system, distinguished from a later one with the same number.
///
/// @param started when it began; the epoch if the system does not report it
public record OwningProcess(long pid, Instant started) {
  static OwningProcess own() {
    return of(ProcessHandle.current());
  }

  private static OwningProcess of(ProcessHandle handle) {
    return new OwningProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(OwningProcess::of)
        .equals(Optional.of(this));
  }
}
