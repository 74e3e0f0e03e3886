package greenpair.reindex.run;

/// Observes a run: receives its progress and decides whether it continues. All calls come from the
/// thread that runs; all methods have defaults.
public interface RunObserver {
  /// A watch that ignores progress.
  RunObserver NONE = new RunObserver() {};

  /// A stage begins; the one before has ended.
  ///
  /// @param name such as `writing` or `converting gbfs`
  /// @param expected rows that it will handle, 0 if unknown
  default void stage(String name, long expected) {}

  /// How many bytes the stage has read of what it reads, where that is known instead of its rows;
  /// called before [#step].
  ///
  /// @param all 0 if unknown
  default void bytes(long read, long all) {}

  /// Rows of the stage were handled.
  default void step(long rows) {}

  /// One of the rows that were handled was rejected.
  default void rejected() {}

  /// Whether the run shall end without publishing; asked between rows.
  default boolean isCancelled() {
    return false;
  }

  /// How much of a stage is done, from 0 to 1, by its rows or else by its bytes; 0 if unknown.
  ///
  /// @param expected rows of the stage, 0 if unknown
  /// @param allBytes that it reads, 0 if unknown
  static double share(long rows, long expected, long bytes, long allBytes) {
    if (expected > 0) {
      return Math.min(1, (double) rows / expected);
    }
    return allBytes > 0 ? Math.min(1, (double) bytes / allBytes) : 0;
  }
}
