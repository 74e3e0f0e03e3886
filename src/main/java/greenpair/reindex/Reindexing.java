package greenpair.reindex;

import greenpair.index.GenerationStore;
import greenpair.registry.ReviewFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Runs that turn sources into a published generation of one data folder, one at a time.
public final class Reindexing {
  private final Configuration configuration;
  private final GenerationStore store;

  /// @param store the data folder; no other process publishes to it while a run has its lock
  public Reindexing(Configuration configuration, GenerationStore store) {
    this.configuration = configuration;
    this.store = store;
  }

  /// Reads, builds and publishes.
  ///
  /// @param now when it happens, which names the generation
  /// @throws greenpair.index.BusyException when another run has the data folder
  /// @throws RejectedException when more lines of catalog files are bad than allowed
  /// @throws greenpair.registry.source.SourceException when a registry cannot be read or too many
  ///     of its rows are bad
  /// @throws greenpair.registry.SourceChangedException when a catalog file changed while it was
  ///     read
  /// @throws CancelledException when the watch ended the run
  /// @throws IOException when writing fails, a full disk among others
  public Report run(Order order, Watch watch, Instant now) throws IOException {
    Stages stages = new Stages(watch);
    Build build = new Build(configuration, store, stages);
    try (GenerationStore.Lock lock = store.lock()) {
      Order.Registries registries = order.registries();
      if (registries == null) {
        Build.Outcome built = build.run(lock, order.catalogs(), order.allowRejects(), now);
        return report(built, store.prune(order.keep()));
      }
      try (WorkFolder work = WorkFolder.open(lock, store.data())) {
        Registries.Outcome merged =
            new Registries(configuration, store.data(), stages).run(order, registries, work);
        Build.Outcome built = build.run(lock, List.of(merged.catalog()), 0, now);
        new ReviewFiles(store.data()).ask(merged.open());
        return report(merged, built, store.prune(order.keep()));
      }
    }
  }

  private static Report report(Build.Outcome built, List<String> pruned) {
    return new Report(
        built.manifest(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        0,
        built.rejected(),
        built.firstRejects(),
        pruned);
  }

  private static Report report(
      Registries.Outcome merged, Build.Outcome built, List<String> pruned) {
    return new Report(
        built.manifest(),
        merged.accounts(),
        merged.rejectFiles(),
        merged.result().read(),
        merged.result().written(),
        merged.result().notes(),
        merged.doubts(),
        built.rejected(),
        built.firstRejects(),
        pruned);
  }
}
