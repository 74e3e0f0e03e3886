package greenpair.job;

import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.Publication;
import greenpair.job.Job.JobRequest;
import greenpair.job.Job.MovedEntry;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.message.Translated;
import greenpair.registry.SourceChangedException;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.Reindexing;
import greenpair.reindex.gate.GenerationComparison;
import greenpair.reindex.run.CancelledException;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Executes jobs: builds a generation from the configured sources, or rolls back to an earlier one.
///
/// @param configuration the effective one; requested again for each job, so that what a job
///     builds can be served after the configuration has changed
public record JobRunner(
    Supplier<Configuration> configuration,
    GenerationStore store,
    JobSources sources,
    InstantSource clock) {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  private static final String ENDING = ".yaml";
  private static final int MESSAGES = 50;
  private static final int MOVED = 200;

  List<String> names() {
    return configuration.get().folder().names(MappingReader.FOLDER).stream()
        .filter(name -> name.endsWith(ENDING))
        .map(name -> name.substring(0, name.length() - ENDING.length()))
        .toList();
  }

  List<KnownSource> known() {
    return names().stream().map(this::known).toList();
  }

  private KnownSource known(String name) {
    boolean isRead =
        sources.registries() != null
            && (sources.names().isEmpty() || sources.names().contains(name));
    try {
      // Without a gazetteer: nothing is mapped here.
      Mapping mapping = configuration.get().mappings(List.of(name), Path.of("")).getFirst();
      return new KnownSource(
          name, mapping.registry(), mapping.trust(), mapping.retrieved(), isRead, null);
    } catch (IOException | IllegalArgumentException e) {
      return new KnownSource(name, "", 0, "", isRead, Translated.of(e).text());
    }
  }

  record Ended(Job.State state, Job.Outcome outcome) {
    /// @param key of the message for the type of failure, which contains the reason
    static Ended of(Job.State state, Exception why, String key) {
      return new Ended(state, Job.Outcome.of(Message.of(key, "reason", Translated.of(why)).text()));
    }
  }

  /// Never throws: every failure becomes the result of the job.
  Ended run(Job job, JobObserver watch) {
    try {
      return switch (job.kind()) {
        case REINDEX -> reindex(job, watch);
        case ROLLBACK -> rollBack(job);
      };
    } catch (CancelledException e) {
      return new Ended(Job.State.CANCELLED, Job.Outcome.of(Message.of("job.cancelled").text()));
    } catch (RejectedException | MessageException e) {
      return new Ended(Job.State.REFUSED, Job.Outcome.of(e.text().text()));
    } catch (SourceChangedException
        | BusyException
        | BadGenerationException
        | IllegalArgumentException e) {
      return Ended.of(Job.State.REFUSED, e, "job.refused");
    } catch (IOException | UncheckedIOException e) {
      log.error("the job {} failed", job.id(), e);
      return Ended.of(Job.State.FAILED, e, "job.broke_off");
    } catch (RuntimeException | Error e) {
      // Also OutOfMemoryError: a job that never ended would block all later ones.
      log.error("the job {} failed", job.id(), e);
      return new Ended(Job.State.FAILED, Job.Outcome.of(Message.of("job.failed").text()));
    }
  }

  private Ended reindex(Job job, JobObserver watch) throws IOException {
    JobRequest request = job.request();
    String most = request.maxRejects();
    List<String> names = request.sources().isEmpty() ? sources.names() : request.sources();
    Path folder = sources.registries();
    ReindexRequest wanted =
        new ReindexRequest(
                sources.catalogs(),
                folder == null
                    ? null
                    : new ReindexRequest.Registries(names, folder, sources.gazetteer()),
                most == null ? Tolerance.DEFAULT : Tolerance.parse(most),
                ReindexRequest.KEEP)
            .by(job.who(), request.force() ? request.reason() : null);
    return ended(new Reindexing(configuration.get(), store).run(wanted, watch, clock.instant()));
  }

  private static Ended ended(ReindexReport report) {
    List<SourceRun> rows = new ArrayList<>();
    report.sources().accounts().forEach((name, account) -> rows.add(SourceRun.of(name, account)));
    List<Text> messages = new ArrayList<>();
    List<MovedEntry> moved = List.of();
    if (report.outcome() == ReindexReport.Outcome.REFUSED) {
      String id = report.manifest().id();
      messages.add(Message.of("job.not_served", "generation", id).text());
    }
    GenerationComparison comparison = report.comparison();
    if (comparison != null) {
      messages.addAll(comparison.faults());
      messages.addAll(comparison.notes());
      moved = comparison.changes().stream().map(MovedEntry::of).toList();
    }
    messages.addAll(report.sources().notes());
    report
        .sources()
        .accounts()
        .forEach((name, account) -> account.notes().forEach(note -> messages.add(of(name, note))));
    if (report.sources().doubts() > 0) {
      messages.add(Message.of("job.doubts", "count", report.sources().doubts()).text());
    }
    List<String> rejects =
        report.sources().rejectFiles().stream().map(file -> file.getFileName().toString()).toList();
    Job.State state =
        switch (report.outcome()) {
          case PUBLISHED, FORCED -> Job.State.PUBLISHED;
          case UNCHANGED -> Job.State.UNCHANGED;
          case REFUSED -> Job.State.REFUSED;
        };
    return new Ended(
        state,
        new Job.Outcome(
            rows,
            state == Job.State.PUBLISHED ? report.manifest().id() : null,
            messages.subList(0, Math.min(MESSAGES, messages.size())),
            rejects,
            moved.subList(0, Math.min(MOVED, moved.size())),
            moved.size()));
  }

  private static Text of(String name, Text note) {
    return Message.of("line.at", "place", name, "problem", note).text();
  }

  private Ended rollBack(Job job) throws IOException {
    String wanted = job.request().generation();
    String reason = Objects.requireNonNullElse(job.request().reason(), "");
    String before = store.published().orElse("");
    Publication done =
        new Reindexing(configuration.get(), store)
            .rollBack(wanted, job.who(), reason, clock.instant());
    String id = done.id();
    Text said =
        done.act() == Publication.Act.FORCED
            ? Message.of("job.published_back", "generation", id, "before", before).text()
            : Message.of("job.went_back", "before", before, "generation", id).text();
    return new Ended(
        Job.State.PUBLISHED,
        new Job.Outcome(List.of(), id, List.of(said), List.of(), List.of(), 0));
  }

  /// A registry that has a mapping.
  ///
  /// @param source name or address of the registry; empty if the mapping has errors
  /// @param trust priority if sources differ; the higher one is used
  /// @param retrieved day on which its files were downloaded; empty if unknown
  /// @param isRead whether jobs read it
  /// @param fault error in the mapping; null if there is none
  public record KnownSource(
      String name,
      String source,
      int trust,
      String retrieved,
      boolean isRead,
      @Nullable Text fault) {}

  /// The sources that jobs may read according to the settings of the server.
  ///
  /// @param registries folder of the files that mappings name; null if no registry is read
  /// @param gazetteer folder with `geonames/` and `koppen/`
  /// @param names of mappings that a job reads by default; empty for all
  public record JobSources(
      List<Path> catalogs, @Nullable Path registries, Path gazetteer, List<String> names) {
    public JobSources {
      catalogs = List.copyOf(catalogs);
      names = List.copyOf(names);
    }

    public static JobSources of(List<Path> catalogs) {
      return new JobSources(catalogs, null, Path.of(""), List.of());
    }
  }
}
