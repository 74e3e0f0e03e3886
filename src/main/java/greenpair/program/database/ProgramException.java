package greenpair.program.database;

/// The database cannot be opened, read or written. Nothing that was acknowledged is lost by it.
public final class ProgramException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ProgramException(String message) {
    super(message);
  }

  public ProgramException(String message, Throwable cause) {
    super(message, cause);
  }
}
