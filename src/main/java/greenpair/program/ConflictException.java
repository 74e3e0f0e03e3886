package greenpair.program;

/// A write that does not fit what is stored by now.
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What a write met.
  public enum Cause {
    /// The entry has a newer revision than the one that the writer read.
    STALE,
    /// An idempotency key was used before for another request.
    KEY_REUSED
  }

  private final Cause what;

  ConflictException(Cause what, String message) {
    super(message, null, false, false);
    this.what = what;
  }

  public Cause what() {
    return what;
  }
}
