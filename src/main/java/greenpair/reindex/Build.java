package greenpair.reindex;

import greenpair.catalog.Kind;
import greenpair.index.GenerationBuilder;
import greenpair.index.GenerationStore;
import greenpair.index.Manifest;
import greenpair.registry.CatalogFiles;
import greenpair.registry.Origin;
import greenpair.registry.Reading;
import greenpair.registry.References;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// From catalog files to a published generation: a first pass that checks every line and joins
/// deployments to their partners, a second that writes. Nothing is published unless every line is
/// good or the caller allows rejects; whatever fails, what was published before stays.
final class Build {
  private static final int SHOWN = 20;

  private final Configuration configuration;
  private final GenerationStore store;
  private final Stages stages;
  private long lines;

  Build(Configuration configuration, GenerationStore store, Stages stages) {
    this.configuration = configuration;
    this.store = store;
    this.stages = stages;
  }

  /// What was built.
  ///
  /// @param rejected lines that were left out
  /// @param firstRejects the first of them, with place and reason
  record Outcome(Manifest manifest, long rejected, List<String> firstRejects) {}

  /// Builds and publishes.
  ///
  /// @param allowed lines that may be bad without stopping the run
  Outcome run(GenerationStore.Lock lock, List<Path> catalogs, long allowed, Instant now)
      throws IOException {
    CatalogFiles files = new CatalogFiles(catalogs, configuration.json());
    GenerationBuilder builder =
        store.begin(
            lock,
            configuration.digests(),
            configuration.taxonomy(),
            configuration.indexSettings(),
            now);
    boolean published = false;
    try (builder) {
      Rejects rejects = new Rejects();
      References references = survey(files, builder);
      write(files, builder, references, rejects, allowed);
      stages.begin("finishing", 0);
      Manifest manifest = builder.finish(sources(files), now);
      stages.check();
      store.publish(manifest.id());
      published = true;
      return new Outcome(manifest, rejects.count, rejects.first);
    } finally {
      if (!published) {
        store.discard(builder);
      }
    }
  }

  private References survey(CatalogFiles files, GenerationBuilder builder) {
    stages.begin("checking", 0);
    References references = new References();
    files.read(
        reading -> {
          lines++;
          stages.row();
          if (reading instanceof Reading.Accepted accepted
              && references.note(accepted.entry(), accepted.origin())) {
            builder.survey(accepted.entry());
          }
        });
    builder.settle(id -> references.has(Kind.FIRM, id), id -> references.has(Kind.FINANCIER, id));
    return references;
  }

  private void write(
      CatalogFiles files,
      GenerationBuilder builder,
      References references,
      Rejects rejects,
      long allowed) {
    stages.begin("writing", lines);
    files.read(
        reading -> {
          stages.row();
          switch (reading) {
            case Reading.Rejected rejected -> rejects.add(rejected.origin(), rejected.problem());
            case Reading.Accepted accepted -> {
              var problem = references.problem(accepted.entry(), accepted.origin());
              if (problem.isPresent()) {
                rejects.add(accepted.origin(), problem.get());
              } else if (rejects.count <= allowed) {
                add(accepted, builder);
              }
            }
          }
        });
    if (rejects.count > allowed) {
      throw new RejectedException(rejects.count, allowed, rejects.first);
    }
  }

  private static void add(Reading.Accepted accepted, GenerationBuilder builder) {
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

  private static final class Rejects {
    long count;
    final List<String> first = new ArrayList<>();

    void add(Origin origin, String problem) {
      count++;
      if (first.size() < SHOWN) {
        first.add(origin + ": " + problem);
      }
    }
  }
}
