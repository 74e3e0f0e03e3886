package greenpair.index.generation;

/// Called after each step of building, publishing and deleting is on disk, for tests of crashes.
public interface StepObserver {
  /// Ignores all steps.
  StepObserver UNTOLD = step -> {};

  void done(String step);
}
