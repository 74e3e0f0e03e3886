package greenpair.program.database;

/// A write conflicts with the stored state.
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public enum Cause {
    /// The entry has a newer revision than the one that the writer read.
    STALE,
    /// An idempotency key was used before for another request.
    KEY_REUSED
  }

  private final Cause what;

  public ConflictException(Cause what, String message) {
    super(message, null, false, false);
    this.what = what;
  }

  public Cause what() {
    return what;
  }
}
