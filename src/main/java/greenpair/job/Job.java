package greenpair.job;

import greenpair.catalog.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run with its progress or result.
///
/// @param id derived from the time of its start, so that ids sort by time
/// @param who requested it: a name, or `schedule`
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

  /// Its duration so far.
  public Duration took(Instant now) {
    return Duration.between(started, ended == null ? now : ended);
  }

  Job with(Progress next) {
    return new Job(
        id,
        kind,
        state,
        who,
        started,
        ended,
        request,
        next,
        sources,
        generation,
        messages,
        rejects,
        moved,
        movedInAll,
        process);
  }

  Job ended(State how, Instant now, Outcome outcome) {
    return new Job(
        id,
        kind,
        how,
        who,
        started,
        now,
        request,
        progress,
        outcome.sources(),
        outcome.generation(),
        outcome.messages(),
        outcome.rejects(),
        outcome.moved(),
        outcome.movedInAll(),
        process);
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
}
