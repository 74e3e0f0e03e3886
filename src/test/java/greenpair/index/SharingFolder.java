package greenpair.index;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.OpenSearchGenerations;
import greenpair.index.generation.Publication;
import greenpair.index.generation.StepObserver;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A data folder of a small catalog that shares its generations, as a server has it.
final class SharingFolder implements AutoCloseable {
  final GenerationStore store;
  final LiveIndex live;

  SharingFolder(Path data, ClusterSettings settings, StepObserver steps) {
    this(new GenerationStore(data, steps, OpenSearchGenerations.of(settings)), "");
  }

  SharingFolder(Path data, ClusterSettings settings) {
    this(data, settings, StepObserver.UNTOLD);
  }

  /// One whose server has another configuration.
  SharingFolder(Path data, ClusterSettings settings, String configuration) {
    this(
        new GenerationStore(data, StepObserver.UNTOLD, OpenSearchGenerations.of(settings)),
        configuration);
  }

  private SharingFolder(GenerationStore store, String configuration) {
    this.store = store;
    this.live =
        configuration.isEmpty()
            ? SmallCatalog.live(store)
            : SmallCatalog.live(store, configuration);
  }

  /// What a run does: goes on from what is published, builds, publishes, prunes.
  String publish(int days, List<? extends Entry> entries) throws IOException {
    begin();
    String id = build(days, entries);
    store.publish(Published.of(id));
    store.shared().prune(store, 2);
    return id;
  }

  void begin() throws IOException {
    try (GenerationStore.Lock lock = store.lock()) {
      live.pull(lock);
    }
  }

  String build(int days, List<? extends Entry> entries) throws IOException {
    return SmallCatalog.build(store, SmallCatalog.CONFIGURATION, days, entries);
  }

  /// What a run does to publish an older generation again.
  void rollBack(String id) throws IOException {
    begin();
    try (GenerationStore.Lock lock = store.lock()) {
      live.fetch(lock, id);
    }
    Publication made = Published.of(id);
    store.publish(
        new Publication(made.at(), Publication.Act.ROLLED_BACK, id, "a test", "it was better"));
  }

  /// What a server does every second.
  SharedGenerations.State look() {
    live.pull();
    live.refresh();
    return live.shared().orElseThrow();
  }

  /// The generation that requests see now, and how many firms it has.
  String served() {
    try (Snapshot snapshot = live.acquire()) {
      return snapshot.manifest().id() + " " + snapshot.entries(Kind.FIRM, 0, 100).size();
    }
  }

  @Override
  public void close() {
    live.close();
    store.shared().close();
  }
}
