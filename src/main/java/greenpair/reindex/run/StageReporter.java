package greenpair.reindex.run;

import greenpair.registry.source.convert.Conversion;

/// Reports the progress of a run to its watch and ends the run if the watch requests it.
public record StageReporter(RunObserver watch) implements Conversion.Rows {
  /// Begins a stage.
  ///
  /// @param expected rows, 0 if unknown
  /// @throws CancelledException if the run shall end
  public void begin(String name, long expected) {
    watch.stage(name, expected);
    check();
  }

  /// Counts a row that was read.
  ///
  /// @throws CancelledException if the run shall end
  @Override
  public void read(boolean rejected) {
    watch.step(1);
    if (rejected) {
      watch.rejected();
    }
    check();
  }

  /// Counts a row that was read.
  ///
  /// @throws CancelledException if the run shall end
  public void row() {
    read(false);
  }

  /// Asks whether to go on.
  ///
  /// @throws CancelledException if the run shall end
  public void check() {
    if (watch.isCancelled()) {
      throw new CancelledException();
    }
  }
}
