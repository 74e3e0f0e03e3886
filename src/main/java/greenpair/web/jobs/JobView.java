package greenpair.web.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.FieldTable;
import greenpair.job.Job;
import greenpair.job.Job.Progress;
import greenpair.job.SourceRun;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job as shown to users.
public record JobView(
    @JsonUnwrapped @JsonIgnoreProperties({"process", "progress", "running"}) Job job,
    Step progress) {
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

  /// The job as the caller may see it. Rejected rows are quoted with their values, which may be
  /// private: those who may not read private data see how many there are.
  public static JobView of(Job job, Caller caller) {
    Job shown =
        caller.isAtLeast(Role.COORDINATOR)
            ? job
            : FieldTable.with(
                job,
                "sources",
                job.sources().stream().map(JobView::withoutRows).toList(),
                "messages",
                List.of());
    return new JobView(shown, Step.of(job.progress()));
  }

  private static SourceRun withoutRows(SourceRun run) {
    return FieldTable.with(run, "says", List.of());
  }
}
