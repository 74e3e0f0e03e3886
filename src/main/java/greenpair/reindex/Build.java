package greenpair.reindex;

import module java.base;

import greenpair.index.GenerationStore;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.Manifest;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.References;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.BuildResult.Counts;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.RejectedException;
import greenpair.reindex.run.RunObserver;
import org.jspecify.annotations.Nullable;

/// Builds a generation from catalog files: a first pass notes which entries there are and joins
/// deployments to their partners, a second checks lines and references, and writes. The build
/// fails unless every line is valid; after a failure, the published generation is unchanged.
final class Build {

  private final Configuration configuration;
  private final GenerationStore store;
  private final RunObserver watch;
  private long lines;

  Build(Configuration configuration, GenerationStore store, RunObserver watch) {
    this.configuration = configuration;
    this.store = store;
    this.watch = watch;
  }

  /// Builds a generation; a failed build leaves nothing behind.
  ///
  /// @param expected lines; 0 if unknown
  /// @param last the published generation when it is good and a run with the same sources would
  ///     give the same; null to build in any case
  BuildResult run(
      GenerationStore.Lock lock,
      List<Path> catalogs,
      List<Path> kept,
      long expected,
      Instant now,
      @Nullable Manifest last)
      throws IOException {
    CatalogFiles files = new CatalogFiles(catalogs, configuration.json());
    GenerationBuilder builder =
        store.begin(
            lock,
            configuration.digests(),
            configuration.taxonomy(),
            configuration.indexSettings(),
            now);
    boolean finished = false;
    try (builder) {
      RejectedException.Lines rejects = new RejectedException.Lines();
      Counts counts = new Counts();
      References references = survey(files, builder, expected);
      if (last != null && isSame(last, sources(files), now)) {
        return BuildResult.unchanged(last);
      }
      write(files, builder, references, rejects, counts);
      watch.stage("finishing", 0);
      for (Path each : kept) {
        builder.keep(each);
      }
      Manifest manifest = builder.finish(sources(files), now);
      finished = true;
      return new BuildResult(
          manifest,
          true,
          counts.bySource(),
          (kind, id) -> references.place(kind, id).map(Origin::brief));
    } finally {
      if (!finished) {
        store.discard(builder);
      }
    }
  }

  /// Whether a build of these sources would give the same answers as the last generation.
  private boolean isSame(Manifest last, List<Manifest.Source> sources, Instant now) {
    return last.configuration().equals(configuration.digests().configuration())
        && last.sources().equals(sources)
        && last.asOf() == last.asOf(now);
  }

  private References survey(CatalogFiles files, GenerationBuilder builder, long expected) {
    watch.stage("checking", expected);
    References references = new References();
    files.read(
        reading -> {
          lines++;
          watch.row();
          if (reading instanceof LineResult.Accepted accepted
              && references.note(accepted.entry(), accepted.origin())) {
            builder.survey(accepted.entry());
          }
        });
    return references;
  }

  private void write(
      CatalogFiles files,
      GenerationBuilder builder,
      References references,
      RejectedException.Lines rejects,
      Counts counts) {
    watch.stage("writing", lines);
    files.read(
        reading -> {
          watch.row();
          switch (references.checked(reading)) {
            case LineResult.Rejected bad -> rejects.add(place(reading, bad), bad.problem());
            case LineResult.Accepted good -> {
              if (rejects.count() == 0) {
                counts.add(BuildResult.catalog(good.origin().file()), good.entry());
                add(good, builder);
              }
            }
          }
        });
    rejects.check();
  }

  /// With the entry, as the lines of registries are in a file that is removed afterwards.
  private static Object place(LineResult reading, LineResult.Rejected bad) {
    return reading instanceof LineResult.Accepted read
        ? "%s (%s %s)".formatted(bad.origin(), read.entry().kind().word(), read.entry().id())
        : bad.origin();
  }

  private static void add(LineResult.Accepted accepted, GenerationBuilder builder) {
    try {
      builder.add(accepted.entry(), accepted.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Manifest.Source> sources(CatalogFiles files) {
    return files.sources().stream()
        .map(file -> new Manifest.Source(file.name(), file.bytes(), file.sha256()))
        .toList();
  }
}
