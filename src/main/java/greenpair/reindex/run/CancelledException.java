package greenpair.reindex.run;

/// A run was cancelled by its watch. Nothing was published and nothing is left behind.
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CancelledException() {
    super("the run was cancelled; nothing was published and the last generation remains");
  }
}
