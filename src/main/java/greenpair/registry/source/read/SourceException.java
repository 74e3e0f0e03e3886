package greenpair.registry.source.read;

import greenpair.message.Message;
import greenpair.message.MessageException;
import org.jspecify.annotations.Nullable;

/// A source cannot be read, or not in this way.
public final class SourceException extends MessageException {
  private static final long serialVersionUID = 1;

  public SourceException(Message text) {
    super(text);
  }

  /// @param cause null if nothing was thrown
  public SourceException(Message text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
