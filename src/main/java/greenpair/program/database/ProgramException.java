package greenpair.program.database;

import greenpair.message.Message;
import greenpair.message.TranslatedException;
import org.jspecify.annotations.Nullable;

/// The database cannot be opened, read or written. Nothing that was acknowledged is lost by it.
public final class ProgramException extends TranslatedException {
  private static final long serialVersionUID = 1;

  public ProgramException(Message text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
