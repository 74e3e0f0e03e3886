package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.index.generation.Manifest;
import greenpair.job.Job;
import greenpair.job.JobRunner.KnownSource;
import greenpair.job.SourceRun;
import greenpair.pages.view.Form;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The data behind the answers: the generation, its sources, earlier generations, the registries
/// and the jobs that read them.
///
/// @param generations all that were built, newest first
/// @param unpublished ids of those that were never published
/// @param unfinished ids of those of a run that is in progress or was interrupted
/// @param faults of a changed configuration, which is not used until they are fixed
/// @param jobs the newest; none for visitors who are not signed in
/// @param mayRun whether the caller may start and cancel jobs
/// @param reindex the input of the form that starts a job
/// @param rollBack the input of the form that rolls back
public record DataPage(
    Manifest served,
    String configuration,
    List<Manifest> generations,
    Set<String> unpublished,
    Set<String> unfinished,
    List<Text> refusals,
    List<Text> faults,
    List<KnownSource> known,
    List<Job> jobs,
    boolean mayRun,
    Form reindex,
    Form rollBack) {
  /// What else could be served, newest first.
  public List<Manifest> others() {
    return generations.stream()
        .filter(each -> !each.id().equals(served.id()) && !unfinished.contains(each.id()))
        .toList();
  }

  /// The name of a file without its folders, which are not disclosed.
  public String name(Manifest.Source source) {
    String name = source.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /// The job that runs; null for none.
  public @Nullable Job running() {
    return jobs.stream().filter(Job::isRunning).findFirst().orElse(null);
  }

  /// The results of the rows of the newest job that read a registry; null if there is none.
  public @Nullable SourceRun last(KnownSource source) {
    return jobs.stream()
        .flatMap(job -> job.sources().stream())
        .filter(run -> run.name().equals(source.name()))
        .findFirst()
        .orElse(null);
  }

  /// Files with the rows that the newest job that read a registry rejected.
  public List<String> rejects(KnownSource source) {
    Optional<Job> newest =
        jobs.stream()
            .filter(job -> job.sources().stream().anyMatch(run -> run.name().equals(source.name())))
            .findFirst();
    return newest.map(Job::rejects).orElse(List.of()).stream()
        .filter(file -> file.startsWith(source.name() + ".rejects"))
        .toList();
  }

  /// A job with its progress or result.
  ///
  /// @param seesRows whether the caller may see values of rejected rows, which may be private
  public record JobPage(Job job, boolean mayRun, boolean seesRows) {
    /// What came of it.
    public List<Text> messages() {
      return seesRows ? job.messages() : List.of();
    }

    public List<Text> first(SourceRun run) {
      return seesRows ? run.says() : List.of();
    }

    /// Files with the rows that it rejected, as long as no later job wrote its own.
    public List<String> rejects() {
      return mayRun ? job.rejects() : List.of();
    }
  }
}
