package greenpair.registry;

/// A catalog file was written to between two readings that must see the same bytes. The results so
/// far must be discarded.
public final class SourceChangedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SourceChangedException(String file) {
    super(
        file
            + " changed while it was being indexed; run the command again when nothing writes"
            + " to it");
  }
}
