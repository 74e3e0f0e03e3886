package greenpair.index.generation;

/// Is called for each step of building, publishing and deleting that is on disk, for code that must
/// know what a crash leaves behind.
public interface Steps {
  /// Ignores all steps.
  Steps UNTOLD = step -> {};

  /// A step is done.
  void done(String step);
}
