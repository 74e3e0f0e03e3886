package greenpair.reindex;

/// Tells the watch of a run what happens and ends the run where the watch says so.
final class Stages {
  private final Watch watch;

  Stages(Watch watch) {
    this.watch = watch;
  }

  /// @param expected rows, 0 when nobody knows
  /// @throws CancelledException when the run shall end
  void begin(String name, long expected) {
    watch.stage(name, expected);
    check();
  }

  /// @throws CancelledException when the run shall end
  void row(boolean rejected) {
    watch.step(1);
    if (rejected) {
      watch.rejected();
    }
    check();
  }

  /// @throws CancelledException when the run shall end
  void row() {
    row(false);
  }

  /// @throws CancelledException when the run shall end
  void check() {
    if (watch.isCancelled()) {
      throw new CancelledException();
    }
  }
}
