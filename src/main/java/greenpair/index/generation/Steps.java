package greenpair.index.generation;

/// Is told of each step of building, publishing and deleting that is on the disk, for who has to
/// know what a crash leaves behind.
public interface Steps {
  /// Nobody is told.
  Steps UNTOLD = step -> {};

  /// A step is done.
  void done(String step);
}
