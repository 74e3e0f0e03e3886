package greenpair.match;

import greenpair.catalog.Kind;
import greenpair.index.Digests;
import greenpair.index.GenerationBuilder;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Manifest;
import greenpair.index.Published;
import greenpair.index.Snapshot;
import greenpair.registry.CatalogFiles;
import greenpair.registry.CatalogJson;
import greenpair.registry.Reading;
import greenpair.registry.References;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The demonstration cohort of `fixtures/`, indexed into a folder and open for reading. Ages count
/// from 2026, whatever the clock says.
final class Cohort implements AutoCloseable {
  private static final Instant NOW = Instant.parse(Given.NOW + "-07-01T00:00:00Z");

  private final LiveIndex live;
  private final Snapshot snapshot;

  Cohort(Path data) throws IOException {
    CatalogJson json = new CatalogJson(Given.TAXONOMY);
    String configuration = Given.FOLDER.digest();
    GenerationStore store = new GenerationStore(data);
    build(store, new CatalogFiles(List.of(Path.of("fixtures")), json), configuration);
    live = new LiveIndex(store, Digests.same(configuration), Given.TAXONOMY, Given.INDEX, json);
    live.refresh();
    snapshot = live.acquire();
  }

  private static void build(GenerationStore store, CatalogFiles files, String configuration)
      throws IOException {
    try (GenerationStore.Lock lock = store.lock();
        GenerationBuilder builder =
            store.begin(lock, Digests.same(configuration), Given.TAXONOMY, Given.INDEX, NOW)) {
      References references = new References();
      files.read(
          reading -> {
            Reading.Accepted accepted = accepted(reading);
            references.note(accepted.entry(), accepted.origin());
            builder.survey(accepted.entry());
          });
      builder.settle(id -> references.has(Kind.FIRM, id), id -> references.has(Kind.FINANCIER, id));
      files.read(reading -> add(accepted(reading), builder));
      Manifest manifest = builder.finish(List.of(), NOW);
      store.publish(Published.of(manifest.id()));
    }
  }

  private static Reading.Accepted accepted(Reading reading) {
    return switch (reading) {
      case Reading.Accepted accepted -> accepted;
      case Reading.Rejected rejected ->
          throw new IllegalStateException(rejected.origin() + ": " + rejected.problem());
    };
  }

  private static void add(Reading.Accepted accepted, GenerationBuilder builder) {
    try {
      builder.add(accepted.entry(), accepted.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
