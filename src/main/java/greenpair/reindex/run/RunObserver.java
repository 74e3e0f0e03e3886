package greenpair.reindex.run;

import greenpair.registry.source.convert.Conversion;

/// Observes a run: receives its progress. All calls come from the thread that runs; all methods
/// have defaults.
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

  /// Counts a row that was read.
  @Override
  default void read(boolean rejected) {
    step(1);
    if (rejected) {
      rejected();
    }
  }

  /// Counts a good row that was read.
  default void row() {
    read(false);
  }

  /// How much of a stage is done, from 0 to 1, 0 if unknown.
  ///
  /// @param expected rows of the stage, 0 if unknown
  static double share(long rows, long expected) {
    return expected > 0 ? Math.min(1, (double) rows / expected) : 0;
  }
}
