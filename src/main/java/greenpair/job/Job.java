package greenpair.job;

import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.reindex.gate.GenerationComparison;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run with its progress or result.
///
/// @param id derived from the time of its start, so that ids sort by time
/// @param who requested it
/// @param ended null while it runs
/// @param progress its progress, or that at its end
/// @param sources results of the rows of each registry, once they were read
/// @param generation that it published; null for none
/// @param messages reasons for the result, and notes
/// @param rejects names of files with rejected rows
/// @param moved the first changed shortlists, with the reasons
public record Job(
    String id,
    Kind kind,
    State state,
    String who,
    Instant started,
    @Nullable Instant ended,
    JobRequest request,
    Progress progress,
    List<SourceRun> sources,
    @Nullable String generation,
    List<Text> messages,
    List<String> rejects,
    List<MovedEntry> moved,
    long movedInAll,
    OwningProcess process) {
  public enum Kind {
    REINDEX,
    ROLLBACK
  }

  public enum State {
    RUNNING,
    /// A new generation is served.
    PUBLISHED,
    /// There was nothing new, so the last generation remains.
    UNCHANGED,
    /// The input or the result broke a rule; the last generation remains.
    REFUSED,
    /// It could not continue, for example because the disk is full; the last generation remains.
    FAILED,
    /// It was cancelled; the last generation remains.
    CANCELLED,
    /// Its process died.
    INTERRUPTED
  }

  public Job {
    sources = List.copyOf(sources);
    messages = List.copyOf(messages);
    rejects = List.copyOf(rejects);
    moved = List.copyOf(moved);
    if ((state == State.RUNNING) != (ended == null)) {
      throw new IllegalArgumentException(
          "a job that ended must have the time when it ended, but its state is " + state);
    }
  }

  static Job begun(
      String id, Kind kind, String who, Instant now, JobRequest request, OwningProcess process) {
    return new Job(
        id,
        kind,
        State.RUNNING,
        who,
        now,
        null,
        request,
        Progress.NONE,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        0,
        process);
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  public Duration took(Instant now) {
    return Duration.between(started, ended == null ? now : ended);
  }

  Job with(Progress next) {
    return FieldTable.with(this, "progress", next);
  }

  Job ended(State how, Instant now, Outcome outcome) {
    return FieldTable.with(
        FieldTable.with(this, FieldTable.known(outcome)), "state", how, "ended", now);
  }

  record Outcome(
      List<SourceRun> sources,
      @Nullable String generation,
      List<Text> messages,
      List<String> rejects,
      List<MovedEntry> moved,
      long movedInAll) {
    static Outcome of(Text message) {
      return new Outcome(List.of(), null, List.of(message), List.of(), List.of(), 0);
    }
  }

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

  /// One entry of a shortlist that a run changed.
  ///
  /// @param from its place before, from 1; null if it was not among the first
  /// @param to its place now; null if it is no longer among the first
  /// @param causes source records that caused it, most direct first
  /// @param says the same in words
  public record MovedEntry(
      String city,
      String need,
      String kind,
      String entry,
      Text name,
      @Nullable Integer from,
      @Nullable Integer to,
      List<String> causes,
      Text says) {
    public MovedEntry {
      causes = List.copyOf(causes);
    }

    static MovedEntry of(GenerationComparison.Change change) {
      return FieldTable.copy(
          MovedEntry.class,
          change,
          "causes",
          change.causes().stream().map(GenerationComparison.Cause::toString).toList());
    }
  }

  /// The progress of a run.
  ///
  /// @param stage current stage; empty before the first
  /// @param rows of this stage that were handled
  /// @param expected rows of this stage; 0 if unknown
  /// @param share of this stage that is done, from 0 to 1, 0 if its rows are unknown
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

  /// A request for a job. It can only name existing mappings and generations, not a path or an
  /// address.
  ///
  /// @param sources names of mappings; none for all that the settings name
  /// @param maxRejects rows of a registry that may be rejected, such as `50` or `2%`; null for any
  /// @param generation to go back to; null for the one before
  /// @param reason why it is requested; null if none is needed
  /// @param force whether to publish even if the gate refuses; requires a reason
  public record JobRequest(
      List<String> sources,
      @Nullable String maxRejects,
      @Nullable String generation,
      @Nullable String reason,
      boolean force) {
    public static final JobRequest ALL = new JobRequest(List.of(), null, null, null, false);

    public JobRequest {
      sources = List.copyOf(sources);
      if (force && reason == null) {
        throw new IllegalArgumentException("a forced publication requires a reason");
      }
    }

    public static JobRequest back(@Nullable String generation, @Nullable String reason) {
      return new JobRequest(List.of(), null, generation, reason, false);
    }
  }
}
