package greenpair.registry;

import greenpair.message.Message;
import greenpair.message.TranslatedException;

/// A catalog file was written to between two readings that must see the same bytes. The results so
/// far must be discarded.
public final class SourceChangedException extends TranslatedException {
  private static final long serialVersionUID = 1;

  public SourceChangedException(String file) {
    super(Message.of("file.changed", "file", file), null);
  }
}
