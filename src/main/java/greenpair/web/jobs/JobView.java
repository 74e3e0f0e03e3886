package greenpair.web.jobs;

import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.job.Job;
import greenpair.job.Job.JobRequest;
import greenpair.job.Job.MovedEntry;
import greenpair.job.Job.Progress;
import greenpair.job.SourceRun;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as shown to users.
///
/// @param ended null while it runs
public record JobView(
    String id,
    Job.Kind kind,
    Job.State state,
    String who,
    Instant started,
    @Nullable Instant ended,
    JobRequest request,
    Step progress,
    List<Source> sources,
    @Nullable String generation,
    List<Text> messages,
    List<String> rejects,
    List<MovedEntry> moved,
    long movedInAll) {
  /// Its progress.
  ///
  /// @param expected rows of the stage; null if unknown
  /// @param share of the stage that is done, from 0 to 1; null if unknown
  /// @param secondsLeft of the stage; null if unknown
  record Step(
      String stage,
      long rows,
      @Nullable Long expected,
      @Nullable Double share,
      long rejected,
      long handled,
      double rowsPerSecond,
      @Nullable Long secondsLeft) {
    public static Step of(Progress progress) {
      long left = progress.secondsLeft();
      return new Step(
          progress.stage(),
          progress.rows(),
          progress.expected() == 0 ? null : progress.expected(),
          progress.share() == 0 ? null : Math.round(1000 * progress.share()) / 1000.0,
          progress.rejected(),
          progress.handled(),
          Math.round(progress.rate()),
          left < 0 ? null : left);
    }
  }

  record Source(
      String name,
      long read,
      long accepted,
      long merged,
      long unchanged,
      long waiting,
      Map<String, Long> skipped,
      long rejected,
      List<String> first) {
    static Source of(SourceRun run, boolean isShown) {
      return FieldTable.copy(Source.class, run, "first", isShown ? run.first() : List.of());
    }
  }

  /// The job as the caller may see it. Rejected rows are quoted with their values, which may be
  /// private: those who may not read private data see how many there are.
  public static JobView of(Job job, Caller caller) {
    boolean isShown = caller.isAtLeast(Role.COORDINATOR);
    return FieldTable.copy(
        JobView.class,
        job,
        "progress",
        Step.of(job.progress()),
        "sources",
        job.sources().stream().map(each -> Source.of(each, isShown)).toList(),
        "messages",
        isShown ? job.messages() : List.of());
  }
}
