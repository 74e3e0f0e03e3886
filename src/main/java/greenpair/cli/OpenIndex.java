package greenpair.cli;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;

/// The newest good generation, open for one command.
record OpenIndex(LiveIndex live, Snapshot snapshot) implements AutoCloseable {
  /// @throws greenpair.index.NoGenerationException when there is none
  static OpenIndex open(Engine engine, Places places) {
    LiveIndex live = engine.live(new GenerationStore(places.data()));
    live.refresh();
    return new OpenIndex(live, live.acquire());
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
