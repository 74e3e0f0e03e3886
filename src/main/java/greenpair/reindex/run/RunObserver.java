package greenpair.reindex.run;

import greenpair.registry.source.convert.Conversion;

/// Observes a run: receives its progress and decides whether it continues. All calls come from the
/// thread that runs; all methods have defaults.
public interface RunObserver extends Conversion.Rows {
  /// A watch that ignores progress.
  RunObserver NONE = new RunObserver() {};

  /// A stage begins; the one before has ended.
  ///
  /// @param name such as `writing` or `converting gbfs`
  /// @param expected rows that it will handle, 0 if unknown
  default void stage(String name, long expected) {}

  /// Rows of the stage were handled.
  default void step(long rows) {}

  /// One of the rows that were handled was rejected.
  default void rejected() {}

  /// Whether the run shall end without publishing; asked between rows.
  default boolean isCancelled() {
    return false;
  }

  /// Begins a stage.
  ///
  /// @throws CancelledException if the run shall end
  default void begin(String name, long expected) {
    stage(name, expected);
    check();
  }

  /// Counts a row that was read.
  ///
  /// @throws CancelledException if the run shall end
  @Override
  default void read(boolean rejected) {
    step(1);
    if (rejected) {
      rejected();
    }
    check();
  }

  /// Counts a good row that was read.
  ///
  /// @throws CancelledException if the run shall end
  default void row() {
    read(false);
  }

  /// Ends the run if it shall end.
  ///
  /// @throws CancelledException if so
  default void check() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /// How much of a stage is done, from 0 to 1, 0 if unknown.
  ///
  /// @param expected rows of the stage, 0 if unknown
  static double share(long rows, long expected) {
    return expected > 0 ? Math.min(1, (double) rows / expected) : 0;
  }
}
