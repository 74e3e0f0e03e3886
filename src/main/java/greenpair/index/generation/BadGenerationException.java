package greenpair.index.generation;

import greenpair.message.Message;
import greenpair.message.TranslatedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A generation that must not be served: unfinished, damaged, or built by another configuration.
public final class BadGenerationException extends TranslatedException {
  private static final long serialVersionUID = 1;

  /// @param reason without the path of the generation, because anonymous users may read it
  public BadGenerationException(Path directory, Message reason) {
    this(directory, reason, null);
  }

  /// @param cause null if nothing was thrown
  public BadGenerationException(Path directory, Message reason, @Nullable Throwable cause) {
    super(
        Message.of("generation.bad", "id", String.valueOf(directory.getFileName()), "why", reason),
        cause);
  }
}
