package greenpair.reindex;

import module java.base;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.index.read.Snapshot;
import greenpair.match.past.Past;
import greenpair.reindex.gate.GenerationComparison;
import greenpair.reindex.gate.PublicationGate;
import greenpair.reindex.merge.Registries;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.ReviewFiles;
import greenpair.reindex.run.RunObserver;
import greenpair.reindex.run.SourceSummary;
import greenpair.reindex.run.WorkFolder;
import org.jspecify.annotations.Nullable;

/// Runs that turn sources into a published generation of one data folder, one at a time.
public final class Reindexing {
  private final Configuration configuration;
  private final GenerationStore store;
  private final LiveIndex index;

  /// @param store the data folder; no other process publishes to it while a run has its lock
  public Reindexing(Configuration configuration, GenerationStore store) {
    this.configuration = configuration;
    this.store = store;
    this.index =
        new LiveIndex(
            store,
            configuration.digests(),
            configuration.taxonomy(),
            configuration.indexSettings(),
            configuration.json());
  }

  /// Reads, builds, compares with what is published, and publishes what passes.
  ///
  /// @param now when it happens, which names the generation
  /// @throws greenpair.index.generation.BusyException if another run has the data folder
  /// @throws greenpair.reindex.run.RejectedException if lines of catalog files are invalid
  /// @throws greenpair.registry.source.read.SourceException if a registry cannot be read or too
  ///     many of its rows are bad
  /// @throws greenpair.registry.SourceChangedException if a catalog file changed while it was read
  /// @throws IOException if writing fails, a full disk among others
  public ReindexReport run(ReindexRequest request, RunObserver watch, Instant now)
      throws IOException {
    try (GenerationStore.Lock lock = store.lock()) {
      ReindexReport report;
      PublicationGate.Last last = last();
      try {
        report = run(lock, request, watch, last, now);
      } finally {
        if (last != null && last.snapshot() != null) {
          last.snapshot().close();
        }
      }
      // What is open is in use, and would remain until the next run.
      return report.pruned(store.prune(request.keep()));
    }
  }

  private ReindexReport run(
      GenerationStore.Lock lock,
      ReindexRequest request,
      RunObserver watch,
      PublicationGate.@Nullable Last last,
      Instant now)
      throws IOException {
    ReindexRequest.Registries registries = request.registries();
    Build build = new Build(configuration, store, watch);
    if (registries == null) {
      BuildResult built =
          build.run(lock, request.catalogs(), List.of(), 0, now, last(request, last));
      return publish(request, SourceSummary.NONE, built, last, watch, now);
    }
    try (WorkFolder work = WorkFolder.open(lock, store.data())) {
      Registries.Outcome merged =
          new Registries(configuration, store.data(), watch).run(request, registries, work);
      BuildResult built =
          build
              .run(
                  lock,
                  List.of(merged.catalog()),
                  List.of(merged.ids()),
                  merged.lines(),
                  now,
                  last(request, last))
              .from(merged.entries(), (kind, id) -> Optional.empty());
      return publish(request, merged.summary(), built, last, watch, now);
    }
  }

  /// The published generation if it could remain, provided nothing changed.
  private @Nullable Manifest last(ReindexRequest request, PublicationGate.@Nullable Last last) {
    return last != null
            && last.snapshot() != null
            && last.why() == null
            && store.fault().isEmpty()
            && request.force() == null
        ? last.snapshot().manifest()
        : null;
  }

  private PublicationGate.@Nullable Last last() throws IOException {
    Optional<String> published = store.published();
    if (published.isEmpty()) {
      return null;
    }
    String id = published.get();
    GenerationComparison kept = GenerationComparison.read(store.directory(id)).orElse(null);
    try {
      return new PublicationGate.Last(id, kept, index.open(id), null);
    } catch (BadGenerationException e) {
      return new PublicationGate.Last(id, kept, entries(id), e.text().text());
    }
  }

  private @Nullable Snapshot entries(String id) {
    try {
      return index.entries(id);
    } catch (BadGenerationException e) {
      return null; // The reason is known.
    }
  }

  private ReindexReport publish(
      ReindexRequest request,
      SourceSummary sources,
      BuildResult built,
      PublicationGate.@Nullable Last last,
      RunObserver watch,
      Instant now)
      throws IOException {
    GenerationComparison comparison = null;
    ReindexReport.Outcome outcome = ReindexReport.Outcome.UNCHANGED;
    if (built.isNew()) {
      boolean isDone = false;
      try {
        comparison = compare(built, last, watch, now);
        outcome =
            comparison.passed()
                ? ReindexReport.Outcome.PUBLISHED
                : request.force() == null
                    ? ReindexReport.Outcome.REFUSED
                    : ReindexReport.Outcome.FORCED;
        publish(request, built.manifest().id(), outcome, now);
        isDone = true;
      } finally {
        if (!isDone) { // What cannot be compared or published is deleted.
          store.discard(built.manifest().id());
        }
      }
    }
    if (sources.open() != null && outcome != ReindexReport.Outcome.REFUSED) {
      new ReviewFiles(store.data()).ask(sources.open());
    }
    return new ReindexReport(built.manifest(), outcome, comparison, sources, List.of());
  }

  private void publish(
      ReindexRequest request, String id, ReindexReport.Outcome outcome, Instant now)
      throws IOException {
    switch (outcome) {
      case PUBLISHED, FORCED ->
          store.publish(
              new Publication(
                  now,
                  outcome == ReindexReport.Outcome.FORCED
                      ? Publication.Act.FORCED
                      : Publication.Act.PUBLISHED,
                  id,
                  request.by(),
                  request.reason()));
      case REFUSED, UNCHANGED -> {}
    }
  }

  private GenerationComparison compare(
      BuildResult built, PublicationGate.@Nullable Last last, RunObserver watch, Instant now)
      throws IOException {
    String id = built.manifest().id();
    try (Snapshot unranked = index.open(id)) {
      Past.Finding past = configuration.recommender().past(unranked);
      Snapshot after = unranked.with(unranked.manifest().with(past.settings()));
      after.manifest().write(store.directory(id));
      GenerationComparison comparison =
          new PublicationGate(configuration, store.data().resolve("judgements"), watch)
              .compare(last, after, past, built, now);
      watch.stage("publishing", 0);
      comparison.write(store.directory(id));
      return comparison;
    }
  }

  /// Serves an older generation again, or one that was never published, for a reason.
  ///
  /// @param id of the generation; null for the one that was published before
  /// @throws greenpair.index.generation.BusyException if a run has the data folder
  /// @throws BadGenerationException if that generation is gone, damaged or of another configuration
  /// @throws IllegalArgumentException if there is none before, it is served already or not
  ///     finished, or it was never published and no reason is given
  public Publication rollBack(@Nullable String id, String by, String reason, Instant now)
      throws IOException {
    return new RollBack(store, index).to(id, by, reason, now);
  }
}
