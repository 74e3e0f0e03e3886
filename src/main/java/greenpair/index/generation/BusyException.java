package greenpair.index.generation;

import greenpair.message.Message;
import greenpair.message.TranslatedException;
import java.nio.file.Path;

/// Another build runs on the same data folder.
public final class BusyException extends TranslatedException {
  private static final long serialVersionUID = 1;

  public BusyException(Path data) {
    super(Message.of("failure.busy", "data", data), null);
  }
}
