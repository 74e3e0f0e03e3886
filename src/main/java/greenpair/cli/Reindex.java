package greenpair.cli;

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
final class Reindex {
  private static final int SHOWN = 20;

  private final Engine engine;
  private final GenerationStore store;
  private final Progress progress;

  Reindex(Engine engine, GenerationStore store, Progress progress) {
    this.engine = engine;
    this.store = store;
    this.progress = progress;
  }

  /// @param allowRejects lines that may be bad without stopping the run
  /// @param keep generations to keep
  record Order(List<Path> sources, long allowRejects, int keep) {
    Order {
      if (allowRejects < 0) {
        throw new IllegalArgumentException(
            "allow-rejects is a whole number from 0; got " + allowRejects);
      }
    }
  }

  /// What a run did.
  ///
  /// @param rejected lines that were left out
  /// @param firstRejects the first of them, with place and reason
  record Outcome(
      Manifest manifest, long rejected, List<String> firstRejects, List<String> pruned) {}

  /// Builds and publishes.
  ///
  /// @throws RejectedException when more lines are bad than allowed
  /// @throws greenpair.index.BusyException when another build runs
  /// @throws IOException when writing fails, a full disk among others
  Outcome run(Order order, Instant now) throws IOException {
    CatalogFiles files = new CatalogFiles(order.sources(), engine.json());
    try (GenerationStore.Lock lock = store.lock()) {
      GenerationBuilder builder =
          store.begin(lock, engine.digests(), engine.taxonomy(), engine.indexSettings(), now);
      boolean published = false;
      try (builder) {
        Rejects rejects = new Rejects();
        References references = survey(files, builder);
        write(files, builder, references, rejects, order.allowRejects());
        progress.stage("finishing");
        Manifest manifest = builder.finish(sources(files), now);
        store.publish(manifest.id());
        published = true;
        List<String> pruned = store.prune(order.keep());
        progress.done();
        return new Outcome(manifest, rejects.count, rejects.first, pruned);
      } finally {
        if (!published) {
          store.discard(builder);
        }
      }
    }
  }

  private References survey(CatalogFiles files, GenerationBuilder builder) {
    progress.stage("checking");
    References references = new References();
    files.read(
        reading -> {
          progress.step();
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
    progress.stage("writing");
    files.read(
        reading -> {
          progress.step();
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
