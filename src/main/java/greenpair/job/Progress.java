package greenpair.job;

import java.time.Duration;
import java.time.Instant;

/// The progress of a run.
///
/// @param stage current stage; empty before the first
/// @param rows of this stage that were handled
/// @param expected rows of this stage; 0 if unknown
/// @param share of this stage that is done, from 0 to 1, by its rows or by the bytes of the files
///     that it reads; 0 if unknown
/// @param rejected rows of the whole run that were rejected
/// @param handled rows of all stages
/// @param at time of this state
public record Progress(
    String stage,
    long rows,
    long expected,
    double share,
    long rejected,
    long handled,
    Instant since,
    Instant at) {
  static final Progress NONE = new Progress("", 0, 0, 0, 0, 0, Instant.EPOCH, Instant.EPOCH);

  /// Rows of the stage in a second; 0 if not yet known.
  public double rate() {
    double seconds = seconds();
    return seconds <= 0 ? 0 : rows / seconds;
  }

  private double seconds() {
    return Duration.between(since, at).toMillis() / 1000.0;
  }

  /// Seconds until the stage ends at this rate; -1 if unknown.
  public long secondsLeft() {
    return share <= 0 ? -1 : Math.round(seconds() * (1 - share) / share);
  }
}
